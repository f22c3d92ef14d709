import { beforeAll, describe, expect, it } from 'vitest';
import { layerDefinition } from '../catalog.js';
import type { LayerFeature } from '../feature.js';
import { type GeometryKernel, loadGeometryKernel } from '../geometry/kernel.js';
import type { Result } from '../result.js';
import { parseIsoDate } from '../units.js';
import { checkFilter } from './check.js';
import { FILTER_LIMITS } from './fault.js';
import type { Filter } from './filter.js';
import { parseCql2Json } from './json/parse.js';
import { writeCql2Json } from './json/write.js';
import { matchesFilter } from './match.js';
import { type Queryable, queryablesOf } from './queryable.js';
import { parseCql2Text } from './text/parse.js';
import { writeCql2Text } from './text/write.js';

function valueIn<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(result.issues.map(({ code, message }) => `${code} ${message.en}`).join('\n'));
  return result.value;
}

const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.issues.map(({ code }) => code));

const sites = layerDefinition('mineral-sites');
if (sites === undefined) throw new Error('no layer of sites');
const QUERYABLES: readonly Queryable[] = [
  ...queryablesOf(sites),
  { name: 'open', title: { vi: 'Mở', en: 'Open' }, type: 'boolean' },
];

const SITE: LayerFeature = {
  layer: 'mineral-sites',
  id: 'BK-OFF-16',
  geometry: { type: 'Point', coordinates: [105.6, 22.2] },
  properties: {
    name: 'Mỏ Nà Bốp – Pù Sáp',
    place: "Chợ Đồn's 100%",
    area_declared_m2: 41_000,
    flag_count: 3,
    decision_date: '2021-07-16',
    open: true,
    decision: null,
  },
  validity: { from: parseIsoDate('2020-01-01') ?? null, to: null },
};

let kernel: GeometryKernel;
beforeAll(async () => {
  kernel = await loadGeometryKernel();
});

function matches(text: string): boolean {
  const checked = valueIn(checkFilter(valueIn(parseCql2Text(text)), QUERYABLES));
  return matchesFilter(checked, SITE, kernel);
}

