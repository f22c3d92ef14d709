import type { MultiPolygon } from 'geojson';
import { metricFrame } from '../../geodesy/metric-frame.js';
import type { LonLat } from '../../geodesy/position.js';
import { type Bbox, bboxOf } from '../../geometry/bbox.js';

/** Edges looked at per question stay near this number, whatever the size of the polygon. */
const EDGES_PER_BAND = 16;

/**
 * A polygon with its edges sorted into bands of latitude: a question about a point looks at one band, one about
 * distances at the bands within reach. Indexed when first asked.
 */
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
    const bands = this.#indexed();
    const band = bands[bandAt(lat, this.bbox, bands.length)];
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

  /**
   * 0 inside; metres to the outline; `Infinity` when farther than `reach_m`. Measured in the plane that touches the
   * ellipsoid at the point: right to a few metres within the reach of a few kilometres.
   */
  distance_m(position: LonLat, reach_m: number): number {
    if (this.contains(position)) return 0;
    const [lon, lat] = position;
    const { x: metresPerLon, y: metresPerLat } = metresPerDegree(position);
    const [west, south, east, north] = this.bbox;
    const awayX = Math.max(west - lon, 0, lon - east) * metresPerLon;
    const awayY = Math.max(south - lat, 0, lat - north) * metresPerLat;
    if (Math.hypot(awayX, awayY) > reach_m) return Number.POSITIVE_INFINITY;
    const bands = this.#indexed();
    const from = bandAt(lat - reach_m / metresPerLat, this.bbox, bands.length);
    const to = bandAt(lat + reach_m / metresPerLat, this.bbox, bands.length);
    let best = reach_m;
    for (let at = from; at <= to; at += 1) {
      const band = bands[at];
      if (band !== undefined) best = nearestEdge_m(band, position, metresPerLon, metresPerLat, best);
    }
    return best < reach_m ? best : Number.POSITIVE_INFINITY;
  }

  #indexed(): readonly Float64Array[] {
    this.#bands ??= bandsOf(this.#geometry, this.bbox);
    return this.#bands;
  }
}

const STEP_deg = 0.01;

function metresPerDegree([lon, lat]: LonLat): { x: number; y: number } {
  const frame = metricFrame([lon, lat, lon, lat]);
  const [x0, y0] = frame.toMetric([lon, lat]);
  const [x1] = frame.toMetric([lon + STEP_deg, lat]);
  const [, y1] = frame.toMetric([lon, lat + STEP_deg]);
  return { x: (x1 - x0) / STEP_deg, y: (y1 - y0) / STEP_deg };
}

/** The distance to the nearest edge of a band, or `best` when none is nearer. */
function nearestEdge_m(
  band: Float64Array,
  [lon, lat]: LonLat,
  scaleX: number,
  scaleY: number,
  best: number,
): number {
  let nearest = best;
  for (let at = 0; at < band.length; at += 4) {
    const ax = ((band[at] ?? 0) - lon) * scaleX;
    const bx = ((band[at + 2] ?? 0) - lon) * scaleX;
    // Most edges are too far east or west to matter.
    if ((ax > nearest && bx > nearest) || (ax < -nearest && bx < -nearest)) continue;
    const ay = ((band[at + 1] ?? 0) - lat) * scaleY;
    const dx = bx - ax;
    const dy = ((band[at + 3] ?? 0) - lat) * scaleY - ay;
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
    const distance = Math.sqrt((ax + along * dx) ** 2 + (ay + along * dy) ** 2);
    if (distance < nearest) nearest = distance;
  }
  return nearest;
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
