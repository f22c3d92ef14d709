import type { MultiPolygon } from 'geojson';
import type { DrawingId, UnitRef } from '../admin/unit.js';

/** What part of a zone lies in a commune. */
export interface ZoneShare extends UnitRef {
  readonly area_m2: number;
}

/** The ground of one side between two distances from the shared border. */
export interface BorderZone {
  /** Codes of the pair in the order asked for: `06-04`. */
  readonly pair: string;
  readonly side: UnitRef;
  readonly other: UnitRef;
  readonly inner_m: number;
  readonly outer_m: number;
  /** On the ellipsoid. */
  readonly area_m2: number;
  readonly border_length_m: number;
  /** WGS 84 lon/lat, RFC 7946 winding; vertices of the drawing are kept to the last bit. */
  readonly geometry: MultiPolygon;
  /** The communes it touches, by code, with their areas in it; they add up to the zone where communes cover it. */
  readonly communes: readonly ZoneShare[];
  readonly drawing: DrawingId;
  readonly accuracy: ZoneAccuracy;
}

export interface ZoneAccuracy {
  /** Every point of the outer edge is within this of the true distance on the ellipsoid. */
  readonly outer_edge_m: number;
  /** Pieces smaller than this are left out. */
  readonly sliver_m2: number;
  readonly method: string;
}
