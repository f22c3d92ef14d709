import Flatbush from 'flatbush';
import type { Geometry, Position } from 'geojson';
import type { Bbox } from './bbox.js';

/** The edges of a geometry by place. A lone point counts as an edge without length. */
export class EdgeIndex {
  readonly #ends: Float64Array;
  readonly #tree: Flatbush | null;

  constructor(geometry: Geometry) {
    const paths = pathsOf(geometry);
    const count = paths.reduce((sum, path) => sum + Math.max(1, path.length - 1), 0);
    this.#ends = new Float64Array(4 * count);
    this.#tree = count === 0 ? null : new Flatbush(count);
    let at = 0;
    for (const path of paths) {
      for (let i = 0; i < Math.max(1, path.length - 1); i += 1) {
        const [x0 = 0, y0 = 0] = path[i] ?? [];
        const [x1 = x0, y1 = y0] = path[i + 1] ?? [];
        this.#ends.set([x0, y0, x1, y1], at);
        at += 4;
        this.#tree?.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
      }
    }
    this.#tree?.finish();
  }

  /** Whether the box of any edge meets a box. */
  meets(box: Bbox): boolean {
    return this.#tree?.collides(...box) ?? false;
  }

  /** The edges whose boxes meet a box, as two-point lines. */
  edgesNear(box: Bbox): [Position, Position][] {
    const ends = this.#ends;
    return (this.#tree?.search(...box) ?? []).map((edge) => [
      [ends[4 * edge] ?? 0, ends[4 * edge + 1] ?? 0],
      [ends[4 * edge + 2] ?? 0, ends[4 * edge + 3] ?? 0],
    ]);
  }
}

/** Lines, rings and lone points of a geometry, each as a path. */
export function pathsOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((place) => [place]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(pathsOf);
  }
}
