import type { MultiPolygon, Position } from 'geojson';
import type { DrawingId, UnitRef } from '../admin/unit.js';
import { type Bbox, bboxOf } from '../geometry/bbox.js';

/** One side of a border: a drawn unit of any level and vintage, or a group of them drawn as one. */
export interface BorderSide extends UnitRef {
  readonly drawing: DrawingId;
  /** WGS 84 lon/lat, RFC 7946 winding. */
  readonly geometry: MultiPolygon;
}

/** All rings of a side, in document order, holes too. */
export function ringsOf(side: BorderSide): readonly (readonly Position[])[] {
  return side.geometry.coordinates.flat();
}

/** Where two sides can touch at all: the overlap of their boxes, grown by a margin in degrees; `null` when apart. */
export function commonBox(a: BorderSide, b: BorderSide, margin_deg: number): Bbox | null {
  const [one, two] = [bboxOf(a.geometry), bboxOf(b.geometry)];
  const box: Bbox = [
    Math.max(one[0], two[0]) - margin_deg,
    Math.max(one[1], two[1]) - margin_deg,
    Math.min(one[2], two[2]) + margin_deg,
    Math.min(one[3], two[3]) + margin_deg,
  ];
  return box[0] <= box[2] && box[1] <= box[3] ? box : null;
}
