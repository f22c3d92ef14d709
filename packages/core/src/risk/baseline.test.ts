import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../geometry/kernel.js';
import { baselineOf, parseBaseline } from './baseline.js';
import { baselineDiff } from './baseline-diff.js';
import { flagReport } from './report.js';
import type { Site } from './site.js';
import { box, day, point, siteAt, smallContext } from './small-world.fixture.js';

const context = smallContext(await loadGeometryKernel());

function report(sites: readonly Site[], asOf = '2023-05-23') {
  const made = flagReport(sites, context, [], { asOf: day(asOf) });
  if (!made.ok) throw new Error(made.issues[0].message.en);
  return made.value;
}

function diff(before: readonly Site[], now: readonly Site[], days: readonly string[] = []) {
  const kept = parseBaseline(JSON.parse(JSON.stringify(baselineOf(report(before, days[0])))));
  if (!kept.ok) throw new Error(kept.issues[0].message.en);
  const found = baselineDiff(kept.value, report(now, days[1]));
  if (!found.ok) throw new Error(found.issues[0].message.en);
  return found.value;
}

const plain = (id: string) => siteAt(id, point(6, 5));
const watched = (id: string) => siteAt(id, point(2, 5));
const ring = (id: string) => siteAt(id, point(9.9, 5));
const across = (id: string) => siteAt(id, box(9.5, 4, 11, 5));

test('new, worse, better, gone and same, in that order; a site that never had a flag is left out', () => {
  const before = [plain('a'), ring('b'), across('c'), watched('d'), ring('e'), plain('f'), watched('g')];
  const now = [watched('a'), across('b'), ring('c'), plain('d'), ring('e'), plain('f'), ring('h')];
  const { counts, sites, differs_in } = diff(before, now);
  expect(sites.map(({ site_id, change, level_before, level_now }) => [site_id, change, level_before, level_now])).toEqual([
    ['a', 'new', null, 'medium'],
    ['h', 'new', null, 'high'],
    ['b', 'worse', 'high', 'high'],
    ['c', 'better', 'high', 'high'],
    ['d', 'gone', 'medium', null],
    ['g', 'gone', 'medium', null],
    ['e', 'same', 'high', 'high'],
  ]); // biome-ignore format: a table
  expect(counts).toEqual({ new: 2, worse: 1, better: 1, gone: 2, same: 1 });
  expect(differs_in).toEqual([]);
  expect(sites.find(({ site_id }) => site_id === 'b')).toMatchObject({
    flags_new: ['crosses:06-04'],
    flags_gone: [],
    flags_changed: [],
  });
});

test('a flag that is less sure is a change of the same flag', () => {
  const [change] = diff([siteAt('a', point(9.9, 5))], [siteAt('a', point(9.9, 5), 600)]).sites;
  expect(change).toMatchObject({ change: 'better', level_now: 'medium', flags_changed: ['ring-500:06-04'] });
});

test('what else differs between the runs is named', () => {
  expect(diff([ring('a')], [ring('a')], ['2023-05-23', '2026-01-01']).differs_in).toEqual([
    'as_of',
    'vintage',
  ]);
});

test('another profile and another file are refused', () => {
  const kept = { ...baselineOf(report([])), profile: 'other' };
  expect(baselineDiff(kept, report([]))).toMatchObject({
    ok: false,
    issues: [{ code: 'baseline-of-another-profile' }],
  });
  expect(parseBaseline({ type: 'FeatureCollection', features: [] })).toMatchObject({
    ok: false,
    issues: [{ code: 'baseline-unreadable', path: ['format'] }, {}, {}, {}, {}, {}],
  });
});
