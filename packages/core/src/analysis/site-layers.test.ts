import { expect, test } from 'vitest';
import type { LayerFeature } from '../feature.js';
import { loadGeometryKernel } from '../geometry/kernel.js';
import { type Profile, withRules } from '../profile.js';
import { MeasuredSites } from '../risk/measured-sites.js';
import { asContextFeature, permitSite } from '../risk/register-feature.js';
import { RiskContext } from '../risk/risk-context.js';
import type { Site } from '../risk/site.js';
import { box, day, drawnWorld, LINEAGE, point, RECORDS, siteAt, siteIn, smallProfile } from '../risk/small-world.fixture.js'; // biome-ignore format: one import
import { forgetSites } from './forget-sites.js';
import { type SiteLayers, type SiteMemory, siteLayers } from './site-layers.js';

const kernel = await loadGeometryKernel();
const TODAY = day('2026-01-10');
const bare = (id: string, kind: string, more: object) => ({
  ...{ id, kind, title: { vi: id, en: id }, subject: 'levelling', why: { vi: 'v', en: 'e' }, weight: 1 },
  ...{ level: 'high', level_if_possible: 'medium', level_if_undetermined: 'medium' },
  ...{ documents: [{ id: 'letter' }], valid_from: null, valid_to: null },
  ...more,
});

/** The small world's rules, and three that ask of registers. */
function profileWithRegisters(): Profile {
  const profile = smallProfile();
  const made = withRules(profile, {
    version: '2',
    rules: [
      ...profile.rules,
      bare('seen', 'sighting-near', { layers: ['incidents'], layer_error_m: 20, day_property: 'day', within_m: 2000, within_days: 90 }), // biome-ignore format: one rule
      bare('band', 'levelling-in', { activities: ['levelling'], ground: { type: 'border-band', within_m: 1000 } }), // biome-ignore format: one rule
      bare('permit', 'overlaps-layer', { layer: 'levelling-permits', layer_error_m: 10 }),
    ],
  });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value;
}

const ground = new RiskContext(kernel, {
  profile: profileWithRegisters(),
  records: RECORDS,
  lineage: LINEAGE,
  units: drawnWorld(kernel),
});
const SITES: readonly Site[] = [
  siteAt('border', point(9.9, 5)),
  siteAt('inner', box(1, 5, 1.2, 5.2)),
  siteIn('vague', ['44444', '2023']),
];
const DATASETS = [{ source: 's', sites: SITES }];

function record(layer: LayerFeature['layer'], id: string, geometry: LayerFeature['geometry']): LayerFeature {
  const properties = { kind: 'khai thác', happened_on: '2026-01-05' };
  return { layer, id, geometry, properties, validity: { from: null, to: null } };
}

