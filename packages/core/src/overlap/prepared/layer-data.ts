import type { Geometry } from 'geojson';
import type { Bbox } from '../../geometry/bbox.js';
import type { Grid } from './grid.js';

/**
 * What a feature is made of. Only `ground` (polygons and nothing else) is cut by the layer itself; the rest, and ground
 * near the poles, goes to the geometry engine.
 */
export type FeatureKind = 'ground' | 'lines' | 'points' | 'mixed';

export interface FeatureHead {
  readonly id: string;
  readonly layer: string;
  readonly kind: FeatureKind;
  /** `null` where the feature states none. */
  readonly error_m: number | null;
  /** Of `mixed` features only: what the geometry engine is given. */
  readonly geometry?: Geometry;
}

/**
 * A prepared layer as flat arrays. Vertices of all features in one list; an edge bears the number of its first vertex.
 * A lone point is an edge without length.
 */
export interface LayerData {
  readonly heads: readonly FeatureHead[];
  readonly grid: Grid;
  readonly xy: Float64Array;
  /** Four numbers a feature: west, south, east, north. */
  readonly boxes: Float64Array;
  /** Path p has the vertices `paths[p]` up to `paths[p + 1]`. */
  readonly paths: Uint32Array;
  /** Feature f has the paths `featurePaths[f]` up to `featurePaths[f + 1]`. */
  readonly featurePaths: Uint32Array;
  /** The list of runs of each cell. Cells without edges that lie in the same features share one list. */
  readonly cells: Uint32Array;
  /** List k has the runs `lists[k]` up to `lists[k + 1]`, by feature. */
  readonly lists: Uint32Array;
  /** Three numbers a run: twice the feature, plus 1 where the cell's south-west corner lies in it; first edge; end. */
  readonly runs: Uint32Array;
  /** The edges that runs point into, ascending in each run. */
  readonly edges: Uint32Array;
}

export function featureBox(data: LayerData, feature: number): Bbox {
  const [west = 0, south = 0, east = 0, north = 0] = data.boxes.subarray(4 * feature, 4 * feature + 4);
  return [west, south, east, north];
}

/** The end of a feature's vertices, which is the first vertex of the next. */
export function vertexEnd(data: LayerData, feature: number): number {
  return data.paths[data.featurePaths[feature + 1] ?? 0] ?? 0;
}
