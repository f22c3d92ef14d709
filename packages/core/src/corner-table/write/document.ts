import type { CornerPart, CornerSite } from '../result.js';
import type { DeclaredDecision } from '../statement/attributes.js';

/** A corner table to be written: coordinates are those of `crs`, as `resolveCornerTable` gives them. */
export interface CornerDocument {
  /** `EPSG:9213`; any system of the product. */
  readonly crs: string;
  /** Default: the circular's title. */
  readonly title?: string;
  /** The act the table belongs to. */
  readonly decision?: DeclaredDecision;
  readonly sites: readonly WrittenSite[];
  /** Sentences under the table. */
  readonly notes?: readonly string[];
}

/** One site as written; a site of a `CornerTableResult` fits. */
export type WrittenSite = Pick<CornerSite, 'name' | 'shape' | 'declared'> & {
  readonly parts: readonly CornerPart[];
  /** Square metres; computed on the grid when `null`. */
  readonly area_m2: number | null;
};

/** One cell of the written sheet. */
export type WrittenCell =
  | string
  /** Metres to the millimetre, or degrees to nine decimals. */
  | { readonly number: number; readonly decimals: number };
