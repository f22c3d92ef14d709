import { orientation } from '../../geometry/orientation.js';
import type { Ground } from './ground.js';
import type { LayerData } from './layer-data.js';
import { layerIsLeft, siteIsLeft } from './perturbed.js';
import { isInFeature } from './place-state.js';

/**
 * The common ground of a site and one feature, by Green's theorem: the strips under the parts of the site's edges that
 * lie in the feature, and under the parts of the feature's edges that lie in the site. No ring is ever put together;
 * where edges cross is all that is needed, in any order.
 */
export class CommonGround {
  readonly #data: LayerData;
  /** Net crossings of each edge of the site into the feature; zero between calls. */
  #turns = new Int32Array(1024);
  /** The look in which each edge of the site was met last. */
  #met = new Uint32Array(1024);
  #looks = 0;
  /** Of the pair looked at last. */
  area_m2 = 0;
  /** Whether any two edges meet, be it in a point. */
  meets = false;
  /** Whether the sides agree all the way round, as they do for valid ground. */
  agrees = true;

  constructor(data: LayerData) {
    this.#data = data;
  }

  /** Measures one pair; `near` from `from` to `to` are the feature's edges that meet the site's box, ascending. */
  measure(site: Ground, feature: number, near: Uint32Array, from: number, to: number): void {
    const { xy } = this.#data;
    this.area_m2 = 0;
    this.meets = false;
    this.agrees = true;
    if (this.#turns.length < site.vertexCount) {
      this.#turns = new Int32Array(2 * site.vertexCount);
      this.#met = new Uint32Array(2 * site.vertexCount);
    }
    let state = 0;
    let last = -2;
    let area_m2 = 0;
    for (let k = from; k < to; k += 1) {
      const edge = near[k] ?? 0;
      if (edge !== last + 1) state = isInSite(site, xy[2 * edge] ?? 0, xy[2 * edge + 1] ?? 0) ? 1 : 0;
      if (state !== 0) area_m2 += state * site.strips.stripOf(xy, edge);
      state += this.#cross(site, edge);
      last = edge;
    }
    this.area_m2 += area_m2;
    this.#addSite(site, feature);
  }

