import type { Geometry, MultiLineString, Position } from 'geojson';
import { type Bbox, bboxGrown, bboxOf } from '../../geometry/bbox.js';
import type { GeometryKernel } from '../../geometry/kernel.js';
import { pointLocator } from '../../geometry/point-location.js';
import { ok, type Result } from '../../result.js';
import { shapeOf } from '../shape-measure.js';
import { type LayerData, vertexEnd } from './layer-data.js';
import type { NearEdges } from './near-edges.js';
import { isInFeature } from './place-state.js';

/** Windows are cut this much wider than what is asked about, so that their own edges are never met. */
const MARGIN_deg = 1e-5;

/** One feature of a layer for the geometry engine: only ever the part of it that is near. */
export class FeatureView {
  readonly dimension: 0 | 1 | 2;
  readonly #kernel: GeometryKernel;
  readonly #data: LayerData;
  readonly #feature: number;
  readonly #near: NearEdges;

  /** `near` is overwritten by every question. */
  constructor(kernel: GeometryKernel, data: LayerData, feature: number, near: NearEdges) {
    this.#kernel = kernel;
    this.#data = data;
    this.#feature = feature;
    this.#near = near;
    const head = data.heads[feature];
    if (head?.geometry !== undefined) this.dimension = shapeOf(head.geometry).dimension;
    else this.dimension = head?.kind === 'ground' ? 2 : head?.kind === 'lines' ? 1 : 0;
  }

  get #whole(): Geometry | undefined {
    return this.#data.heads[this.#feature]?.geometry;
  }

  /** Whether a place lies in the feature's ground. */
  contains(lon: number, lat: number): boolean {
    const whole = this.#whole;
    if (whole !== undefined) return pointLocator(shapeOf(whole).ground).contains(lon, lat);
    return isInFeature(this.#data, this.#feature, lon, lat);
  }

  /** The edges whose boxes meet a box, as two-point lines. */
  edgesNear(box: Bbox): [Position, Position][] {
    this.#near.search(...box);
    const end = vertexEnd(this.#data, this.#feature);
    const first = vertexEnd(this.#data, this.#feature - 1);
    return linesOf(
      this.#data,
      this.#near.edges.filter((edge) => edge >= first && edge < end),
    );
  }

  /** The part of the feature in a box of lon/lat; a feature of several dimensions is given whole. */
  within(box: Bbox): Result<Geometry> {
    const whole = this.#whole;
    if (whole !== undefined) return ok(whole);
    const edges = this.edgesNear(box);
    if (this.dimension === 0) return ok({ type: 'MultiPoint', coordinates: edges.map(([place]) => place) });
    const lines: MultiLineString = { type: 'MultiLineString', coordinates: edges };
    if (this.dimension === 1) return ok(lines);
    const frame = frameOf(box);
    const faces = this.#kernel.faces({ ...lines, coordinates: [...edges, frame] });
    if (!faces.ok) return faces;
    const inside: Geometry[] = [];
    for (const face of faces.value) {
      const place = this.#kernel.pointOnSurface(face);
      if (!place.ok) return place;
      const [lon = 0, lat = 0] = place.value;
      const framed = lon > box[0] && lon < box[2] && lat > box[1] && lat < box[3];
      if (framed && this.contains(lon, lat)) inside.push(face);
    }
    return this.#kernel.union(inside);
  }

  /** What of a geometry lies in the feature; `null` when nothing does. */
  common(geometry: Geometry): Result<Geometry | null> {
    const near = this.within(bboxGrown(bboxOf(geometry), MARGIN_deg));
    if (!near.ok) return near;
    const common = this.#kernel.intersection(geometry, near.value);
    if (!common.ok) return common;
    const { points, lines, ground } = shapeOf(common.value);
    const parts = points.length + lines.coordinates.length + ground.coordinates.length;
    return ok(parts === 0 ? null : common.value);
  }
}

/** Edges by their numbers as two-point lines. */
export function linesOf({ xy }: LayerData, edges: Uint32Array): [Position, Position][] {
  return Array.from(edges, (edge) => [
    [xy[2 * edge] ?? 0, xy[2 * edge + 1] ?? 0],
    [xy[2 * edge + 2] ?? 0, xy[2 * edge + 3] ?? 0],
  ]);
}

function frameOf([west, south, east, north]: Bbox): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
