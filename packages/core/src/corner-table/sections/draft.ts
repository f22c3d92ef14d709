import type { TextItem } from '../layout/layout.js';
import type { Role } from '../layout/roles.js';
import type { TablePoint } from '../points/point.js';
import type { Cell } from '../text/cell.js';

/** One ring, line or group of points of a site, in table order. */
export interface Part {
  readonly hole: boolean;
  readonly points: readonly TablePoint[];
}

/** A cell of an attribute column, with the words of its header for the unit. */
export interface Attribute {
  readonly cell: Cell;
  readonly row: number;
  readonly column: string;
}

/** A site before anything is known of its place: its points and the words that belong to it. */
export interface SiteDraft {
  readonly parts: readonly Part[];
  /** The title row over it. */
  readonly title: string | null;
  /** Words that stand over or under this site only. */
  readonly texts: readonly TextItem[];
  /** First non-empty value of each attribute column. */
  readonly attributes: ReadonlyMap<Role, Attribute>;
}

export interface Sections {
  /** Words that hold for the whole sheet. */
  readonly texts: readonly TextItem[];
  readonly sites: readonly SiteDraft[];
}