  /** Crosses one edge of the feature with all of the site's that are near; its net turns into the site. */
  #cross(site: Ground, near: number): number {
    const { xy, grid } = site;
    const layer = this.#data.xy;
    const x0 = layer[2 * near] ?? 0;
    const y0 = layer[2 * near + 1] ?? 0;
    const x1 = layer[2 * near + 2] ?? 0;
    const y1 = layer[2 * near + 3] ?? 0;
    const west = Math.min(x0, x1);
    const east = Math.max(x0, x1);
    const south = Math.min(y0, y1);
    const north = Math.max(y0, y1);
    const left = grid.column(west);
    const right = grid.column(east);
    const bottom = grid.row(south);
    const top = grid.row(north);
    const alone = left === right && bottom === top;
    let turns = 0;
    this.#looks = (this.#looks + 1) >>> 0;
    for (let row = bottom; row <= top; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const cell = row * grid.side + column;
        const end = grid.starts[cell + 1] ?? 0;
        for (let at = grid.starts[cell] ?? 0; at < end; at += 1) {
          const edge = grid.edges[at] ?? 0;
          const u0 = xy[2 * edge] ?? 0;
          const u1 = xy[2 * edge + 2] ?? 0;
          if ((u0 < west && u1 < west) || (u0 > east && u1 > east)) continue;
          const v0 = xy[2 * edge + 1] ?? 0;
          const v1 = xy[2 * edge + 3] ?? 0;
          if ((v0 < south && v1 < south) || (v0 > north && v1 > north)) continue;
          // Both edges may lie in several cells: the pair counts once.
          if (!alone) {
            if (this.#met[edge] === this.#looks) continue;
            this.#met[edge] = this.#looks;
          }
          turns += this.#crossPair(site, edge, near);
        }
      }
    }
    return turns;
  }

  /** Adds what one crossing brings; the turn of the feature's edge into the site: 1, -1 or 0 for none. */
  #crossPair(site: Ground, edge: number, near: number): number {
    const { xy } = site;
    const u0 = xy[2 * edge] ?? 0;
    const v0 = xy[2 * edge + 1] ?? 0;
    const u1 = xy[2 * edge + 2] ?? 0;
    const v1 = xy[2 * edge + 3] ?? 0;
    const layer = this.#data.xy;
    const x0 = layer[2 * near] ?? 0;
    const y0 = layer[2 * near + 1] ?? 0;
    const x1 = layer[2 * near + 2] ?? 0;
    const y1 = layer[2 * near + 3] ?? 0;
    const side0 = orientation(x0, y0, x1, y1, u0, v0);
    const side1 = orientation(x0, y0, x1, y1, u1, v1);
    if ((side0 > 0 && side1 > 0) || (side0 < 0 && side1 < 0)) return 0;
    const side2 = orientation(u0, v0, u1, v1, x0, y0);
    const side3 = orientation(u0, v0, u1, v1, x1, y1);
    if ((side2 > 0 && side3 > 0) || (side2 < 0 && side3 < 0)) return 0;
    this.meets = true;
    const fromLeft = siteIsLeft(x0, y0, x1, y1, u0, v0);
    if (fromLeft === siteIsLeft(x0, y0, x1, y1, u1, v1)) return 0;
    const intoLeft = layerIsLeft(u0, v0, u1, v1, x1, y1);
    if (intoLeft === layerIsLeft(u0, v0, u1, v1, x0, y0)) return 0;
    const dx = x1 - x0;
    const dy = y1 - y0;
    const du = u1 - u0;
    const dv = v1 - v0;
    // One place for both: all but parallel edges may cross far from where each alone would say.
    let along = side0 === side1 ? 0 : unit(side0 / (side0 - side1));
    const other = ((u0 + along * du - x0) * dx + (v0 + along * dv - y0) * dy) / (dx * dx + dy * dy);
    const across = unit(other);
    if (other !== across) {
      along = unit(((x0 + across * dx - u0) * du + (y0 + across * dy - v0) * dv) / (du * du + dv * dv));
    }
    const turn = intoLeft ? 1 : -1;
    const { strips } = site;
    this.area_m2 += turn * (strips.stripFrom(layer, near, across) - strips.stripFrom(xy, edge, along));
    this.#turns[edge] = (this.#turns[edge] ?? 0) - turn;
    return turn;
  }

  #addSite(site: Ground, feature: number): void {
    const { rings, ringCount, xy } = site;
    for (let ring = 0; ring < ringCount; ring += 1) {
      const start = rings[ring] ?? 0;
      const end = (rings[ring + 1] ?? 0) - 1;
      const begins = isInFeature(this.#data, feature, xy[2 * start] ?? 0, xy[2 * start + 1] ?? 0) ? 1 : 0;
      let state = begins;
      for (let edge = start; edge < end; edge += 1) {
        if (state !== 0) this.area_m2 += state * site.stripOf(edge);
        state += this.#turns[edge] ?? 0;
        this.#turns[edge] = 0;
      }
      if (state !== begins) this.agrees = false;
    }
  }
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Whether a vertex of the layer lies in the site, by the edges above it. */
function isInSite({ xy, rings, ringCount, box }: Ground, x: number, y: number): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = box;
  if (x < west || x > east || y < south || y > north) return false;
  let inside = false;
  for (let ring = 0; ring < ringCount; ring += 1) {
    const end = (rings[ring + 1] ?? 0) - 1;
    for (let edge = rings[ring] ?? 0; edge < end; edge += 1) {
      const x0 = xy[2 * edge] ?? 0;
      const x1 = xy[2 * edge + 2] ?? 0;
      if (x0 > x === x1 > x) continue;
      const left = layerIsLeft(x0, xy[2 * edge + 1] ?? 0, x1, xy[2 * edge + 3] ?? 0, x, y);
      if (left !== x1 > x0) inside = !inside;
    }
  }
  return inside;
}
