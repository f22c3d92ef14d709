import { expect, it } from 'vitest';
import { gridLines } from './grid.js';
import { sheetLayout } from './paper.js';
import { roundLength_m, scaleFor, zoomOfScale } from './scale.js';

const EXTENT = [105.5, 22.1, 105.9, 22.4] as const;
const FRAME = { width_mm: 200, height_mm: 160 };

it('draws lines of the chosen meridian where PROJ has them', () => {
  const lines = gridLines('EPSG:9213', EXTENT, FRAME, 10_000);
  const east = lines.filter(({ of }) => of === 'east').map(({ value_m }) => value_m);
  const north = lines.filter(({ of }) => of === 'north').map(({ value_m }) => value_m);
  // cs2cs EPSG:4326 EPSG:9213: 22.1 N 105.5 E is 396621.85 E 2445077.36 N, 22.4 N 105.9 E is 438028.08 E 2478078.47 N.
  expect(east).toEqual([400_000, 410_000, 420_000, 430_000]);
  expect(north).toEqual([2_450_000, 2_460_000, 2_470_000]);
  // cs2cs: 410000 E is 105.629092 E at 22.190350 N (64.5 mm from the left) and 105.627972 E at 22.370961 N (64.0 mm).
  const line = lines.find(({ of, value_m }) => of === 'east' && value_m === 410_000);
  expect(line?.ends.map(({ side }) => side)).toEqual(['top', 'bottom']);
  for (const end of line?.ends ?? []) expect(Math.abs(end.at_mm - 64.25)).toBeLessThan(0.7);
});

it('draws none where the system does not reach', () => {
  expect(gridLines('EPSG:0', EXTENT, FRAME, 10_000)).toEqual([]);
});

it('keeps the scale on paper: 1:100.000 is 10 mm a kilometre', () => {
  const zoom = zoomOfScale(100_000, [105.7, 22.2]);
  // 26.46 m a CSS pixel; GeodSolve: a degree of longitude is 103098 m at 22.2 N.
  expect(zoom).toBeCloseTo(Math.log2((103_098 * 360) / (512 * 26.4583)), 3);
  expect(scaleFor(40_000, 200)).toBe(200_000);
  expect(scaleFor(40_001, 200)).toBe(250_000);
  expect(roundLength_m(100_000, 40)).toBe(5000);
});

it('leaves room for the map on every sheet, and nothing off its edges', () => {
  for (const paper of ['a3', 'a4'] as const) {
    for (const orientation of ['landscape', 'portrait'] as const) {
      const { width_mm, height_mm, map, texts } = sheetLayout(paper, orientation);
      expect(map.width_mm * map.height_mm).toBeGreaterThan(0.45 * width_mm * height_mm);
      for (const rect of [map, texts]) {
        expect(rect.x_mm + rect.width_mm).toBeLessThanOrEqual(width_mm - 8);
        expect(rect.y_mm + rect.height_mm).toBeLessThanOrEqual(height_mm - 8);
      }
    }
  }
});
