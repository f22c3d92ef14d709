import type { PointItem } from '../layout/layout.js';
import type { Role } from '../layout/roles.js';
import type { Cell } from '../text/cell.js';

/** A point as read from its row, before any coordinate system. */
export interface TablePoint {
  /** Row and column: two points may stand in one row. */
  readonly key: string;
  readonly row: number;
  readonly label: string;
  /** Northing in metres, or latitude in degrees; `null` when unreadable. */
  readonly north: number | null;
  /** Easting in metres without zone number, or longitude in degrees; `null` when unreadable. */
  readonly east: number | null;
  /** Half a unit of the last digit written, in metres or degrees. */
  readonly rounding: number;
  /** The row has its two coordinates the other way round than the table. */
  readonly swapped: boolean;
  /** The zone number written before the easting: `18417804`. */
  readonly zonePrefix: number | null;
  readonly attributes: ReadonlyMap<Role, Cell>;
  readonly item: PointItem;
}
