import type { Geometry } from 'geojson';
import { type Bbox, bboxOf } from '../geometry/bbox.js';
import { EdgeIndex } from '../geometry/edge-index.js';
import type { GeometryKernel, PreparedGeometry } from '../geometry/kernel.js';
import { type PointLocator, pointLocator } from '../geometry/point-location.js';
import { ok, type Result } from '../result.js';
import { type Shape, shapeOf } from './shape-measure.js';
import type { OverlapFeature } from './site-overlap.js';

/**
 * A feature made ready to be asked about many sites. Each index is built when first needed: a site whose box no edge
 * comes near never reaches the engine.
 */
export class PreparedFeature {
  readonly feature: OverlapFeature;
  readonly shape: Shape;
  readonly bbox: Bbox;
  readonly error_m: number;
  readonly #kernel: GeometryKernel;
  #edges: EdgeIndex | undefined;
  #ground: PointLocator | undefined;
  #prepared: PreparedGeometry | undefined;

  constructor(kernel: GeometryKernel, feature: OverlapFeature, error_m: number) {
    this.#kernel = kernel;
    this.feature = feature;
    this.shape = shapeOf(feature.geometry);
    this.bbox = bboxOf(feature.geometry);
    this.error_m = feature.error_m ?? error_m;
  }

  get edges(): EdgeIndex {
    this.#edges ??= new EdgeIndex(this.feature.geometry);
    return this.#edges;
  }

  /** Whether a place lies in the feature's ground. */
  contains(lon: number, lat: number): boolean {
    this.#ground ??= pointLocator(this.shape.ground);
    return this.#ground.contains(lon, lat);
  }

  /** What of a geometry lies in the feature; `null` when nothing does. */
  common(geometry: Geometry, box: Bbox): Result<Geometry | null> {
    const corner = firstPlace(geometry);
    if (!this.edges.meets(box)) {
      return ok(corner !== undefined && this.contains(corner[0], corner[1]) ? geometry : null);
    }
    const prepared = this.#prepare();
    if (!prepared.ok) return prepared;
    const meets = prepared.value.intersects(geometry);
    if (!meets.ok) return meets;
    if (!meets.value) return ok(null);
    const covers = prepared.value.covers(geometry);
    if (!covers.ok) return covers;
    return covers.value ? ok(geometry) : prepared.value.intersection(geometry);
  }

  /** The part of the feature in a box of lon/lat. */
  within([west, south, east, north]: Bbox): Result<Geometry> {
    const prepared = this.#prepare();
    if (!prepared.ok) return prepared;
    const corners = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return prepared.value.intersection({ type: 'Polygon', coordinates: [corners] });
  }

  dispose(): void {
    this.#prepared?.dispose();
    this.#prepared = undefined;
  }

  #prepare(): Result<PreparedGeometry> {
    if (this.#prepared !== undefined) return ok(this.#prepared);
    const prepared = this.#kernel.prepare(this.feature.geometry);
    if (prepared.ok) this.#prepared = prepared.value;
    return prepared;
  }
}

function firstPlace(geometry: Geometry): [number, number] | undefined {
  const [west, south] = firstOf(geometry) ?? [];
  return west === undefined || south === undefined ? undefined : [west, south];
}

function firstOf(geometry: Geometry): readonly number[] | undefined {
  const shape = shapeOf(geometry);
  return shape.ground.coordinates[0]?.[0]?.[0] ?? shape.lines.coordinates[0]?.[0] ?? shape.points[0];
}
