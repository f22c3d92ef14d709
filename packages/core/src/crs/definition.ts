import type { LocalText } from '../issue.js';

export type Datum = 'VN-2000' | 'HN-72' | 'WGS 84';

/** The transverse Mercator of a projected system; false northing and latitude of origin are 0 in all of them. */
export interface TransverseMercator {
  readonly centralMeridian_deg: number;
  /** Scale on the central meridian. */
  readonly k0: number;
  readonly falseEasting_m: number;
  readonly zoneWidth_deg: 3 | 6;
}

/** [min, min, max, max] in the system's own units and inner axis order: east (or longitude) first. */
export type CoordinateBox = readonly [minX: number, minY: number, maxX: number, maxY: number];

export interface CrsDefinition {
  /** `EPSG:9213`, `OGC:CRS84`. */
  readonly id: string;
  readonly name: string;
  readonly datum: Datum;
  readonly unit: 'deg' | 'm';
  /** `null` for geographic systems. */
  readonly projection: TransverseMercator | null;
  /** Where the register says the system is used. */
  readonly areaOfUse: LocalText;
  /** Coordinates outside are refused: no document of this system can mean them. */
  readonly range: CoordinateBox;
  /** Where the parameters come from. */
  readonly source: string;
  /** Stated accuracy of the way to WGS 84, in metres. */
  readonly datumAccuracy_m: number;
  /** What the datum's accuracy holds for, where that is less than the whole area of use. */
  readonly datumAccuracyNote?: LocalText;
  /** For proj4 and PROJ; axis order east, north. */
  readonly proj: string;
}
