import type { Geometry } from 'geojson';
import type { LonLat } from '../geodesy/position.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import type { Issue } from '../issue.js';
import type { Reading, Verdict } from './diagnosis/reading.js';
import type { Gazetteer } from './gazetteer/gazetteer.js';
import type { DeclaredDecision, Shape } from './statement/attributes.js';
import type { CellValue } from './text/cell.js';

/**
 * A corner table as it comes: text (CSV, TSV, pasted), the rows of one sheet, or several sheets. Numbers in cells are
 * taken as they are, text is read; row numbers in issues count from 1.
 */
export type CornerTableInput =
  | string
  | readonly (readonly CellValue[])[]
  | { readonly sheets: readonly CornerSheet[] };

export interface CornerSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
}

export interface CornerTableContext {
  /** The administrative map, to check declared places against; without it no verdict is `certain`. */
  readonly gazetteer?: Gazetteer;
  /** The reading the user stands for: `EPSG:9213`, or the `crs` of a reading. It becomes geometry. */
  readonly crs?: string;
  /** Mend faults that have one certain mending; each becomes a note. Default: nothing is changed. */
  readonly repair?: boolean;
  /** Measures overlaps between sites; without it they are told without their area. */
  readonly kernel?: GeometryKernel;
  /** Sites known to lie in the neighbourhood, WGS 84 lon/lat. */
  readonly neighbours?: readonly LonLat[];
}

/** One corner of the answer. */
export interface CornerPoint {
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly label: string;
  /** Metres on the grid, without zone number; degrees for geographic tables; `null` when unreadable. */
  readonly north: number | null;
  readonly east: number | null;
}

export interface CornerPart {
  readonly hole: boolean;
  readonly points: readonly CornerPoint[];
}

/** Declared against computed area of a ring, square metres. */
export interface CornerArea {
  /** In the plane of the grid, holes taken off; `null` for lines and points. */
  readonly grid_m2: number | null;
  /** On the ellipsoid; `null` while there is no geometry. */
  readonly geodesic_m2: number | null;
  readonly declared_m2: number | null;
  /** What rounding explains of a difference. */
  readonly tolerance_m2: number | null;
  /** `null` when no area is declared. */
  readonly agrees: boolean | null;
}

export interface CornerSite {
  /** Counted from 1 in table order. */
  readonly id: string;
  readonly name: string | null;
  readonly sheet: string | null;
  /** First and last row of its points. */
  readonly rows: readonly [number, number];
  readonly shape: Shape;
  /** As written, or as repaired when that was asked. */
  readonly parts: readonly CornerPart[];
  readonly declared: {
    readonly communes: readonly string[];
    readonly districts: readonly string[];
    readonly provinces: readonly string[];
    readonly mineral: string | null;
    readonly decision: DeclaredDecision | null;
  };
  readonly area: CornerArea | null;
  /** Index into `systems`. */
  readonly system: number;
  /** The reading the geometry was made with; `null` while there is none. */
  readonly crs: string | null;
  /**
   * WGS 84 lon/lat, RFC 7946; `null` unless the system is certain or named by the user and nothing blocks. Corners
   * within 1 mm of PROJ; the datum shift itself is good to about 1 m.
   */
  readonly geometry: Geometry | null;
  /** Codes of what keeps the geometry from being made. */
  readonly withheld: readonly string[];
}

/** Sites that state one coordinate system and are written in one way. */
export interface CornerSystem {
  readonly verdict: Verdict;
  /** The reading the verdict is about: `EPSG:9213`; `null` when it is `impossible`. */
  readonly crs: string | null;
  readonly sites: readonly string[];
}

/**
 * What a corner table says. Nothing is guessed: only a `certain` reading, or one the user named, becomes geometry.
 * Issues are faults of the table, with row, likely cause and remedy; notes are what was assumed, converted or repaired.
 */
export interface CornerTableResult {
  /** The least sure of all systems. */
  readonly verdict: Verdict;
  /** All readings of all systems, best first within each. */
  readonly readings: readonly Reading[];
  readonly systems: readonly CornerSystem[];
  readonly issues: readonly Issue[];
  readonly notes: readonly Issue[];
  readonly sites: readonly CornerSite[];
}
