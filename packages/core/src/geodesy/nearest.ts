import type { LineString, MultiLineString, Position } from 'geojson';
import { SEMI_MINOR_AXIS_m } from './ellipsoid.js';
import { geodesicDirect, geodesicInverse } from './geodesic.js';
import { geodesicDistance_m } from './length.js';
import { metricFrame } from './metric-frame.js';
import { lonLat } from './position.js';

/** The place of a line that is nearest to a point. */
export interface NearestOnLine {
  readonly distance_m: number;
  readonly position: [lon_deg: number, lat_deg: number];
  /** Which path of a MultiLineString, and which edge of that path. */
  readonly path: number;
  readonly edge: number;
}

interface Candidate {
  readonly from: Position;
  readonly to: Position;
  readonly path: number;
  readonly edge: number;
  /** No point of the edge is nearer than this. */
  readonly least_m: number;
}

/** Beyond this the plane says nothing reliable and every edge is measured on the ellipsoid. */
const PLANE_REACH_m = 1_000_000;

function planarDistance_m(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

/**
 * A lower bound from the plane centred on the point: the planar distance less what scale (x²/2R²) and the sagging
 * of a geodesic against its chord (L²(x+L)/8R² and less) can take from it, both doubled.
 */
function leastDistance_m(ax: number, ay: number, bx: number, by: number): number {
  const reach = Math.max(Math.hypot(ax, ay), Math.hypot(bx, by));
  if (!(reach < PLANE_REACH_m)) return 0;
  const planar = planarDistance_m(ax, ay, bx, by);
  const edge = Math.hypot(bx - ax, by - ay);
  const R2 = SEMI_MINOR_AXIS_m ** 2;
  return planar * (1 - (reach * reach) / R2) - (edge * edge * (reach + edge)) / R2 - 1e-6;
}

/** The nearest point of one geodesic edge: slides along it until the way to the point leaves at a right angle. */
function nearestOnEdge(point: Position, from: Position, to: Position): Omit<NearestOnLine, 'path' | 'edge'> {
  const edge = geodesicInverse(from, to);
  const toPoint = geodesicInverse(from, point);
  let along_m = toPoint.distance_m * Math.cos(((toPoint.azimuth_deg - edge.azimuth_deg) * Math.PI) / 180);
  let best = { distance_m: toPoint.distance_m, position: lonLat(from) as [number, number] };
  for (let step = 0; step < 12; step += 1) {
    along_m = Math.min(edge.distance_m, Math.max(0, along_m));
    const here = geodesicDirect(from, edge.azimuth_deg, along_m);
    const way = geodesicInverse(here.position, point);
    if (way.distance_m < best.distance_m) best = { distance_m: way.distance_m, position: here.position };
    const move_m = way.distance_m * Math.cos(((way.azimuth_deg - here.finalAzimuth_deg) * Math.PI) / 180);
    const next_m = Math.min(edge.distance_m, Math.max(0, along_m + move_m));
    if (Math.abs(next_m - along_m) < 1e-7) break;
    along_m = next_m;
  }
  const end_m = geodesicDistance_m(point, to);
  return end_m < best.distance_m ? { distance_m: end_m, position: lonLat(to) as [number, number] } : best;
}

function candidates(point: Position, paths: readonly (readonly Position[])[]): Candidate[] {
  const [lon, lat] = lonLat(point);
  const frame = metricFrame([lon, lat, lon, lat]);
  const found: Candidate[] = [];
  paths.forEach((path, pathIndex) => {
    let previous: { readonly position: Position; readonly x: number; readonly y: number } | undefined;
    path.forEach((position, index) => {
      const [x, y] = frame.toMetric(position);
      if (previous !== undefined) {
        const least_m = leastDistance_m(previous.x, previous.y, x, y);
        found.push({ from: previous.position, to: position, path: pathIndex, edge: index - 1, least_m });
      }
      previous = { position, x, y };
    });
  });
  return found.sort((a, b) => a.least_m - b.least_m);
}

/**
 * The nearest place of a line, edges being geodesics of WGS 84: the true minimum along the edges, not the nearest
 * vertex. `undefined` for a line without edges.
 */
export function nearestOnLine(
  point: Position,
  line: LineString | MultiLineString,
): NearestOnLine | undefined {
  const paths = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  let best: NearestOnLine | undefined;
  for (const candidate of candidates(point, paths)) {
    if (best !== undefined && candidate.least_m > best.distance_m) break;
    const found = nearestOnEdge(point, candidate.from, candidate.to);
    if (best === undefined || found.distance_m < best.distance_m) {
      best = { ...found, path: candidate.path, edge: candidate.edge };
    }
  }
  return best;
}

/** Distance from a point to a line on the ellipsoid, in metres; `Infinity` for a line without edges. */
export function distanceToLine_m(point: Position, line: LineString | MultiLineString): number {
  return nearestOnLine(point, line)?.distance_m ?? Number.POSITIVE_INFINITY;
}
