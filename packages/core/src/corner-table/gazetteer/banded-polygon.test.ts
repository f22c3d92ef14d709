import type { MultiPolygon, Position } from 'geojson';
import { expect, it } from 'vitest';
import { distanceToLine_m } from '../../geodesy/nearest.js';
import { BandedPolygon } from './banded-polygon.js';

/** A wiggly ring of a commune's size, with a hole. */
function wiggly(count: number, radius_deg: number): Position[] {
  const ring = Array.from({ length: count }, (_, at): Position => {
    const angle = (2 * Math.PI * at) / count;
    const reach = radius_deg * (1 + 0.2 * Math.sin(7 * angle) + 0.05 * Math.sin(53 * angle));
    return [105.8 + reach * Math.cos(angle), 22.3 + reach * Math.sin(angle)];
  });
  return [...ring, ring[0] ?? []];
}
const POLYGON: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [[wiggly(3000, 0.06), wiggly(400, 0.01)]],
};

function inRing(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  ring.slice(1).forEach(([x2 = 0, y2 = 0], at) => {
    const [x1 = 0, y1 = 0] = ring[at] ?? [];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

it('knows in from out, and measures to the outline within a thousandth', () => {
  const polygon = new BandedPolygon(POLYGON);
  const rings = POLYGON.coordinates.flat();
  for (let step = 0; step < 400; step += 1) {
    const position = [105.7 + (0.2 * (step % 20)) / 19, 22.2 + (0.2 * Math.floor(step / 20)) / 19] as const;
    const inside = rings.filter((ring) => inRing(ring, position[0], position[1])).length % 2 === 1;
    expect(polygon.contains(position)).toBe(inside);
    const exact_m = distanceToLine_m([...position], { type: 'MultiLineString', coordinates: rings });
    const found_m = polygon.distance_m(position, 3_000);
    if (inside) expect(found_m).toBe(0);
    else if (exact_m > 3_010) expect(found_m).toBe(Number.POSITIVE_INFINITY);
    else if (exact_m < 2_990) expect(Math.abs(found_m - exact_m)).toBeLessThan(1e-3 * exact_m + 0.01);
  }
});
