import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Polygon, Position } from 'geojson';
import { expect, test } from 'vitest';
import { FORMER, link, unit } from '../admin/reform.fixture.js';
import { geodesicDirect } from '../geodesy/geodesic.js';
import { loadGeometryKernel } from '../geometry/kernel.js';
import { type Profile, withRules } from '../profile.js';
import type { ContextFeature } from './context-feature.js';
import { flagSites } from './flag-sites.js';
import { RiskContext } from './risk-context.js';
import { siteScore } from './roll-up.js';
import type { Site } from './site.js';
import { at, day, drawnWorld, LINEAGE, RECORDS, siteAt, smallProfile } from './small-world.fixture.js';

/**
 * A scene in which every figure of every shipped rule matters: made-up sites and layers on both sides of each
 * threshold, on the ground of the small world. A rule file with another figure must give other answers.
 */
const kernel = await loadGeometryKernel();
const units = drawnWorld(kernel);
const DATA = join(import.meta.dirname, '../../../../data/profiles');
const read = (profile: string, file: string) =>
  JSON.parse(readFileSync(join(DATA, profile, file), 'utf8')) as Record<string, unknown>;

const moved = (from: Position, azimuth_deg: number, distance_m: number): Position =>
  geodesicDirect(from, azimuth_deg, distance_m).position;
const placed = (x: number, y: number, east: number, north: number): Position =>
  moved(moved(at(x, y), 90, east), 0, north);
const square = (x: number, y: number, [w, s, e, n]: readonly [number, number, number, number]): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [placed(x, y, w, s), placed(x, y, e, s), placed(x, y, e, n), placed(x, y, w, n), placed(x, y, w, s)],
  ],
});
const steps = (to: number, step: number): number[] =>
  Array.from({ length: Math.floor(to / step) + 1 }, (_, turn) => turn * step);
const dot = (id: string, place: Position, error_m = 1): Site =>
  siteAt(id, { type: 'Point', coordinates: place }, error_m);
const area_m2 = (side_m: number) => side_m * side_m;

const SITES: readonly Site[] = [
  // From the border westward, across the limits of all rings, bands and sightings.
  ...steps(8000, 200).map(
    (away): Site => ({ ...dot(`b${away}`, moved(at(10, 5), 270, away)), activity: 'levelling' }),
  ),
  // Away from the lines of the corridors.
  ...steps(60, 2).map((away) => dot(`c${away}`, moved(at(4, 7), 0, away), 0.5)),
  ...[200, 300, 400, 600, 700, 900].map((error_m) => dot(`e${error_m}`, at(5, 3), error_m)),
  // Worked squares, of 100 m by the part outside the licences, which end at 0.
  ...[5, 9, 11, 30, 45, 55, 80].flatMap((out_m) =>
    ['GP', 'GP-error'].map(
      (licence): Site => ({
        ...siteAt(`${licence}${out_m}`, square(6, 2, [-50, 0, out_m, 100]), 0.001),
        properties: { licence },
      }),
    ),
  ),
  ...[1.03, 1.04, 1.06, 1.09].map(
    (part): Site => ({
      ...siteAt(`a${part}`, square(5, 8, [0, 0, 100, 100]), 0),
      areaDeclared_m2: area_m2(100) / part,
    }),
  ),
  // Squares of 100 m and 200 m, of which so many metres lie on the permit: thresholds of area and of share.
  ...[3, 4, 6, 7, 9].map((in_m) => siteAt(`p${in_m}`, square(7, 8, [-in_m, 0, 100 - in_m, 100]), 0)),
  ...[8, 9, 11, 14].map((in_m) => siteAt(`q${in_m}`, square(7, 8, [-in_m, 0, 200 - in_m, 200]), 0)),
  { ...dot('gold', at(9, 5)), mineral: { vi: 'vàng', en: 'gold' }, properties: { valid_to: '2024' } },
  ...['2020-12-01', '2021-03-01', '2021-12-01', '2022-12-01'].map(
    (made): Site => ({
      ...siteAt(`w${made}`, square(5, 8, [0, 0, 10, 10]), 0.001),
      activity: 'groundwater',
      properties: { well_day: made },
    }),
  ),
];

const feature = (
  layer: string,
  id: string,
  geometry: ContextFeature['geometry'],
  properties: object,
  error_m?: number,
): ContextFeature =>
  // biome-ignore format: one head
  ({ layer, id, geometry, properties: { ...properties }, ...(error_m === undefined ? {} : { error_m }) });
const AS_OF = '2026-01-01';
const seen = (layer: string, away_m: number, on: string) =>
  feature(
    layer,
    `${layer}-${away_m}-${on}`,
    { type: 'Point', coordinates: moved(at(10, 5), 270, away_m) },
    { day: on },
  );
