import { expect, test } from 'vitest';
import { layerDefinition } from '../catalog.js';
import type { LayerFeature } from '../feature.js';
import { loadGeometryKernel } from '../geometry/kernel.js';
import type { Profile } from '../profile.js';
import {
  box,
  day,
  drawnWorld,
  LINEAGE,
  point,
  RECORDS,
  siteAt,
  siteIn,
  smallProfile,
} from '../risk/small-world.fixture.js';
import { type AnalysisOptions, analyseProfile } from './analyse.js';
import type { ProfileSources } from './sources.js';

const kernel = await loadGeometryKernel();
const PLACE: LayerFeature = {
  layer: 'places',
  id: 'p1',
  geometry: point(1, 1),
  properties: { name: 'Bản', kind: 'village', rank: 1, elevation_m: null, source: 'p' },
  validity: { from: null, to: null },
};
const SOURCES: ProfileSources = {
  profile: smallProfile(),
  datasets: [],
  records: RECORDS,
  lineage: LINEAGE,
  units: drawnWorld(kernel),
  sites: [
    {
      source: 's',
      sites: [
        siteAt('cross', box(9.5, 4, 11, 5)),
        siteIn('vague', ['22222', '2023']),
        siteAt('far', point(50, 50)),
      ],
    },
  ],
  places: [PLACE],
  roads: [],
  rivers: [],
};

function analyse(profile: Profile = SOURCES.profile, options?: AnalysisOptions) {
  const found = analyseProfile(kernel, { ...SOURCES, profile }, options);
  if (!found.ok) throw new Error(found.issues[0].message.en);
  const get = (id: string): LayerFeature => {
    const feature = found.value.find((candidate) => candidate.id === id);
    if (feature === undefined) throw new Error(`no feature ${id}`);
    return feature;
  };
  return { ...found, get };
}

test('every layer of every vintage, by its fixed id', () => {
  const { value } = analyse();
  const ids = (layer: string) => value.filter((feature) => feature.layer === layer).map(({ id }) => id);
  expect(ids('provinces').sort()).toEqual(['2023:04', '2023:06', '2025-07-01:04', '2025-07-01:19']);
  expect(ids('communes')).toHaveLength(4);
  expect(ids('borders')).toEqual(['2023:06-04', '2025-07-01:19-04']);
  expect(ids('border-zones').slice(0, 4)).toEqual([
    '2023:06-04:06:0-500',
    '2023:06-04:06:500-1000',
    '2023:06-04:04:0-500',
    '2023:06-04:04:500-1000',
  ]);
  expect(ids('watch-units')).toEqual([
    '2023:letter-list:064',
    '2025-07-01:letter-list:02014',
    '2025-07-01:letter-list:02020',
  ]);
  // One feature where nothing differs between the vintages, one a vintage where something does.
  expect(ids('mineral-sites')).toEqual([
    '2023:cross',
    '2025-07-01:cross',
    '2023:vague',
    '2025-07-01:vague',
    'far',
  ]);
  expect(value.filter(({ layer }) => layer === 'places')).toEqual([PLACE]);
  expect(new Set(value.map(({ layer, id }) => `${layer}/${id}`)).size).toBe(value.length);
});

test('properties are those of the catalogue, no more and no less', () => {
  for (const { layer, id, properties } of analyse().value) {
    const declared = layerDefinition(layer)?.properties.map((entry) => entry.name) ?? [];
    const own = Object.keys(properties);
    expect(
      own.filter((name) => !declared.includes(name)),
      `${layer} ${id}`,
    ).toEqual([]);
    // Only points have a turn at their spot.
    const missing = declared.filter((name) => !own.includes(name) && name !== 'spot_index');
    expect(missing, `${layer} ${id}`).toEqual([]);
  }
});

test('levels of sites are summed into communes and districts of their vintage', () => {
  const { get } = analyse();
  expect(get('2023:063').properties).toMatchObject({ level: 'high', site_count: 1, flag_count: 2 });
  expect(get('2023:064').properties).toMatchObject({ level: 'medium', site_count: 1, flag_count: 1 });
  expect(get('2025-07-01:02020').properties).toMatchObject({ level: null, site_count: 0, flag_count: 0 });
  expect(get('2025-07-01:02014').properties).toMatchObject({
    level: 'medium',
    was: [
      { code: '22222', district: '064', kind: 'full' },
      { code: '33333', district: '063', kind: 'full' },
    ],
  });
});

test('zones partition into communes, on both sides', () => {
  for (const { properties } of analyse().value.filter(({ layer }) => layer === 'border-zones')) {
    const communes = properties['communes'];
    if (!Array.isArray(communes)) throw new Error('no communes');
    const sum_m2 = communes.reduce((sum: number, { area_m2 }: { area_m2: number }) => sum + area_m2, 0);
    expect(Math.abs(sum_m2 - Number(properties['area_m2']))).toBeLessThan(1);
    expect(properties['status']).toBe('analysis');
  }
});

test('a day belongs to one vintage; the others are judged on their last day, or their first when still in force', () => {
  const { get } = analyse(undefined, { asOf: day('2026-01-01') });
  expect(get('2023:cross').properties['as_of']).toBe('2025-06-30');
  expect(get('2025-07-01:cross').properties['as_of']).toBe('2026-01-01');
  expect(analyse().get('2025-07-01:cross').properties['as_of']).toBe('2025-07-01');
});

test('a vintage whose subject is not drawn is a note, the others go on', () => {
  const profile = smallProfile();
  const vintages = profile.vintages.map((vintage) => (vintage.id === '2023' ? { ...vintage, subject: '77' } : vintage)); // biome-ignore format: one change
  const { value, notes } = analyse({ ...profile, vintages });
  expect(notes.map((note) => note.code)).toContain('profile-subject-not-drawn');
  expect(value.some(({ id }) => id === '2025-07-01:19-04')).toBe(true);
  expect(notes.filter((note) => note.code === 'profile-neighbour-missing')).toHaveLength(1);
});

test('progress counts up to the end', () => {
  const seen: number[] = [];
  analyse(undefined, { onProgress: ({ done, total }) => seen.push(done / total) });
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
});
