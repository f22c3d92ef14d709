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
  const edgeCount = rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  const bandCount = Math.max(1, Math.ceil(edgeCount / EDGES_A_BAND));
  const bandOf = (y: number): number =>
    Math.min(bandCount - 1, Math.max(0, Math.floor(((y - south) / (north - south)) * bandCount)));
  const bands: number[][] = Array.from({ length: edgeCount === 0 ? 0 : bandCount }, () => []);
  const edges = new Float64Array(4 * edgeCount);
  let at = 0;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [x0 = 0, y0 = 0] = ring[i] ?? [];
      const [x1 = 0, y1 = 0] = ring[i + 1] ?? [];
      edges.set([x0, y0, x1, y1], at);
      for (let band = bandOf(Math.min(y0, y1)); band <= bandOf(Math.max(y0, y1)); band += 1) {
        bands[band]?.push(at);
      }
      at += 4;
    }
  }
  return {
    bbox,
    contains(x, y) {
      if (!(x >= west && x <= east && y >= south && y <= north)) return false;
      let inside = false;
      for (const edge of bands[bandOf(y)] ?? []) {
        const y0 = edges[edge + 1] ?? 0;
        const y1 = edges[edge + 3] ?? 0;
        if (y0 > y === y1 > y) continue;
        const x0 = edges[edge] ?? 0;
        if (x < x0 + ((y - y0) / (y1 - y0)) * ((edges[edge + 2] ?? 0) - x0)) inside = !inside;
      }
      return inside;
    },
  };
}