describe('one feature, asked in CQL2 text', () => {
  it.each([
    // comparisons
    ["id = 'BK-OFF-16'", true],
    ['flag_count <> 3', false],
    ['flag_count >= 3 AND area_declared_m2 < 4.2e4', true],
    ['3 = flag_count', true],
    ['open = TRUE', true],
    ['open = false OR flag_count > -1', true],
    ['NOT flag_count = 2', true],
    ['NOT (flag_count = 2 OR open = true)', false],
    ['TRUE', true],
    ['NOT TRUE OR FALSE', false],
    ["decision_date > DATE('2021-07-15')", true],
    ["decision_date = '2021-07-16'", true],
    ["decision_date = TIMESTAMP('2021-07-15T18:00:00Z')", true],
    // absent values are neither true nor false
    ["decision = 'x'", false],
    ["NOT decision = 'x'", false],
    ['decision IS NULL', true],
    ['name IS NOT NULL AND "decision" is null', true],
    // advanced comparison
    ["name LIKE 'Mỏ%'", true],
    ["name LIKE 'mỏ%'", false],
    ["name LIKE 'Mỏ N_ Bốp%'", true],
    ["place LIKE '%100\\%'", true],
    ["place LIKE 'Chợ Đồn''s%'", true],
    ["name NOT LIKE '%vàng%'", true],
    ['flag_count BETWEEN 1 AND 3', true],
    ['flag_count NOT BETWEEN 1 AND 3', false],
    ["id IN ('a', 'BK-OFF-16')", true],
    ['flag_count NOT IN (1, 2)', true],
    // case
    ["CASEI(name) LIKE casei('MỎ NÀ%')", true],
    ["CASEI(name) = CASEI('mỏ nà bốp – pù sáp')", true],
    ["CASEI(id) IN (CASEI('bk-off-16'))", true],
    // space
    ['S_INTERSECTS(geometry, BBOX(105, 22, 106, 23))', true],
    ['S_INTERSECTS(geometry, BBOX(106, 22, 107, 23))', false],
    ['S_INTERSECTS(geometry, POINT(105.6 22.2))', true],
    ['s_within(geometry, POLYGON((105 22, 106 22, 106 23, 105 23, 105 22)))', true],
    ['S_CONTAINS(POLYGON((105 22, 106 22, 106 23, 105 23, 105 22)), geometry)', true],
    ['S_DISJOINT(geometry, LINESTRING(105 22, 106 22))', true],
    ['S_TOUCHES(geometry, LINESTRING(105.6 22.2, 106 22))', true],
    ['S_EQUALS(geometry, POINT Z (105.6 22.2 7))', true],
    ['S_CROSSES(geometry, LINESTRING(105.5 22.2, 105.7 22.2))', false],
    ['S_OVERLAPS(MULTIPOINT((105.6 22.2), (105 22)), geometry)', false],
    ['S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(1 2), POINT(105.6 22.2)))', true],
    // time
    ["T_AFTER(decision_date, DATE('2021-07-15'))", true],
    ["T_BEFORE(decision_date, TIMESTAMP('2021-07-15T18:00:00Z'))", false],
    ["T_DURING(decision_date, INTERVAL('2021-01-01', '2021-12-31'))", true],
    ["T_DURING(decision_date, INTERVAL('2021-07-16', '..'))", false],
    ["T_INTERSECTS(decision_date, INTERVAL('..', '2021-07-16T00:00:00Z'))", true],
    ["T_INTERSECTS(INTERVAL(valid_from, '..'), INTERVAL('2019-01-01', '2020-01-01'))", true],
    ["T_INTERSECTS(INTERVAL(valid_from, valid_to), DATE('2021-01-01'))", false],
    ["T_CONTAINS(INTERVAL('2019-01-01', '..'), INTERVAL(valid_from, decision_date))", true],
    ["T_EQUALS(decision_date, DATE('2021-07-16'))", true],
    ["T_DISJOINT(decision_date, DATE('2021-07-16'))", false],
    ["T_MEETS(INTERVAL(valid_from, decision_date), INTERVAL('2021-07-16', '2022-01-01'))", true],
    ["T_METBY(INTERVAL(decision_date, '2022-01-01'), INTERVAL('2020-01-01', '2021-07-16'))", true],
    ["T_STARTS(INTERVAL(valid_from, decision_date), INTERVAL('2020-01-01', '2022-01-01'))", true],
    ["T_STARTEDBY(INTERVAL(valid_from, decision_date), INTERVAL('2020-01-01', '2020-02-01'))", true],
    ["T_FINISHES(INTERVAL(valid_from, decision_date), INTERVAL('2019-01-01', '2021-07-16'))", true],
    ["T_FINISHEDBY(INTERVAL(valid_from, decision_date), INTERVAL('2021-01-01', '2021-07-16'))", true],
    ["T_OVERLAPS(INTERVAL(valid_from, decision_date), INTERVAL('2021-01-01', '2022-01-01'))", true],
    ["T_OVERLAPPEDBY(INTERVAL(valid_from, decision_date), INTERVAL('2019-01-01', '2021-01-01'))", true],
  ])('%s', (text, expected) => {
    expect(matches(text)).toBe(expected);
    // The same in the other writings: text → tree → JSON → tree → text → tree.
    const tree = valueIn(parseCql2Text(text));
    expect(valueIn(parseCql2Json(JSON.parse(JSON.stringify(writeCql2Json(tree)))))).toEqual(tree);
    expect(valueIn(parseCql2Text(writeCql2Text(tree)))).toEqual(tree);
  });
});

