import type { Issue } from '../../issue.js';
import type { TablePoint } from '../points/point.js';

/** Which point a repair touches: its key, and its row for the note. */
export type PointKey = Pick<TablePoint, 'key' | 'row'>;

/** A change to a site's rows that would mend a fault; made only when asked. */
export type Repair =
  | { readonly kind: 'exchange'; readonly point: PointKey }
  | { readonly kind: 'drop'; readonly point: PointKey }
  | { readonly kind: 'order'; readonly part: number; readonly points: readonly PointKey[] }
  | {
      readonly kind: 'value';
      readonly point: PointKey;
      readonly axis: 'north' | 'east';
      readonly value: number;
    };

/** A fault of a site's geometry. */
export interface Fault {
  readonly issue: Issue;
  /** `true`: no geometry is made while it stands. */
  readonly blocks: boolean;
  /** The one change that mends it; `null` when there is none, or several. */
  readonly repair: Repair | null;
}
