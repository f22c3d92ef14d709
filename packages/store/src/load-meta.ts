import type { StoreMeta } from './feature-store.js';

/** Throws RangeError: what a load says of itself is written by our own code. */
export function assertLoadMeta(meta: StoreMeta, profile: string): void {
  if (meta.profile !== profile) {
    throw new RangeError(`A load of profile ${meta.profile} into the store of ${profile}`);
  }
  if (meta.contentHash === '' || Number.isNaN(Date.parse(meta.loadedAt))) {
    throw new RangeError('A load without a content hash or without the instant it was made');
  }
}
