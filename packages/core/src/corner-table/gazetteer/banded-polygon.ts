import type { MultiPolygon, Position } from 'geojson';
import { metricFrame } from '../../geodesy/metric-frame.js';
import { distanceToLine_m } from '../../geodesy/nearest.js';
import type { LonLat } from '../../geodesy/position.js';
import { type Bbox, bboxOf } from '../../geometry/bbox.js';

/** Edges looked at per question stay near this number, whatever the size of the polygon. */
const EDGES_PER_BAND = 16;

/** A polygon with its edges sorted into bands of latitude: point questions look at one band. */
export class BandedPolygon {
  readonly bbox: Bbox;
  readonly #geometry: MultiPolygon;
  #bands: readonly Float64Array[] | undefined;

  constructor(geometry: MultiPolygon) {
    this.#geometry = geometry;
    this.bbox = bboxOf(geometry);
  }

  contains([lon, lat]: LonLat): boolean {
    const [west, south, east, north] = this.bbox;
    if (lon < west || lon > east || lat < south || lat > north) return false;
    this.#bands ??= bandsOf(this.#geometry, this.bbox);
    const band = this.#bands[bandAt(lat, this.bbox, this.#bands.length)];
    if (band === undefined) return false;
    let inside = false;
    for (let at = 0; at < band.length; at += 4) {
      const y1 = band[at + 1] ?? 0;
      const y2 = band[at + 3] ?? 0;
      if (y1 > lat === y2 > lat) continue;
      const x1 = band[at] ?? 0;
      const x2 = band[at + 2] ?? 0;
      if (lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
    return inside;
  }

  /** 0 inside; geodesic metres to the outline; `Infinity` when farther than `reach_m`. */
  distance_m(position: LonLat, reach_m: number): number {
    if (this.contains(position)) return 0;
    const frame = metricFrame([position[0], position[1], position[0], position[1]]);
    const [x, y] = frame.toMetric([...position]);
    const [west, south, east, north] = this.bbox;
    const [x1, y1] = frame.toMetric([west, south]);
    const [x2, y2] = frame.toMetric([east, north]);
    const away = Math.hypot(Math.max(x1 - x, 0, x - x2), Math.max(y1 - y, 0, y - y2));
    if (away > reach_m * 1.05) return Number.POSITIVE_INFINITY;
    const rings: Position[][] = this.#geometry.coordinates.flat();
    const distance = distanceToLine_m([...position], { type: 'MultiLineString', coordinates: rings });
    return distance > reach_m ? Number.POSITIVE_INFINITY : distance;
  }
}

function bandAt(lat: number, [, south, , north]: Bbox, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(((lat - south) / (north - south || 1)) * count)));
}

function bandsOf(geometry: MultiPolygon, bbox: Bbox): Float64Array[] {
  const rings = geometry.coordinates.flat();
  const edges = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const count = Math.max(1, Math.ceil(edges / EDGES_PER_BAND));
  const bands: number[][] = Array.from({ length: count }, () => []);
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [x1 = 0, y1 = 0] = ring[at - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[at] ?? [];
      const from = bandAt(Math.min(y1, y2), bbox, count);
      const to = bandAt(Math.max(y1, y2), bbox, count);
      for (let band = from; band <= to; band += 1) bands[band]?.push(x1, y1, x2, y2);
    }
  }
  return bands.map((band) => Float64Array.from(band));
}
