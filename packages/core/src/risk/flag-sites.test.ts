import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../geometry/kernel.js';
import { flagSites } from './flag-sites.js';
import { flagReport } from './report.js';
import { rollUp } from './roll-up.js';
import type { Site } from './site.js';
import { box, day, point, siteAt, siteIn, smallContext } from './small-world.fixture.js';

const context = smallContext(await loadGeometryKernel());
const OLD = { asOf: day('2023-05-23') };
const NEW = { asOf: day('2026-01-01') };

function flags(sites: readonly Site[], options = OLD) {
  const found = flagSites(sites, context, options);
  if (!found.ok) throw new Error(found.issues[0].message.en);
  return found;
}

const POINTS = { high: 8, medium: 3, low: 1, info: 0 };

const SITES = [
  siteAt('plain', point(6, 5)),
  siteAt('both', box(2, 4, 3, 5)),
  siteAt('cross', box(9.5, 4, 11, 5)),
  siteIn('vague', ['22222', '2023']),
  siteAt('far', point(50, 50)),
];

test('the level of a site is the highest of its flags, which come highest first', () => {
  const { value } = flags(SITES);
  expect(value.map(({ site_id, level }) => [site_id, level])).toEqual([
    ['plain', null],
    ['both', 'medium'],
    ['cross', 'high'],
    ['vague', 'medium'],
    ['far', null],
  ]);
  expect(value[2]?.flags.map((flag) => flag.rule)).toEqual(['crosses', 'ring-500']);
});

test('what lies outside the data, and neighbours without geometry, are named', () => {
  const { value, notes } = flags(SITES);
  expect(value[4]).toMatchObject({ provinces: [], districts: [], communes: [] });
  expect(notes.map((note) => [note.code, note.path.at(-1)])).toEqual([
    ['profile-neighbour-missing', '20'],
    ['site-outside', 'far'],
  ]);
});

test('documents are those of the day and the neighbour, and say whether they are in force', () => {
  const cited = (options: typeof OLD) =>
    flags([siteAt('s', point(9.9, 5))], options).value[0]?.flags[0]?.documents.map(
      ({ number, inForce, article }) => [number, inForce, article],
    );
  expect(cited(OLD)).toEqual([
    ['1254/STNMT-KS', null, undefined],
    ['60/2010', true, undefined],
    ['pact with 04', true, undefined],
  ]);
  expect(cited(NEW)).toEqual([
    ['1254/STNMT-KS', null, undefined],
    ['60/2010', false, undefined],
    ['54/2024', true, 'Điều 1'],
    ['pact with 04', true, undefined],
  ]);
});

test('bodies of both sides answer, the facing unit across the border among them', () => {
  const bodies = (options: typeof OLD) =>
    flags([siteAt('s', point(9.9, 5))], options).value[0]?.flags[0]?.bodies.map(({ side, name }) => [side, name.vi]); // biome-ignore format: a table
  expect(bodies(OLD)).toEqual([
    ['own', 'UBND huyện Thông'],
    ['own', 'Sở Bắc'],
    ['neighbour', 'UBND huyện Bình'],
    ['neighbour', 'Sở Đông'],
  ]);
  expect(bodies(NEW)).toEqual([
    ['own', 'UBND xã Thông'],
    ['neighbour', 'UBND xã Bình'],
  ]);
  // Seen from the other side, the subject is the neighbour.
  const across = flags([siteAt('s', point(10.1, 5))]).value[0]?.flags[0]?.bodies;
  expect(across?.map(({ side, name }) => [side, name.vi])).toEqual([
    ['own', 'UBND huyện Bình'],
    ['own', 'Sở Đông'],
    ['neighbour', 'UBND huyện Thông'],
    ['neighbour', 'Sở Bắc'],
  ]);
});

test('bad sites are named and the others are judged; ids must differ; a day without units is an issue', () => {
  const broken = siteAt('broken', { type: 'Point', coordinates: [Number.NaN, 22] });
  const found = flags([broken, siteIn('unknown', ['99999', '2023']), siteAt('good', point(2, 5))]);
  expect(found.value.map((site) => site.level)).toEqual([null, null, 'medium']);
  const named = JSON.stringify(found.notes);
  for (const id of ['broken', 'unknown']) expect(named).toContain(id);
  expect(flagSites([siteAt('a', point(1, 1)), siteAt('a', point(2, 2))], context, OLD)).toMatchObject({
    ok: false,
    issues: [{ code: 'site-id-repeated', path: ['sites', 1] }],
  });
  expect(flagSites([], context, { asOf: day('2001-01-01') })).toMatchObject({
    ok: false,
    issues: [{ code: 'admin-vintage-unknown' }],
  });
});

test('sums by commune and district take every site that lies or may lie in the unit', () => {
  const { value } = flags(SITES, NEW);
  expect(rollUp(value, 'communes', POINTS).map(({ unit, level, site_count, flag_count }) => [unit.code, level, site_count, flag_count])).toEqual([
    ['01273', 'high', 1, 2],
    ['01981', 'high', 1, 2],
    ['02014', 'medium', 2, 2],
    ['02020', 'medium', 1, 1],
  ]); // biome-ignore format: a table
  expect(rollUp(flags(SITES).value, 'districts', POINTS).map(({ unit, sites }) => [unit.code, ...sites])).toEqual([
    ['063', 'cross', 'plain'],
    ['040', 'cross'],
    ['064', 'both', 'vague'],
  ]); // biome-ignore format: a table
});

test('the same inputs give the same bytes, run after run, whatever the order of the sites', async () => {
  const datasets = [{ id: 'd', title: { vi: 'd', en: 'd' }, sha256: 'ab', licence: 'l', attribution: { vi: 'd', en: 'd' } }]; // biome-ignore format: one dataset
  const asked = { asOf: OLD.asOf, explain: true, whyNot: true, priorities: true };
  const report = (sites: readonly Site[], world = context) => flagReport(sites, world, datasets, asked);
  const [one, other] = [report(SITES), report(SITES.toReversed())];
  const anew = report([...SITES.slice(2), ...SITES.slice(0, 2)], smallContext(await loadGeometryKernel()));
  if (!one.ok || !other.ok || !anew.ok) throw new Error('unexpected');
  expect(JSON.stringify(other.value)).toBe(JSON.stringify(one.value));
  expect(JSON.stringify(anew.value)).toBe(JSON.stringify(one.value));
  expect(one.value.sites.map((site) => site.site_id)).toEqual(['cross', 'both', 'vague', 'far', 'plain']);
  expect(one.value).toMatchObject({
    as_of: '2023-05-23',
    profile: 'small',
    inputs: {
      vintage: '2023',
      drawing: 'communes-2025',
      accuracy_m: 30,
      rule_set: '1',
      datasets: [{ id: 'd', sha256: 'ab' }],
    },
    summary: { site_count: 5, flagged_count: 3, sites_by_level: { high: 1, medium: 2, low: 0, info: 0 } },
  });
});
