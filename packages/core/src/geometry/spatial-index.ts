import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { type Bbox, bboxOf } from './bbox.js';

/** Boxes packed into a static R-tree; answers with the items' positions in the input, ascending. */
export interface SpatialIndex {
  readonly size: number;
  search(box: Bbox): readonly number[];
  /** The nearest boxes to a point, nearest first. */
  nearest(x: number, y: number, count: number): readonly number[];
}

/** Indexes boxes; empty boxes are never found. */
export function spatialIndex(boxes: readonly Bbox[]): SpatialIndex {
  if (boxes.length === 0) return { size: 0, search: () => [], nearest: () => [] };
  const tree = new Flatbush(boxes.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  return {
    size: boxes.length,
    search: ([west, south, east, north]) => tree.search(west, south, east, north).sort((a, b) => a - b),
    nearest: (x, y, count) => tree.neighbors(x, y, count),
  };
}

export function geometryIndex(geometries: readonly Geometry[]): SpatialIndex {
  return spatialIndex(geometries.map(bboxOf));
}