describe('the two writings of the standard', () => {
  it.each<readonly [string, unknown]>([
    ["city='Toronto'", { op: '=', args: [{ property: 'city' }, 'Toronto'] }],
    [
      "swimming_pool = true AND (floors>5 OR material LIKE 'brick%')",
      {
        op: 'and',
        args: [
          { op: '=', args: [{ property: 'swimming_pool' }, true] },
          {
            op: 'or',
            args: [
              { op: '>', args: [{ property: 'floors' }, 5] },
              { op: 'like', args: [{ property: 'material' }, 'brick%'] },
            ],
          },
        ],
      },
    ],
    ['depth BETWEEN 100.0 AND 150.0', { op: 'between', args: [{ property: 'depth' }, 100, 150] }],
    [
      "cityName IN ('Toronto','Frankfurt')",
      { op: 'in', args: [{ property: 'cityName' }, ['Toronto', 'Frankfurt']] },
    ],
    ['geophys IS NOT NULL', { op: 'not', args: [{ op: 'isNull', args: [{ property: 'geophys' }] }] }],
    [
      "CASEI(road) = CASEI('Straße')",
      {
        op: '=',
        args: [
          { op: 'casei', args: [{ property: 'road' }] },
          { op: 'casei', args: ['Straße'] },
        ],
      },
    ],
    [
      'S_INTERSECTS(geometry, POINT(36.3 32.2))',
      { op: 's_intersects', args: [{ property: 'geometry' }, { type: 'Point', coordinates: [36.3, 32.2] }] },
    ],
    [
      "T_DURING(INTERVAL(starts_at, ends_at), INTERVAL('2005-01-10', '..'))",
      {
        op: 't_during',
        args: [
          { interval: [{ property: 'starts_at' }, { property: 'ends_at' }] },
          { interval: ['2005-01-10', '..'] },
        ],
      },
    ],
    ["updated >= DATE('2012-08-10')", { op: '>=', args: [{ property: 'updated' }, { date: '2012-08-10' }] }],
  ])('%s', (text, json) => {
    expect(writeCql2Json(valueIn(parseCql2Text(text)))).toEqual(json);
    expect(valueIn(parseCql2Json(json))).toEqual(valueIn(parseCql2Text(text)));
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'filter-syntax'],
    ['name', 'filter-syntax'],
    ["name = 'x", 'filter-syntax'],
    ["name = 'x' AND", 'filter-syntax'],
    ["name = 'x')", 'filter-syntax'],
    ['name == 3', 'filter-syntax'],
    ['name LIKE', 'filter-syntax'],
    ["d = DATE('2021-02-30')", 'filter-syntax'],
    ["d = TIMESTAMP('2021-02-03T25:00:00Z')", 'filter-syntax'],
    ['S_INTERSECTS(geometry, BBOX(1,2,3))', 'filter-syntax'],
    ['flag_count = 1e999', 'filter-syntax'],
    ['a + 1 = 2', 'filter-not-offered'],
    ['my_function(a) = 2', 'filter-not-offered'],
    ["A_CONTAINS(tags, ('a'))", 'filter-not-offered'],
    ["ACCENTI(name) = 'a'", 'filter-not-offered'],
    [`${'('.repeat(5000)}a = 1${')'.repeat(5000)}`, 'filter-too-big'],
    [`${'NOT '.repeat(100)}a = 1`, 'filter-too-big'],
    [`a IN (${'1,'.repeat(2000)}1)`, 'filter-too-big'],
    [`a = '${'x'.repeat(FILTER_LIMITS.characters)}'`, 'filter-too-big'],
  ])('text: %.40s', (text, code) => {
    expect(codes(parseCql2Text(text))).toEqual([code]);
  });

  it.each<readonly [unknown, string]>([
    [null, 'filter-syntax'],
    [[], 'filter-syntax'],
    [{ op: 'and', args: [true] }, 'filter-syntax'],
    [{ op: '=', args: [{ property: 3 }, 1] }, 'filter-syntax'],
    [{ op: 'in', args: [{ property: 'a' }, []] }, 'filter-syntax'],
    [{ op: '=', args: [{ op: '+', args: [1, 2] }, 3] }, 'filter-not-offered'],
    [{ op: 'a_equals', args: [1, 2] }, 'filter-not-offered'],
    [
      { op: 's_intersects', args: [{ property: 'geometry' }, { type: 'Point', coordinates: ['1', 2] }] },
      'geometry-position',
    ],
    [Array.from({ length: 60 }).reduce((inner) => ({ op: 'not', args: [inner] }), true), 'filter-too-big'],
  ])('JSON: %.60j', (json, code) => {
    const found = codes(parseCql2Json(json));
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(code.split('-')[0] ?? '')).toBe(true);
    if (!code.startsWith('geometry')) expect(found).toEqual([code]);
  });

  it('names every fault of a filter against the layer at once', () => {
    const filter = valueIn(
      parseCql2Text(
        "nope = 1 AND flag_count = 'three' AND flags IS NULL AND geometry = 1 AND S_INTERSECTS(name, POINT(1 2)) AND S_INTERSECTS(geometry, POINT(1 200)) AND T_AFTER(name, DATE('2020-01-01')) AND open > TRUE AND CASEI(flag_count) = 'a' AND decision_date = 'soon' AND S_TOUCHES(geometry, BBOX(2,1,1,2)) AND T_AFTER(decision_date, INTERVAL('2021-01-01','2020-01-01'))",
      ),
    );
    expect(codes(checkFilter(filter, QUERYABLES))).toEqual([
      'filter-property-unknown',
      'filter-type',
      'filter-property-unknown',
      'filter-type',
      'filter-type',
      'geometry-position-out-of-range',
      'filter-type',
      'filter-type',
      'filter-type',
      'filter-type',
      'filter-bbox',
      'filter-interval',
    ]);
  });

  it('keeps no truth where SQL has none: NOT of a chain with an absent value', () => {
    const filter: Filter = valueIn(parseCql2Text("NOT (decision = 'x' AND flag_count = 3)"));
    expect(matchesFilter(valueIn(checkFilter(filter, QUERYABLES)), SITE)).toBe(false);
    const other: Filter = valueIn(parseCql2Text("NOT (decision = 'x' AND flag_count = 4)"));
    expect(matchesFilter(valueIn(checkFilter(other, QUERYABLES)), SITE)).toBe(true);
  });
});
