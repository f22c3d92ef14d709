import type { Secrecy } from '@giapranh/core';

/** What decides who may see a feature. */
export interface Mark {
  readonly secrecy: Secrecy;
  /** Its `unit_code`. */
  readonly unit: string | null;
}

/** Tiles carry the unit, so that what may be read is the same in them as in the store. */
export function markOf({
  secrecy,
  properties,
}: {
  readonly secrecy: Secrecy;
  readonly properties: Readonly<Record<string, unknown>>;
}): Mark {
  const unit = properties['unit_code'];
  return { secrecy, unit: typeof unit === 'string' ? unit : null };
}

export function markKey({ secrecy, unit }: Mark): string {
  return `${secrecy} ${unit}`;
}

/** What a reader may see; `units: null` for every one. */
export interface Sight {
  readonly secrecy: readonly Secrecy[];
  readonly units: readonly string[] | null;
}

/** The rule of the store's `secrecy` and `units`, for what is in memory. */
export function isShown({ secrecy, unit }: Mark, sight: Sight): boolean {
  if (!sight.secrecy.includes(secrecy)) return false;
  return secrecy === 'public' || sight.units === null || (unit !== null && sight.units.includes(unit));
}