function judged(records: readonly LayerFeature[], memory?: SiteMemory, measured?: MeasuredSites): SiteLayers {
  const layers = records.map((one) => asContextFeature(one, ground.registry));
  const permits = records.filter(({ layer }) => layer === 'levelling-permits').map(permitSite);
  const found = siteLayers(ground.withLayers(layers, []), DATASETS, {
    asOf: TODAY,
    permits,
    ...(memory === undefined ? {} : { memory }),
    ...(measured === undefined ? {} : { measured }),
  });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

const sumOf = ({ sums }: SiteLayers, id: string) => sums.find((patch) => patch.id === id)?.properties;
const siteOf = ({ sites }: SiteLayers, id: string) =>
  sites.find((one) => one.id === `2025-07-01:${id}`)?.properties;

test('an incident raises the priority of its commune and of no other, and flags what is near', () => {
  const before = judged([]);
  const after = judged([record('incidents', 'i', point(9.8, 5))]);
  const priority = (layers: SiteLayers, code: string) =>
    Number(sumOf(layers, `2025-07-01:${code}`)?.['priority']);
  expect(priority(after, '01981')).toBeGreaterThan(priority(before, '01981'));
  expect(sumOf(after, '2025-07-01:02014')?.['flag_count']).toBe(
    sumOf(before, '2025-07-01:02014')?.['flag_count'],
  );
  expect(siteOf(after, 'border')?.['reasons_vi']).toContain('Vụ việc');
  expect(siteOf(after, 'inner')?.['reasons_vi']).toBe(siteOf(before, 'inner')?.['reasons_vi']);
});

test('a permit in the border band counts for its commune, is no site, and does not judge itself', () => {
  const before = judged([]);
  const after = judged([record('levelling-permits', 'p', box(9.7, 2, 9.8, 2.1))]);
  const [was, is] = [sumOf(before, '2025-07-01:01981'), sumOf(after, '2025-07-01:01981')];
  expect(is?.['reasons_en']).toContain('band (1)');
  // The site that is known by this commune may lie on the permitted ground: one, not the permit itself.
  expect(is?.['reasons_en']).toContain('permit (1)');
  expect(Number(is?.['site_count'])).toBe(Number(was?.['site_count']) + 1);
  expect(after.sites).toHaveLength(before.sites.length);
});

test('what is kept and forgotten by place says the same as judging everything anew', () => {
  const memory: SiteMemory = new Map();
  let records: readonly LayerFeature[] = [];
  judged(records, memory);
  const steps: readonly [LayerFeature['layer'], string, LayerFeature['geometry'] | null][] = [
    ['incidents', 'a', point(9.8, 5)],
    ['incidents', 'b', point(1.1, 5.1)],
    ['incidents', 'a', point(5, 9)],
    ['levelling-permits', 'p', box(0.9, 4.9, 1.3, 5.3)],
    ['incidents', 'b', null],
    ['levelling-permits', 'p', null],
    ['incidents', 'a', null],
  ];
  for (const [layer, id, geometry] of steps) {
    const before = records.find((one) => one.id === id);
    records = [
      ...records.filter((one) => one !== before),
      ...(geometry === null ? [] : [record(layer, id, geometry)]),
    ];
    const places = [before?.geometry, geometry].filter((place) => place !== undefined && place !== null);
    forgetSites(ground, memory, SITES, [{ layer, places }]);
    expect(judged(records, memory)).toEqual(judged(records));
  }
});

test('a site that no change is near to is not judged again', () => {
  const memory: SiteMemory = new Map();
  judged([], memory);
  const [border, inner] = SITES;
  if (border === undefined || inner === undefined) throw new Error('no sites');
  forgetSites(ground, memory, SITES, [{ layer: 'incidents', places: [point(9.8, 5)] }]);
  expect([...memory.values()].map((known) => [known.has(border), known.has(inner)])).toEqual([
    [false, true],
    [false, true],
  ]);
});

test('sites whose measures were kept as plain data are judged the same, and are not measured', () => {
  const records = [
    record('incidents', 'i', point(9.8, 5)),
    record('levelling-permits', 'p', point(1.1, 5.1)),
  ];
  const [first, second] = [new MeasuredSites(), new MeasuredSites()];
  const found = judged(records, undefined, first);
  expect(found).toEqual(judged(records));
  for (const { id } of ground.profile.vintages) {
    const made = ground.ground(id);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    const kept = JSON.parse(JSON.stringify(first.document(made.value, SITES)));
    expect(Object.keys(kept).some((what) => what.startsWith('units@'))).toBe(true);
    expect(Object.keys(kept).some((what) => what.startsWith('permit@'))).toBe(false);
    second.take(made.value, SITES, kept);
    // What is taken over is believed, not looked at again.
    second.take(made.value, SITES.slice(0, 1), { 'units@0': { border: [] } });
  }
  const again = judged(records, undefined, second);
  expect(siteOf(again, 'inner')).toEqual(siteOf(found, 'inner'));
  expect(siteOf(found, 'border')?.['level']).toBeDefined();
  expect(siteOf(again, 'border')).not.toEqual(siteOf(found, 'border'));
});
