import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type Bbox, bboxOf } from './bbox.js';

/** Says for many points whether they lie in one polygon. Points on the edge may fall either way. */
export interface PointLocator {
  readonly bbox: Bbox;
  contains(x: number, y: number): boolean;
}

/** Edges a query should meet; the rest is skipped by height. */
const EDGES_A_BAND = 16;

/** Sorts the edges of a polygon into horizontal bands, so that a query counts crossings in one band only. */
export function pointLocator(polygonal: Polygon | MultiPolygon): PointLocator {
  const rings: readonly Position[][] =
    polygonal.type === 'Polygon' ? polygonal.coordinates : polygonal.coordinates.flat();
  const bbox = bboxOf(polygonal);
  const [west, south, east, north] = bbox;
  const ends = edgesOf(rings);
  const edgeCount = ends.length / 4;
  const bandCount = edgeCount === 0 ? 0 : Math.max(1, Math.ceil(edgeCount / EDGES_A_BAND));
  const perBand = bandCount / (north - south);
  const bandOf = (y: number): number =>
    Math.min(bandCount - 1, Math.max(0, Math.floor((y - south) * perBand) || 0));
  // Edges of band b stand in `banded` from starts[b] to starts[b + 1].
  const starts = new Int32Array(bandCount + 1);
  eachBand(ends, bandOf, (band) => {
    starts[band + 1] = (starts[band + 1] ?? 0) + 1;
  });
  for (let band = 0; band < bandCount; band += 1) {
    starts[band + 1] = (starts[band + 1] ?? 0) + (starts[band] ?? 0);
  }
  const banded = new Int32Array(starts[bandCount] ?? 0);
  const next = starts.slice();
  eachBand(ends, bandOf, (band, edge) => {
    const slot = next[band] ?? 0;
    banded[slot] = edge;
    next[band] = slot + 1;
  });
  return {
    bbox,
    contains(x, y) {
      if (!(x >= west && x <= east && y >= south && y <= north) || bandCount === 0) return false;
      const band = bandOf(y);
      let inside = false;
      for (let slot = starts[band] ?? 0; slot < (starts[band + 1] ?? 0); slot += 1) {
        const edge = banded[slot] ?? 0;
        const y0 = ends[edge + 1] ?? 0;
        const y1 = ends[edge + 3] ?? 0;
        if (y0 > y === y1 > y) continue;
        const x0 = ends[edge] ?? 0;
        if (x < x0 + ((y - y0) / (y1 - y0)) * ((ends[edge + 2] ?? 0) - x0)) inside = !inside;
      }
      return inside;
    },
  };
}

/** x0, y0, x1, y1 of every edge. */
function edgesOf(rings: readonly (readonly Position[])[]): Float64Array {
  const ends = new Float64Array(4 * rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0));
  let at = 0;
  for (const ring of rings) {
    let [x0, y0] = [0, 0];
    let first = true;
    for (const place of ring) {
      const x = place[0] ?? 0;
      const y = place[1] ?? 0;
      if (!first) {
        ends[at] = x0;
        ends[at + 1] = y0;
        ends[at + 2] = x;
        ends[at + 3] = y;
        at += 4;
      }
      first = false;
      x0 = x;
      y0 = y;
    }
  }
  return ends;
}

function eachBand(
  ends: Float64Array,
  bandOf: (y: number) => number,
  visit: (band: number, edge: number) => void,
): void {
  for (let edge = 0; edge < ends.length; edge += 4) {
    const from = bandOf(ends[edge + 1] ?? 0);
    const to = bandOf(ends[edge + 3] ?? 0);
    for (let band = Math.min(from, to); band <= Math.max(from, to); band += 1) visit(band, edge);
  }
}
