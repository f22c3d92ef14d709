import type { UnitRef } from '../../admin/unit.js';
import type { AxisOrder } from '../../crs/axis.js';
import type { LonLat } from '../../geodesy/position.js';
import type { LocalText } from '../../issue.js';
import type { Evidence } from './evidence.js';

/**
 * How sure the system of a table is. `certain`: the document's own words and places leave one reading; `likely`: one
 * reading is left but nothing independent proves it, confirm it; `ambiguous`: several fit; `impossible`: none does.
 */
export type Verdict = 'certain' | 'likely' | 'ambiguous' | 'impossible';

/** One way to read the table's coordinates. */
export interface Reading {
  /** `EPSG:9213`; a known wrong making of it as `EPSG:9213~k0=0.9996`. To be named in `--crs`. */
  readonly crs: string;
  readonly name: string;
  /** The order of the two columns as written. */
  readonly axis: AxisOrder;
  /** Share of the weight of all readings, 0 to 1; all readings of a system together make 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  /** Where the first site would lie: WGS 84 lon/lat, degrees; `null` outside Vietnam. */
  readonly position: LonLat | null;
  /** The units there, of every vintage. */
  readonly units: readonly UnitRef[];
  readonly lands_in: LocalText;
  /** Named by the user. */
  readonly confirmed: boolean;
  /** Which group of sites it reads: sites that state one system are read together. */
  readonly system: number;
}
