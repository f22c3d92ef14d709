import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import type { ContextFeature } from '../context-feature.js';
import { flagReport } from '../report.js';
import { RiskContext } from '../risk-context.js';
import type { Site } from '../site.js';
import { at, day, drawnWorld, LINEAGE, point, RECORDS, siteAt, siteIn, smallProfile } from '../small-world.fixture.js'; // biome-ignore format: one import

const kernel = await loadGeometryKernel();
const units = drawnWorld(kernel);
const SITES = [
  siteAt('border', point(9.9, 5)),
  siteAt('inner', point(1, 5)),
  siteIn('vague', ['44444', '2023']),
];
const feature = (layer: string, id: string, x: number, properties: object): ContextFeature => ({
  layer,
  id,
  geometry: point(x, 5),
  properties: { ...properties },
});
const LAYERS = [
  feature('incidents', 'a', 9.5, { day: '2025-11-01' }),
  feature('incidents', 'old', 9.5, { day: '2020-11-01' }),
  feature('equipment', 'b', 9.8, { day: '12/2025' }),
  feature('inspections', 'c', 1, { day: '2025-12-01' }),
  { layer: 'roads', id: 'r', geometry: { type: 'LineString' as const, coordinates: [at(0, 0), at(0, 10)] }, properties: {} }, // biome-ignore format: one road
];

function priorities(layers: readonly ContextFeature[], sites: readonly Site[] = SITES, asOf = '2026-01-01') {
  const context = new RiskContext(kernel, { profile: smallProfile(), records: RECORDS, lineage: LINEAGE, units, layers }); // biome-ignore format: one context
  const report = flagReport(sites, context, [], { asOf: day(asOf), priorities: true });
  if (!report.ok || report.value.priorities === undefined) throw new Error(JSON.stringify(report));
  return report.value.priorities;
}

test('every factor of a commune is shown, and adds up to its score', () => {
  const { units: communes, unit_level } = priorities(LAYERS);
  expect(unit_level).toBe('commune');
  expect(communes.map(({ rank, id }) => [rank, id])).toEqual([
    [1, '01981'],
    [2, '02014'],
    [3, '02020'],
  ]);
  const [first] = communes;
  expect(first?.factors.map(({ name, value, points }) => [name, value, points])).toEqual([
    // Near the border, weight 1, high: 8; the same, possible, for the site known by its commune: 3.
    ['risk', 11, 0.88],
    ['days_since_check', null, 2],
    ['incidents', 1, 1],
    ['equipment', 1, 0.5],
    ['road_distance_m', expect.closeTo(8760, -2), 1],
  ]);
  expect(first?.score).toBeCloseTo((100 * (0.88 + 2 + 1 + 0.5 + 1)) / 10, 1);
  expect(first).toMatchObject({
    sites: ['border', 'vague'],
    level: 'high',
    responsible: { name: { vi: 'UBND xã Thông' } },
    other: { code: '04' },
  });
  expect(communes[2]?.factors[1]).toMatchObject({ value: 31, points: 0.62 });
});

test('a factor without its layer counts nothing, and is said to be unknown', () => {
  const [first] = priorities([]).units;
  expect(first?.factors.map(({ name, known }) => [name, known])).toEqual([
    ['risk', true],
    ['days_since_check', false],
    ['incidents', false],
    ['equipment', false],
    ['road_distance_m', false],
  ]);
  expect(first?.score).toBe(22);
});

test('stretches of border are equal, have a unit on each side, and hold what is near them', () => {
  const { segments } = priorities(LAYERS);
  expect(segments.map(({ length_m }) => Math.round((length_m ?? 0) / 100))).toEqual([28, 28, 28, 28]);
  expect(segments[0]).toMatchObject({
    name: 'Xã Thông – Xã Bình',
    contact: { name: { vi: 'UBND xã Bình' } },
  });
  const holding = segments.filter(({ sites }) => sites.includes('border'));
  expect(holding).toHaveLength(1);
  expect(holding[0]?.factors.map(({ value }) => value).slice(2, 4)).toEqual([1, 1]);
  expect(segments.filter(({ sites }) => sites.includes('vague'))).toHaveLength(4);
  expect(segments.flatMap(({ sites }) => sites)).not.toContain('inner');
});

test('before the reform districts stand for communes that are not drawn', () => {
  const found = priorities(LAYERS, SITES, '2023-05-23');
  expect(found.unit_level).toBe('district');
  expect(found.units.map(({ id }) => id)).toEqual(['063', '064']);
});
