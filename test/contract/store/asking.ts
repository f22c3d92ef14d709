import type { LayerFeature, LayerId } from '@giapranh/core';
import { type FeatureStore, type QueryBox, StoreFault } from '@giapranh/store';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { day } from '../../day.js';
import { ids, load, point, sample, square } from './samples.js';
import { opener, type StoreSubject } from './subject.js';

/** An L, a ring with a hole, and lines, around places where an envelope says yes and the geometry no. */
const SHAPES: readonly (readonly [string, Geometry])[] = [
  ['point', point(105, 22)],
  ['far point', point(150, -40)],
  ['holed', { type: 'Polygon', coordinates: [square(106, 22, 1), square(106.25, 22.25, 0.5)] }],
  [
    'diagonal',
    {
      type: 'LineString',
      coordinates: [
        [104, 20],
        [105, 21],
      ],
    },
  ],
  ['two parts', { type: 'MultiPolygon', coordinates: [[square(100, 10, 0.5)], [square(102, 12, 0.5)]] }],
  ['east of the date line', point(-179.5, 5)],
  ['west of the date line', point(179.5, 5)],
  ['one step off', point(105 + 2 ** -46, 24)],
];

const BOXES: readonly (readonly [string, QueryBox, readonly string[]])[] = [
  ['a point inside', [104.9, 21.9, 105.1, 22.1], ['point']],
  ['a point on the edge', [105, 21.9, 105.1, 22.1], ['point']],
  ['a point on the corner', [105, 22, 105.1, 22.1], ['point']],
  ['a box that is a point', [105, 22, 105, 22], ['point']],
  ['a box that is a line', [105, 21.9, 105, 22.1], ['point']],
  ['inside the polygon, no edge met', [106.1, 22.1, 106.2, 22.2], ['holed']],
  ['inside the hole', [106.4, 22.4, 106.6, 22.6], []],
  ['touching the hole from inside', [106.4, 22.4, 106.75, 22.6], ['holed']],
  ['touching the polygon from outside', [107, 22.4, 107.5, 22.6], ['holed']],
  ['around the polygon', [105.9, 21.9, 107.1, 23.1], ['holed']],
  ['in the corner of the diagonal’s envelope', [104.6, 20.1, 104.9, 20.4], []],
  ['touching the diagonal with a corner', [104.5, 20.25, 104.75, 20.5], ['diagonal']],
  ['crossed by the diagonal, no vertex inside', [104.4, 20.4, 104.6, 20.6], ['diagonal']],
  ['between the parts', [101, 11, 101.5, 11.5], []],
  ['on one part', [102.1, 12.1, 102.2, 12.2], ['two parts']],
  ['across the date line', [179, 4, -179, 6], ['east of the date line', 'west of the date line']],
  ['one step west of a point', [104, 23.9, 105, 24.1], []],
  ['the whole world', [-180, -90, 180, 90], SHAPES.map(([id]) => id)],
];

const NAMES = ["O'Brien", 'x" OR "1"="1', "'; DROP TABLE mineral_sites; --", '%', '_', '$1', 'Chợ Đồn'];

async function faultOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof StoreFault) return error.issue.code;
    throw error;
  }
  return 'answered';
}

