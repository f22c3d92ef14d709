import type { MultiPolygon, Polygon } from 'geojson';
import { EdgeGrid } from './edge-grid.js';
import { appendPath } from './flat-path.js';
import { RingPlaces } from './ring-places.js';
import { Strips } from './strips.js';
import { VertexBuffer } from './vertex-buffer.js';

/**
 * Polygons in flat arrays: rings closed, shells counter-clockwise and holes clockwise, no edge longer than 282 m. One
 * object serves many polygons in turn; `read` overwrites what was there.
 */
export class Ground {
  readonly #places = new RingPlaces();
  readonly #buffer = new VertexBuffer(1024);
  readonly #grid = new EdgeGrid();
  #gridIsFilled = false;
  #heights = new Float64Array(0);
  #strips = new Float64Array(0);
  readonly #parallels = new Strips();
  /** Ring r has the vertices `rings[r]` up to `rings[r + 1]`; its edges are numbered by their first vertex. */
  rings = new Uint32Array(16);
  ringCount = 0;
  /** west, south, east, north. */
  readonly box = new Float64Array(4);
  /** Whether a ring ran the wrong way round in what was read. */
  rewound = false;
  /** On the ellipsoid, edges being geodesics. */
  area_m2 = 0;

  get xy(): Float64Array {
    return this.#buffer.xy;
  }

  get vertexCount(): number {
    return this.#buffer.count;
  }

  /** The edges by place, sorted when first asked for. */
  get grid(): EdgeGrid {
    if (!this.#gridIsFilled) this.#grid.fill(this.xy, this.rings, this.ringCount, this.box);
    this.#gridIsFilled = true;
    return this.#grid;
  }

  /** Takes polygons in. False for what is no plain closed ring of finite numbers away from poles and antimeridian. */
  read(geometry: Polygon | MultiPolygon): boolean {
    this.#buffer.count = 0;
    this.ringCount = 0;
    this.#gridIsFilled = false;
    this.rewound = false;
    const polygons: unknown = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    if (!Array.isArray(polygons)) return false;
    for (const rings of polygons as readonly unknown[]) {
      if (!Array.isArray(rings)) return false;
      for (let ring = 0; ring < rings.length; ring += 1) {
        if (!this.#places.read(rings[ring])) return false;
        if (!this.#append(ring > 0)) return false;
      }
    }
    if (this.ringCount === 0) return false;
    return this.#findBox();
  }

  #append(hole: boolean): boolean {
    const { xy, count, doubleArea } = this.#places;
    const backwards = doubleArea < 0 !== hole;
    appendPath(this.#buffer, xy, count, backwards);
    this.rewound ||= backwards;
    this.ringCount += 1;
    if (this.rings.length <= this.ringCount) {
      const wider = new Uint32Array(2 * this.rings.length);
      wider.set(this.rings);
      this.rings = wider;
    }
    this.rings[this.ringCount] = this.#buffer.count;
    return this.#buffer.count - (this.rings[this.ringCount - 1] ?? 0) >= 4;
  }

  #findBox(): boolean {
    const { xy, vertexCount } = this;
    let [west, south, east, north] = [180, 90, -180, -90];
    for (let at = 0; at < 2 * vertexCount; at += 2) {
      const x = xy[at] ?? 0;
      const y = xy[at + 1] ?? 0;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    const { box } = this;
    box[0] = west;
    box[1] = south;
    box[2] = east;
    box[3] = north;
    return true;
  }

  /** Measures every edge and the whole. */
  measure(): void {
    const { xy, vertexCount, rings, ringCount } = this;
    if (this.#heights.length < vertexCount) {
      this.#heights = new Float64Array(2 * vertexCount);
      this.#strips = new Float64Array(2 * vertexCount);
    }
    this.#parallels.begin(this.box[1] ?? 0, this.box[3] ?? 0);
    const heights = this.#heights;
    const strips = this.#strips;
    for (let vertex = 0; vertex < vertexCount; vertex += 1) {
      heights[vertex] = this.#parallels.height_m2(xy[2 * vertex + 1] ?? 0);
    }
    let sum_m2 = 0;
    for (let ring = 0; ring < ringCount; ring += 1) {
      const end = (rings[ring + 1] ?? 0) - 1;
      for (let edge = rings[ring] ?? 0; edge < end; edge += 1) {
        const strip_m2 = this.#parallels.strip_m2(
          xy[2 * edge] ?? 0,
          xy[2 * edge + 1] ?? 0,
          heights[edge] ?? 0,
          xy[2 * edge + 2] ?? 0,
          xy[2 * edge + 3] ?? 0,
          heights[edge + 1] ?? 0,
          0,
        );
        strips[edge] = strip_m2;
        sum_m2 += strip_m2;
      }
    }
    this.area_m2 = sum_m2;
  }

  /** Signed area under an edge. */
  stripOf(edge: number): number {
    return this.#strips[edge] ?? 0;
  }

  /** Area per radian of longitude between the southern edge and a parallel near by. */
  height_m2(lat_deg: number): number {
    return this.#parallels.height_m2(lat_deg);
  }

  /** Signed area under any edge near by, whose ends' heights are known. */
  stripBetween(
    x0: number,
    y0: number,
    height0_m2: number,
    x1: number,
    y1: number,
    height1_m2: number,
  ): number {
    return this.#parallels.strip_m2(x0, y0, height0_m2, x1, y1, height1_m2, 0);
  }

  /** Signed area under the part of any edge near by from `from`, 0 to 1 along it, to its end. */
  stripFrom(x0: number, y0: number, x1: number, y1: number, from: number): number {
    const y = y0 + from * (y1 - y0);
    const parallels = this.#parallels;
    return parallels.strip_m2(x0, y, parallels.height_m2(y), x1, y1, parallels.height_m2(y1), from);
  }
}
