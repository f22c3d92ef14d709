import geographiclib from 'geographiclib-geodesic';
import type { Position } from 'geojson';

const { WGS84, DISTANCE } = geographiclib.Geodesic;
const DEGREE = Math.PI / 180;
/** Metres of a degree of latitude, roughly; only for ranking. */
const DEGREE_m = 111_000;
const LONGEST_PIECE_m = 500;

interface Edge {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/**
 * Distance from places to a line, by GeographicLib and nothing of ours: edges are ranked in a rough plane, and all
 * that could be nearest are searched on the ellipsoid.
 */
export class GeodesicJudge {
  readonly #cells = new Map<string, Edge[]>();
  readonly #cell_deg: number;

  constructor(lines: readonly (readonly Position[])[], cell_deg = 0.01) {
    this.#cell_deg = cell_deg;
    for (const line of lines) {
      for (const [i, position] of line.slice(0, -1).entries()) {
        for (const edge of pieces(pair(position), pair(line[i + 1] ?? position))) {
          for (const key of new Set([this.#key(...edge.from), this.#key(...edge.to)])) {
            const cell = this.#cells.get(key) ?? [];
            cell.push(edge);
            this.#cells.set(key, cell);
          }
        }
      }
    }
  }

  distance_m(place: Position): number {
    const [lon, lat] = pair(place);
    const ranked = this.#candidates(lon, lat);
    const rough = ranked.map((edge) => roughDistance_m(lon, lat, edge));
    const least = Math.min(...rough);
    let best = Number.POSITIVE_INFINITY;
    ranked.forEach((edge, index) => {
      // The rough plane is wrong by less than this over the 50 km that are asked about.
      if ((rough[index] ?? 0) <= least * 1.001 + 1) best = Math.min(best, exactDistance_m(lon, lat, edge));
    });
    return best;
  }

  /** The edges of all cells that can hold the nearest: rings of cells, until two empty-handed rings are passed. */
  #candidates(lon: number, lat: number): Edge[] {
    const [column, row] = [Math.floor(lon / this.#cell_deg), Math.floor(lat / this.#cell_deg)];
    const found: Edge[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (let ring = 0; ring < 400; ring += 1) {
      const nearestInRing_m = (ring - 1) * this.#cell_deg * DEGREE_m * Math.cos(lat * DEGREE) * 0.98;
      if (nearestInRing_m > least * 1.002 + 1_000) break;
      for (const [x, y] of ringCells(column, row, ring)) {
        for (const edge of this.#cells.get(`${x},${y}`) ?? []) {
          found.push(edge);
          least = Math.min(least, roughDistance_m(lon, lat, edge));
        }
      }
    }
    return found;
  }

  #key(lon: number, lat: number): string {
    return `${Math.floor(lon / this.#cell_deg)},${Math.floor(lat / this.#cell_deg)}`;
  }
}

/** A geodesic edge in pieces so short that it does not matter whether they are straight in degrees. */
function pieces(from: readonly [number, number], to: readonly [number, number]): Edge[] {
  const line = WGS84.InverseLine(from[1], from[0], to[1], to[0]);
  const count = Math.max(1, Math.ceil((line.s13 ?? 0) / LONGEST_PIECE_m));
  const places = Array.from({ length: count + 1 }, (_, i): readonly [number, number] => {
    if (i === 0 || i === count) return i === 0 ? from : to;
    const { lon2 = Number.NaN, lat2 = Number.NaN } = line.Position(((line.s13 ?? 0) * i) / count);
    return [lon2, lat2];
  });
  return places.slice(1).map((end, i) => ({ from: places[i] ?? from, to: end }));
}

function* ringCells(column: number, row: number, ring: number): Generator<[number, number]> {
  for (let x = column - ring; x <= column + ring; x += 1) {
    const edge = Math.abs(x - column) === ring;
    for (let y = row - ring; y <= row + ring; y += edge ? 1 : Math.max(1, 2 * ring)) yield [x, y];
  }
}

function pair([lon = Number.NaN, lat = Number.NaN]: Position): [number, number] {
  return [lon, lat];
}

/** In a plane that is true to scale at the place. */
function roughDistance_m(lon: number, lat: number, { from, to }: Edge): number {
  const middle = ((lat + from[1]) / 2) * DEGREE;
  const sin2 = Math.sin(middle) ** 2;
  const north = (DEGREE * 6_335_439) / (1 - 0.00669438 * sin2) ** 1.5;
  const east = (DEGREE * 6_378_137 * Math.cos(middle)) / Math.sqrt(1 - 0.00669438 * sin2);
  const [ax, ay] = [(from[0] - lon) * east, (from[1] - lat) * north];
  const [dx, dy] = [(to[0] - from[0]) * east, (to[1] - from[1]) * north];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  return Math.hypot(ax + t * dx, ay + t * dy);
}

/** Shortest way to an edge, by narrowing an interval of it: distance along a short edge has one lowest point. */
function exactDistance_m(lon: number, lat: number, { from, to }: Edge): number {
  const at = (t: number): number =>
    WGS84.Inverse(lat, lon, from[1] + t * (to[1] - from[1]), from[0] + t * (to[0] - from[0]), DISTANCE).s12 ??
    Number.NaN;
  let [low, high] = [0, 1];
  for (let step = 0; step < 24; step += 1) {
    const [one, two] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(one) < at(two)) high = two;
    else low = one;
  }
  return Math.min(at(0), at(1), at((low + high) / 2));
}