export function askingContract(subject: StoreSubject): void {
  describe('asking', () => {
    const open = opener(subject);

    it('answers as of a day: the first day in force counts, the day it ends does not', async () => {
      const store = await open.fresh();
      await load(store, [
        sample('always', point(1, 1)),
        sample('old', point(1, 1), { to: '2025-07-01' }),
        sample('new', point(1, 1), { from: '2025-07-01' }),
        sample('one day', point(1, 1), { from: '2025-06-30', to: '2025-07-01' }),
      ]);
      const asOf = (text: string) => ids(store, { asOf: day(text) });
      expect(await asOf('2025-06-29')).toEqual(['always', 'old']);
      expect(await asOf('2025-06-30')).toEqual(['always', 'old', 'one day']);
      expect(await asOf('2025-07-01')).toEqual(['always', 'new']);
      const each: string[] = [];
      for await (const feature of store.each('mineral-sites', day('2025-06-30'))) each.push(feature.id);
      expect(each).toEqual(['always', 'old', 'one day']);
    });

    it('answers for the days from a first to a last, both included, either end open', async () => {
      const store = await open.fresh();
      await load(store, [
        sample('always', point(1, 1)),
        sample('old', point(1, 1), { to: '2025-07-01' }),
        sample('new', point(1, 1), { from: '2025-07-01' }),
      ]);
      const during = (first: string | null, last: string | null) =>
        ids(store, {
          during: { first: first === null ? null : day(first), last: last === null ? null : day(last) },
        });
      expect(await during('2025-06-30', '2025-06-30')).toEqual(['always', 'old']);
      expect(await during('2025-06-30', '2025-07-01')).toEqual(['always', 'old', 'new']);
      expect(await during('2025-07-01', null)).toEqual(['always', 'new']);
      expect(await during(null, '2025-06-30')).toEqual(['always', 'old']);
      expect(await during(null, null)).toEqual(['always', 'old', 'new']);
    });

    it('answers by box, exactly, touching included', async () => {
      const store = await open.fresh();
      await load(
        store,
        SHAPES.map(([id, geometry]) => sample(id, geometry)),
      );
      for (const [name, bbox, expected] of BOXES) expect(await ids(store, { bbox }), name).toEqual(expected);
    });

    it('answers by equality of properties', async () => {
      const store = await open.fresh();
      const properties = (index: number) => ({
        name: NAMES[index] ?? null,
        flag_count: index,
        area_declared_m2: index / 10,
        decision_date: index % 2 === 0 ? '2023-05-23' : null,
      });
      await load(store, [
        ...NAMES.map((name, index) => sample(name, point(1, 1), { properties: properties(index) })),
        sample('nameless', point(1, 1), { properties: properties(NAMES.length) }),
      ]);
      for (const name of NAMES) expect(await ids(store, { filter: { name } }), name).toEqual([name]);
      expect(await ids(store, { filter: { name: 'Chợ Đồn'.normalize('NFD') } })).toEqual(['Chợ Đồn']);
      expect(await ids(store, { filter: { name: null } })).toEqual(['nameless']);
      expect(await ids(store, { filter: { flag_count: 2 } })).toEqual([NAMES[2]]);
      expect(await ids(store, { filter: { area_declared_m2: 3 / 10 } })).toEqual([NAMES[3]]);
      expect(await ids(store, { filter: { decision_date: '2023-05-23', flag_count: 4 } })).toEqual([
        NAMES[4],
      ]);
      expect(await ids(store, { filter: { decision_date: '2023-05-23', flag_count: 3 } })).toEqual([]);
      expect(await ids(store, { filter: { name: 'nobody' } })).toEqual([]);
    });

    it('pages right for any limit and offset, in the order given, with the count of all', async () => {
      const store = await open.fresh();
      const names = Array.from({ length: 23 }, (_, index) => `f${(index * 7) % 23}`);
      await load(
        store,
        names.map((id, index) => sample(id, point(index, index), { properties: { flag_count: index % 2 } })),
      );
      const even = names.filter((_, index) => index % 2 === 0);
      for (const limit of [1, 2, 3, 10, 12, 22, 23, 24, 1000]) {
        const seen: string[] = [];
        for (let offset = 0; offset < names.length + limit; offset += limit) {
          const page = await store.query({ layer: 'mineral-sites', bbox: [0, 0, 30, 30], limit, offset });
          expect(page.numberMatched).toBe(names.length);
          expect(page.features.length).toBe(Math.max(0, Math.min(limit, names.length - offset)));
          seen.push(...page.features.map((feature) => feature.id));
        }
        expect(seen, `limit ${limit}`).toEqual(names);
      }
      const page = { layer: 'mineral-sites', filter: { flag_count: 0 } } as const;
      expect((await store.query({ ...page, limit: 3, offset: 10 })).features.map(({ id }) => id)).toEqual(
        even.slice(10, 13),
      );
      expect(await store.query({ ...page, limit: 0, offset: 0 })).toEqual({
        features: [],
        numberMatched: even.length,
      });
      expect(await store.query({ ...page, limit: 5, offset: 99 })).toEqual({
        features: [],
        numberMatched: even.length,
      });
    });

    it('gets one by its id, in its layer only', async () => {
      const store = await open.fresh();
      await load(store, [sample('1', point(1, 1)), sample("'--", point(2, 2))]);
      expect((await store.get('mineral-sites', "'--"))?.geometry).toEqual(point(2, 2));
      expect(await store.get('mineral-sites', '2')).toBeUndefined();
      expect(await store.get('places', '1')).toBeUndefined();
    });

    it('refuses what the catalogue does not allow, and nothing of it reaches SQL', async () => {
      const store = await open.fresh();
      await load(store, [sample('1', point(1, 1))]);
      const ask = (query: Partial<Parameters<FeatureStore['query']>[0]>) =>
        faultOf(store.query({ layer: 'mineral-sites', limit: 1, offset: 0, ...query }));
      const hostile = 'places"; DROP TABLE mineral_sites; --' as LayerId;
      expect(await ask({ layer: hostile })).toBe('store-query-layer');
      expect(await faultOf(store.get(hostile, '1'))).toBe('store-query-layer');
      expect(await faultOf(store.each(hostile)[Symbol.asyncIterator]().next())).toBe('store-query-layer');
      expect(await ask({ filter: { 'name" = \'\' OR "name': 'x' } })).toBe('store-query-property');
      expect(await ask({ filter: { fid: 1 } })).toBe('store-query-property');
      expect(await ask({ filter: { flags: 'x' } })).toBe('store-query-property');
      expect(await ask({ filter: { flag_count: '1 OR 1=1' } })).toBe('store-query-value');
      expect(await ask({ filter: { decision_date: '2023-02-30' } })).toBe('store-query-value');
      expect(await ask({ limit: -1 })).toBe('store-query-page');
      expect(await ask({ offset: 1.5 })).toBe('store-query-page');
      expect(await ask({ bbox: [1, 3, 2, 2] })).toBe('store-query-bbox');
      expect(await ask({ bbox: [Number.NaN, 0, 1, 1] })).toBe('store-query-bbox');
      expect(await ids(store, {})).toEqual(['1']);
    });

    it('lets `each` be left early and asks on', async () => {
      const store = await open.fresh();
      await load(
        store,
        Array.from({ length: 500 }, (_, index) => sample(String(index), point(1, 1))),
      );
      for (let round = 0; round < 15; round += 1) {
        for await (const feature of store.each('mineral-sites')) {
          if (feature.id === '3') break;
        }
      }
      const all: LayerFeature[] = [];
      for await (const feature of store.each('mineral-sites')) all.push(feature);
      expect(all.map(({ id }) => Number(id))).toEqual(all.map((_, index) => index));
    });
  });
}
