import type { ProfileDocument, SpotReading, UnitIndexEntry } from '@giapranh/core';
import type { Item } from '../server/features.js';

/** One thing a search found. */
export type Hit =
  | { readonly kind: 'spot'; readonly reading: SpotReading }
  | { readonly kind: 'unit'; readonly unit: UnitIndexEntry }
  | { readonly kind: 'site'; readonly site: Item }
  | { readonly kind: 'document'; readonly document: ProfileDocument };

/** What can be found. */
export interface Corpus {
  readonly units: readonly UnitIndexEntry[];
  readonly sites: readonly Item[];
  readonly documents: readonly ProfileDocument[];
  /** Systems tried for metres without a meridian. */
  readonly crs: readonly string[];
  readonly view: readonly [number, number, number, number];
}