const line = { type: 'LineString' as const, coordinates: [at(3, 7), at(4, 7), at(5, 7)] };
const LAYERS: readonly ContextFeature[] = [
  ...['2025-12-20', '2025-12-10', '2025-11-24', '2025-11-01', '2025-09-20'].flatMap((on) => [300, 700, 1300].map((away) => seen('equipment', away, on))), // biome-ignore format: one list
  ...['2025-12-01', '2025-11-01', '2025-09-10'].map((on) => seen('incidents', 400, on)),
  feature('inspections', 'i', { type: 'Point', coordinates: at(8, 5) }, { day: '2025-11-01' }),
  ...['110', '220', '500'].map((voltage_kv) => feature('power-lines', voltage_kv, line, { voltage_kv })),
  feature('roads', 'r', line, { kind: 'national_highway' }),
  feature('licences', 'GP', square(6, 2, [-200, -100, 0, 300]), {}, 0),
  feature('licences', 'GP-error', square(6, 2, [-200, -100, 0, 300]), {}),
  feature('levelling-permits', 'exact', square(7, 8, [-500, -500, 0, 500]), {}, 0),
  feature('levelling-permits', 'drawn', square(7, 8, [-500, -500, 0, 500]), {}),
  ...['prohibited-areas', 'mineral-areas', 'piped-water'].flatMap((layer) => [
    feature(layer, 'field', square(5, 8, [-20, -20, 50, 50]), {}),
    // A band across the sites along the border.
    feature(layer, 'band', square(7, 5, [-300, -300, 300, 300]), {}),
  ]),
];

const LANDFILLS = ['31162', '31274', '31219'];
const records = [
  ...RECORDS,
  ...LANDFILLS.map((code) => unit(FORMER, 'commune', code, `Xã ${code}`, '06', '064')),
];
const lineage = [...LINEAGE, ...LANDFILLS.map((code) => link(code, '064', '06', '02020'))];

function profileOf(id: string, rules: unknown): Profile {
  const small = smallProfile();
  const [list] = small.watchLists;
  if (list === undefined) throw new Error('no watch list');
  const watchLists = ['1254-stnmt-ks', 'bai-rac-2021'].map((name) => ({ ...list, id: name }));
  const documents = read(id, 'documents.json')['documents'] as Profile['documents'];
  const made = withRules({ ...small, watchLists: [...small.watchLists, ...watchLists], documents: [...small.documents, ...documents] }, rules); // biome-ignore format: one call
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value;
}

interface Verdict {
  readonly verdict: string;
  readonly figures: string;
}

/** What a rule says of every site; with and without the figures, but never the thresholds it repeats. */
function verdictsOf(id: string, context: RiskContext, written: object): Verdict {
  const profile = profileOf(id, { version: '1', rules: [written] });
  const judged = flagSites(SITES, context, { asOf: day(AS_OF), rules: profile.rules });
  if (!judged.ok) throw new Error(JSON.stringify(judged.issues));
  const own = judged.value.flatMap((site) => site.flags.map((flag) => ({ site, flag })));
  const points = profile.patrol.level_points;
  const verdict = own.map(({ site, flag }) => {
    const advice = flag.facts.filter(({ name }) => name.startsWith('advice')).map(({ value }) => value);
    const score = siteScore({ ...site, flags: [flag] }, points);
    return [site.site_id, flag.certainty, flag.level, flag.weight, score, ...advice].join(' ');
  });
  const figures = own.map(({ flag }) =>
    flag.facts
      .filter(({ name }) => !(name in written))
      .map(({ name, value, error }) => `${name} ${String(value)} ${String(error)}`)
      .join(' '),
  );
  return { verdict: verdict.sort().join('\n'), figures: figures.sort().join('\n') };
}

/** Figures that are no thresholds: they widen error bars, which the facts tell. */
const ERRORS = new Set(['layer_error_m', 'half_width_error_m']);

interface Mutation {
  readonly path: readonly (string | number)[];
  readonly to: unknown;
}

/** Every number and day of a rule, each with other values. */
function mutationsOf(value: unknown, path: readonly (string | number)[] = []): Mutation[] {
  const key = path.at(-1);
  if (typeof value === 'number') return (value === 0 ? [150, 700] : [value * 0.5, value * 1.5]).map((to) => ({ path, to: key === 'within_days' || key === 'after_days' ? Math.round(to) : to })); // biome-ignore format: one choice
  if (key === 'since') return ['2020-10-09', '2022-10-09'].map((to) => ({ path, to }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => mutationsOf(inner, [...path, Array.isArray(value) ? Number(name) : name])); // biome-ignore format: one call
}

function mutated(rule: object, { path, to }: Mutation): object {
  const copy = structuredClone(rule) as Record<string | number, unknown>;
  let part = copy;
  for (const step of path.slice(0, -1)) part = part[step] as Record<string | number, unknown>;
  part[path.at(-1) ?? ''] = to;
  return copy;
}

test.each(['bac-kan', 'can-tho'])('every figure of the rules of %s matters', (id) => {
  const file = read(id, 'rules.json') as {
    readonly version: string;
    readonly rules: readonly { readonly id: string }[];
  };
  const context = new RiskContext(kernel, {
    profile: profileOf(id, file),
    records,
    lineage,
    units,
    layers: LAYERS,
  });
  const dead: string[] = [];
  let count = 0;
  for (const rule of file.rules) {
    const before = verdictsOf(id, context, rule);
    const byPath = new Map<string, Mutation[]>();
    for (const mutation of mutationsOf(rule)) {
      const path = mutation.path.join('.');
      byPath.set(path, [...(byPath.get(path) ?? []), mutation]);
    }
    for (const [path, mutations] of byPath) {
      count += 1;
      const matters = mutations.some((mutation) => {
        const after = verdictsOf(id, context, mutated(rule, mutation));
        if (after.verdict !== before.verdict) return true;
        return ERRORS.has(String(mutation.path.at(-1))) && after.figures !== before.figures;
      });
      if (!matters) dead.push(`${rule.id}: ${path}`);
    }
  }
  expect(dead).toEqual([]);
  expect(count).toBeGreaterThan(40);
});
