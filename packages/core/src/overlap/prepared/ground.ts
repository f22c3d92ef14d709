import type { MultiPolygon, Polygon } from 'geojson';
import { EdgeGrid } from './edge-grid.js';
import { appendPath } from './flat-path.js';
import { RingPlaces } from './ring-places.js';
import { Strips } from './strips.js';
import { VertexBuffer } from './vertex-buffer.js';
import type { WkbShape } from './wkb-shape.js';

/**
 * Polygons in flat arrays: rings closed, shells counter-clockwise and holes clockwise, no edge longer than 282 m. One
 * object serves many polygons in turn; `read` overwrites what was there.
 */
export class Ground {
  readonly #places = new RingPlaces();
  readonly #buffer = new VertexBuffer(1024);
  readonly #grid = new EdgeGrid();
  #gridIsFilled = false;
  /** By edge; where a ring ends, what is no edge. */
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
    this.#clear();
    const polygons: unknown = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    if (!Array.isArray(polygons)) return false;
    for (const rings of polygons as readonly unknown[]) {
      if (!Array.isArray(rings)) return false;
      for (let ring = 0; ring < rings.length; ring += 1) {
        if (!this.#places.read(rings[ring])) return false;
        if (!this.#append(ring > 0)) return false;
      }
    }
    return this.#findBox();
  }

  /** As `read`, without making GeoJSON of it; false for what are no polygons, too. */
  readWkb(shape: WkbShape): boolean {
    this.#clear();
    return shape.eachRing(this.#takeRing) && this.#findBox();
  }

  readonly #takeRing = (view: DataView, at: number, count: number, hole: boolean): boolean =>
    this.#places.readPairs(view, at, count) && this.#append(hole);

  #clear(): void {
    this.#buffer.count = 0;
    this.ringCount = 0;
    this.#gridIsFilled = false;
    this.rewound = false;
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
    if (this.ringCount === 0) return false;
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
    if (this.#strips.length < this.vertexCount) this.#strips = new Float64Array(2 * this.vertexCount);
    this.#parallels.begin(this.box[1] ?? 0, this.box[3] ?? 0);
    this.area_m2 = this.#parallels.measure(this.xy, this.rings, this.ringCount, this.#strips);
  }

  /** Signed area under an edge. */
  stripOf(edge: number): number {
    return this.#strips[edge] ?? 0;
  }

  /** What measures strips as those of this ground are measured: for edges of others that are near. */
  get strips(): Strips {
    return this.#parallels;
  }
}
