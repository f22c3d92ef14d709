import type { MultiPolygon, Polygon, Position } from 'geojson';
import { areaToEquatorPerRadian_m2, bendExcess_m2, bulgeExcess_m2 } from '../../geodesy/edge-strip.js';
import { RADIANS_PER_DEGREE } from '../../geodesy/ellipsoid.js';
import { orientation } from '../../geometry/orientation.js';
import { isClockwise } from '../../geometry/winding.js';
import { EdgeGrid } from './edge-grid.js';
import { appendPath } from './flat-path.js';
import { VertexBuffer } from './vertex-buffer.js';

/** Nearer to the poles strips are not measured by the series. */
const SERIES_LATITUDE_deg = 80;
/** Of so few vertices every two edges are looked at: sorting them by place costs more. */
const FEW = 24;
const COUNTING = Uint32Array.from({ length: FEW }, (_, at) => at);

/**
 * Polygons in flat arrays: rings closed, shells counter-clockwise and holes clockwise, no edge longer than 282 m. One
 * object serves many polygons in turn; `read` overwrites what was there.
 */
export class Ground {
  readonly #buffer = new VertexBuffer(1024);
  readonly #grid = new EdgeGrid();
  #gridIsFilled = false;
  #heights = new Float64Array(0);
  #strips = new Float64Array(0);
  #baseHeight_m2 = 0;
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
        const positions: unknown = rings[ring];
        if (!Array.isArray(positions) || !this.#append(positions, ring > 0)) return false;
      }
    }
    if (this.ringCount === 0) return false;
    return this.#findBox();
  }

  #append(ring: readonly (Position | undefined)[], hole: boolean): boolean {
    if (!isClosedRing(ring)) return false;
    const backwards = isClockwise(ring) !== hole;
    appendPath(this.#buffer, ring, backwards);
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
    // Measured from the southern edge, not the equator, so that small ground keeps its digits.
    this.#baseHeight_m2 = areaToEquatorPerRadian_m2(Math.sin((this.box[1] ?? 0) * RADIANS_PER_DEGREE));
    for (let vertex = 0; vertex < vertexCount; vertex += 1) {
      this.#heights[vertex] = this.height(xy[2 * vertex + 1] ?? 0);
    }
    this.area_m2 = 0;
    for (let ring = 0; ring < ringCount; ring += 1) {
      const end = (rings[ring + 1] ?? 0) - 1;
      for (let edge = rings[ring] ?? 0; edge < end; edge += 1) {
        const x0 = xy[2 * edge] ?? 0;
        const y0 = xy[2 * edge + 1] ?? 0;
        const strip_m2 = strip(
          x0,
          y0,
          this.#heights[edge] ?? 0,
          xy[2 * edge + 2] ?? 0,
          xy[2 * edge + 3] ?? 0,
          this.#heights[edge + 1] ?? 0,
          0,
        );
        this.#strips[edge] = strip_m2;
        this.area_m2 += strip_m2;
      }
    }
  }

  /** Area per radian of longitude between the southern edge and a parallel. */
  height(lat_deg: number): number {
    return areaToEquatorPerRadian_m2(Math.sin(lat_deg * RADIANS_PER_DEGREE)) - this.#baseHeight_m2;
  }

  /** Signed area under an edge. */
  stripOf(edge: number): number {
    return this.#strips[edge] ?? 0;
  }

  /** Signed area under the part of any edge from `from`, 0 to 1 along it, to its end. */
  stripFrom(x0: number, y0: number, x1: number, y1: number, from: number): number {
    const y = y0 + from * (y1 - y0);
    return strip(x0, y, this.height(y), x1, y1, this.height(y1), from);
  }

  /**
   * Whether no two edges meet but neighbours at their common end, and every shell lies outside and every hole inside:
   * true only for valid ground. What is false may be valid still; the geometry engine decides.
   */
  isPlain(): boolean {
    if (this.#edgesMeet()) return false;
    for (let ring = 0; ring < this.ringCount; ring += 1) {
      const end = (this.rings[ring + 1] ?? 0) - 1;
      for (let edge = this.rings[ring] ?? 0; edge < end; edge += 1) {
        if (this.#foldsBack(edge, ring)) return false;
      }
    }
    return this.#isNested();
  }

  #edgesMeet(): boolean {
    if (this.ringCount === 1 && this.vertexCount <= FEW) {
      const last = this.vertexCount - 1;
      for (let edge = 0; edge + 1 < last; edge += 1) {
        if (this.#meetsLater(edge, COUNTING, edge + 1, last)) return true;
      }
      return false;
    }
    const { grid } = this;
    const cells = grid.side * grid.side;
    for (let cell = 0; cell < cells; cell += 1) {
      const end = grid.starts[cell + 1] ?? 0;
      for (let at = grid.starts[cell] ?? 0; at + 1 < end; at += 1) {
        if (this.#meetsLater(grid.edges[at] ?? 0, grid.edges, at + 1, end)) return true;
      }
    }
    return false;
  }

  /** Whether the next edge runs back over this one. */
  #foldsBack(edge: number, ring: number): boolean {
    const { xy } = this;
    const next = edge + 2 === this.rings[ring + 1] ? (this.rings[ring] ?? 0) : edge + 1;
    const [x0, y0, x1, y1] = [
      xy[2 * edge] ?? 0,
      xy[2 * edge + 1] ?? 0,
      xy[2 * next] ?? 0,
      xy[2 * next + 1] ?? 0,
    ];
    const [x2, y2] = [xy[2 * next + 2] ?? 0, xy[2 * next + 3] ?? 0];
    return orientation(x0, y0, x1, y1, x2, y2) === 0 && (x1 - x0) * (x2 - x1) + (y1 - y0) * (y2 - y1) < 0;
  }

  /** Whether an edge meets another of its cell, but for a neighbour at their common end. */
  #meetsLater(edge: number, others: Uint32Array, from: number, to: number): boolean {
    const { xy } = this;
    const x0 = xy[2 * edge] ?? 0;
    const y0 = xy[2 * edge + 1] ?? 0;
    const x1 = xy[2 * edge + 2] ?? 0;
    const y1 = xy[2 * edge + 3] ?? 0;
    const west = Math.min(x0, x1);
    const east = Math.max(x0, x1);
    const south = Math.min(y0, y1);
    const north = Math.max(y0, y1);
    for (let at = from; at < to; at += 1) {
      const other = others[at] ?? 0;
      const u0 = xy[2 * other] ?? 0;
      const u1 = xy[2 * other + 2] ?? 0;
      if ((u0 < west && u1 < west) || (u0 > east && u1 > east)) continue;
      const v0 = xy[2 * other + 1] ?? 0;
      const v1 = xy[2 * other + 3] ?? 0;
      if ((v0 < south && v1 < south) || (v0 > north && v1 > north)) continue;
      const side0 = orientation(x0, y0, x1, y1, u0, v0);
      const side1 = orientation(x0, y0, x1, y1, u1, v1);
      if ((side0 > 0 && side1 > 0) || (side0 < 0 && side1 < 0)) continue;
      const side2 = orientation(u0, v0, u1, v1, x0, y0);
      const side3 = orientation(u0, v0, u1, v1, x1, y1);
      if ((side2 > 0 && side3 > 0) || (side2 < 0 && side3 < 0)) continue;
      if (!this.#areNeighbours(edge, other)) return true;
    }
    return false;
  }

  #areNeighbours(edge: number, other: number): boolean {
    const low = Math.min(edge, other);
    const high = Math.max(edge, other);
    if (high === low + 1) return true;
    for (let ring = 0; ring < this.ringCount; ring += 1) {
      if (low === this.rings[ring] && high === (this.rings[ring + 1] ?? 0) - 2) return true;
    }
    return false;
  }

  /** Rings that do not meet are nested right when each lies in an even number of others (shells) or odd (holes). */
  #isNested(): boolean {
    if (this.ringCount === 1) return this.signedRing(0) > 0;
    for (let ring = 0; ring < this.ringCount; ring += 1) {
      const at = 2 * (this.rings[ring] ?? 0);
      const [x, y] = [this.xy[at] ?? 0, this.xy[at + 1] ?? 0];
      let inside = false;
      for (let other = 0; other < this.ringCount; other += 1) {
        if (other !== ring && this.#ringHolds(other, x, y)) inside = !inside;
      }
      if (inside !== this.signedRing(ring) < 0) return false;
    }
    return true;
  }

  /** Twice the area of a ring in square degrees; negative for holes. */
  signedRing(ring: number): number {
    const { xy } = this;
    const start = this.rings[ring] ?? 0;
    const end = (this.rings[ring + 1] ?? 0) - 1;
    const [x0, y0] = [xy[2 * start] ?? 0, xy[2 * start + 1] ?? 0];
    let sum = 0;
    for (let edge = start; edge < end; edge += 1) {
      const dx = (xy[2 * edge] ?? 0) - x0;
      const dy = (xy[2 * edge + 1] ?? 0) - y0;
      sum += dx * ((xy[2 * edge + 3] ?? 0) - y0) - dy * ((xy[2 * edge + 2] ?? 0) - x0);
    }
    return sum;
  }

  #ringHolds(ring: number, x: number, y: number): boolean {
    const { xy } = this;
    const end = (this.rings[ring + 1] ?? 0) - 1;
    let inside = false;
    for (let edge = this.rings[ring] ?? 0; edge < end; edge += 1) {
      const y0 = xy[2 * edge + 1] ?? 0;
      const y1 = xy[2 * edge + 3] ?? 0;
      if (y0 > y === y1 > y) continue;
      if (orientation(xy[2 * edge] ?? 0, y0, xy[2 * edge + 2] ?? 0, y1, x, y) > 0 === y1 > y0)
        inside = !inside;
    }
    return inside;
  }
}

