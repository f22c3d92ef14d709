import { describe, expect, it } from 'vitest';
import { exactDistance_m, geodesicDirect, geodesicInverse } from './geodesic.js';
import { ShortEdge } from './short-edge.js';

describe('a short edge', () => {
  const edge = new ShortEdge();

  it('runs within three micrometres of the geodesic', () => {
    let most_m = 0;
    for (let at = 0; at < 2000; at += 1) {
      const part = (prime: number): number => ((at * prime) % 2003) / 2003;
      const lat0 = -59.9 + 119.8 * part(7);
      const [lon0, lon1, lat1] = [105, 105 + 0.0199 * (part(101) - 0.5), lat0 + 0.0199 * (part(977) - 0.5)];
      expect(edge.read(lon0, lat0, lon1, lat1)).toBe(true);
      const line = geodesicInverse([lon0, lat0], [lon1, lat1]);
      expect(Math.abs(edge.length_m - line.distance_m)).toBeLessThan(1e-5);
      for (const along of [0.2, 0.5, 0.75]) {
        const [lon, lat] = geodesicDirect([lon0, lat0], line.azimuth_deg, along * line.distance_m).position;
        most_m = Math.max(most_m, exactDistance_m(lon, lat, edge.lonAt_deg(along), edge.latAt_deg(along)));
      }
    }
    expect(most_m).toBeLessThan(3e-6);
    expect(most_m).toBeGreaterThan(1e-9);
  });

  it('is left to others where it is long or near to a pole', () => {
    expect(edge.read(105, 22, 105.02, 22)).toBe(false);
    expect(edge.read(105, 22, 105, 21.98)).toBe(false);
    expect(edge.read(105, -70, 105.002, -70)).toBe(false);
  });
});
