import { type LayerFeature, layerDefinition } from '@giapranh/core';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { everything, load, META, point, sample, square } from './samples.js';
import { opener, type StoreSubject } from './subject.js';

/** Awkward doubles: no short decimal, the smallest step from a round one, both signs of zero, the far corners. */
const ODD = [0.1 + 0.2, 105.75 + 2 ** -46, -0, 0, Number.MIN_VALUE, 1e-300, 179.99999999999997, -90] as const;

const GEOMETRIES: readonly Geometry[] = [
  { type: 'Point', coordinates: [105.83456789012345, 22.14567890123456] },
  { type: 'MultiPoint', coordinates: ODD.map((value) => [value, value / 3]) },
  { type: 'LineString', coordinates: ODD.map((value, index) => [value, index]) },
  {
    type: 'MultiLineString',
    coordinates: [
      [
        [105, 22],
        [106, 23],
      ],
      [
        [107.5, 21.5],
        [107.6, 21.6],
        [107.7, 21.5],
      ],
    ],
  },
  { type: 'Polygon', coordinates: [square(105, 22, 1), square(105.4, 22.4, 0.1)] },
  {
    type: 'MultiPolygon',
    coordinates: [[square(105, 22, 0.3), square(105.1, 22.1, 0.1)], [square(106, 22, 0.3)]],
  },
  {
    type: 'GeometryCollection',
    geometries: [
      { type: 'Point', coordinates: [105, 22] },
      { type: 'Polygon', coordinates: [square(105, 22, 0.1)] },
      { type: 'MultiLineString', coordinates: [square(106, 22, 0.1)] },
    ],
  },
];

const SITE = {
  site_id: 'BK-01',
  name: 'Mỏ chì kẽm Chợ Điền',
  mineral_vi: 'chì, kẽm',
  area_declared_m2: 0.1 + 0.2,
  decision: '1254/STNMT-KS; \'"`\\ %s $1 -- ?',
  decision_date: '2023-05-23',
  flag_count: Number.MAX_SAFE_INTEGER,
  flags: [{ b: 1, a: { khóa: [null, true, 1e21, -0.5, 'Ngân Sơn\n\t"'] } }],
} as const;

/** What a `mineral-sites` feature looks like on its way back. */
async function roundTrip(
  store: Awaited<ReturnType<ReturnType<typeof opener>['fresh']>>,
  feature: LayerFeature,
) {
  await load(store, [feature]);
  const found = await store.get(feature.layer, feature.id);
  if (found === undefined) throw new Error(`${feature.id} is not there`);
  return found;
}

export function keepingContract(subject: StoreSubject): void {
  describe('keeping', () => {
    const open = opener(subject);

    it('gives every geometry type back to the bit', async () => {
      const store = await open.fresh();
      await load(
        store,
        GEOMETRIES.map((geometry) => sample(geometry.type, geometry)),
      );
      for (const geometry of GEOMETRIES) {
        const found = await store.get('mineral-sites', geometry.type);
        // `toStrictEqual` tells -0 from 0.
        expect(found?.geometry, geometry.type).toStrictEqual(geometry);
      }
    });

    it('keeps single parts of polygon and line layers as multi-geometries', async () => {
      const store = await open.fresh();
      const ring = square(105, 22, 1);
      const commune = sample('c', { type: 'Polygon', coordinates: [ring] }, { layer: 'communes' });
      const border = sample('b', { type: 'LineString', coordinates: ring }, { layer: 'borders' });
      await load(store, [commune, border]);
      expect((await store.get('communes', 'c'))?.geometry).toStrictEqual({
        type: 'MultiPolygon',
        coordinates: [[ring]],
      });
      expect((await store.get('borders', 'b'))?.geometry).toStrictEqual({
        type: 'MultiLineString',
        coordinates: [ring],
      });
    });

    it('gives every property type back, and null for what was absent', async () => {
      const store = await open.fresh();
      const found = await roundTrip(store, sample('s', point(105, 22), { properties: SITE }));
      const absent = layerDefinition('mineral-sites')?.properties.map(({ name }) => [name, null]) ?? [];
      expect(found.properties).toStrictEqual({ ...Object.fromEntries(absent), ...SITE });
      expect(Object.keys(JSON.parse(JSON.stringify(found.properties['flags']))[0])).toEqual(['b', 'a']);
    });

    it('keeps texts in NFC and says which were not', async () => {
      const store = await open.fresh();
      const name = 'Chợ Đồn, Ngân Sơn, Na Rì';
      const properties = { name: name.normalize('NFD'), flags: [name.normalize('NFD')] };
      const decomposed = sample('Rì'.normalize('NFD'), point(105, 22), { properties });
      const result = await store.replaceAll(META, [
        sample('ok', point(1, 1), { properties: { name } }),
        decomposed,
      ]);
      expect(result).toMatchObject({
        ok: true,
        notes: [{ code: 'store-text-nfc', path: ['mineral-sites', decomposed.id] }],
      });
      const found = await store.get('mineral-sites', 'Rì'.normalize('NFC'));
      expect(found?.properties).toMatchObject({ name, flags: [name] });
      expect(await store.get('mineral-sites', decomposed.id)).toEqual(found);
    });

    it('finds everything again after it was closed', async () => {
      const place = await subject.place();
      const first = await open.at(place);
      const features = GEOMETRIES.map((geometry) => sample(geometry.type, geometry, { from: '2025-07-01' }));
      await load(first, features);
      const [info, before] = [await first.info(), await everything(first, 'mineral-sites')];
      const second = await open.at(place);
      expect(await everything(second, 'mineral-sites')).toStrictEqual(before);
      expect(await second.info()).toStrictEqual(info);
    });

    it('says what it holds', async () => {
      const store = await open.fresh();
      const empty = await store.info();
      expect(empty.meta).toBeNull();
      expect(empty.layers.every((layer) => layer.count === 0 && layer.bbox === null)).toBe(true);
      await load(store, [
        sample('a', point(0.1 + 0.2, 22), { from: '2020-01-01', to: '2025-07-01' }),
        sample(
          'b',
          {
            type: 'LineString',
            coordinates: [
              [105.1, 21.1],
              [105.2, 23.3],
            ],
          },
          { from: '2025-07-01' },
        ),
        sample('c', point(106, 22), { layer: 'places' }),
      ]);
      const info = await store.info();
      expect(info.meta).toEqual(META);
      expect(info.layers.filter((layer) => layer.count > 0)).toEqual([
        {
          layer: 'mineral-sites',
          count: 2,
          bbox: [0.1 + 0.2, 21.1, 105.2, 23.3],
          validity: { from: '2020-01-01', to: null },
        },
        { layer: 'places', count: 1, bbox: [106, 22, 106, 22], validity: { from: null, to: null } },
      ]);
    });

    it('keeps two profiles in one place apart', async () => {
      const place = await subject.place();
      const [one, two] = [await open.at(place, 'bac-kan'), await open.at(place, 'can-tho')];
      await load(one, [sample('same', point(105, 22))]);
      await load(two, [sample('same', point(105.7, 10))], { ...META, profile: 'can-tho' });
      expect((await one.get('mineral-sites', 'same'))?.geometry).toEqual(point(105, 22));
      expect((await two.get('mineral-sites', 'same'))?.geometry).toEqual(point(105.7, 10));
      expect((await one.info()).meta?.profile).toBe('bac-kan');
    });
  });
}
