import type { PropertyValue } from '@giapranh/core';

/** What a tile can carry. */
export type Scalar = string | number | boolean;

export function isScalar(value: PropertyValue | undefined): value is Scalar {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}