/** Whether these are numbers on earth that close, away from the poles and not across the antimeridian. */
function isClosedRing(ring: readonly (Position | undefined)[]): ring is Position[] {
  const last = ring.length - 1;
  if (last < 3 || ring[0]?.[0] !== ring[last]?.[0] || ring[0]?.[1] !== ring[last]?.[1]) return false;
  let before = ring[0]?.[0] ?? Number.NaN;
  for (const position of ring) {
    if (!Array.isArray(position)) return false;
    const x: unknown = position[0];
    const y: unknown = position[1];
    if (typeof x !== 'number' || typeof y !== 'number') return false;
    if (!(Math.abs(x) <= 180 && Math.abs(y) <= SERIES_LATITUDE_deg && Math.abs(x - before) <= 180))
      return false;
    before = x;
  }
  return true;
}

/** As `Ground.stripFrom`, for an edge whose heights at both ends of the part are known. */
function strip(
  x0: number,
  y: number,
  height0: number,
  x1: number,
  y1: number,
  height1: number,
  from: number,
): number {
  // The whole edge, of which the part is the last (1 − from).
  const rest = 1 - from;
  const dLon = (x1 - x0) * RADIANS_PER_DEGREE;
  if (dLon === 0) return 0;
  const dLat = (y1 - y) * RADIANS_PER_DEGREE;
  const middle = ((y + y1) / 2) * RADIANS_PER_DEGREE;
  const sin = Math.sin(middle);
  const cos = Math.cos(middle);
  const straight = (height0 + height1) / 2 + bendExcess_m2(sin, cos, dLat);
  const whole = bulgeExcess_m2(sin, cos, rest === 0 ? 0 : dLat / rest, dLon);
  // ∫ 6t(1 − t) from `from` to 1: the bulge is a parabola along the edge.
  const share = 1 - 3 * from * from + 2 * from * from * from;
  return -dLon * (rest * straight + share * whole);
}
