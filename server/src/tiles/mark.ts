import type { Secrecy } from '@giapranh/core';

/** What decides who may see a feature. */
export interface Mark {
  readonly secrecy: Secrecy;
  /** Its `unit_code`. */
  readonly unit: string | null;
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
