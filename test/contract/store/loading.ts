import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LayerFeature } from '@giapranh/core';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { everything, ids, load, META, point, sample } from './samples.js';
import { opener, type StoreSubject } from './subject.js';

const SECOND = { ...META, contentHash: 'sha256:second' };

const FAULTS: readonly (readonly [string, LayerFeature])[] = [
  ['store-feature-register', { ...sample('x', point(1, 1)), layer: 'incidents' }],
  ['store-feature-id', sample('', point(1, 1))],
  ['store-feature-geometry', sample('empty', { type: 'MultiPolygon', coordinates: [] })],
  ['store-feature-geometry', sample('nan', point(Number.NaN, 1))],
  ['store-feature-geometry', sample('high', { type: 'Point', coordinates: [1, 1, 100] })],
  [
    'store-feature-geometry',
    sample(
      'line',
      {
        type: 'LineString',
        coordinates: [
          [1, 1],
          [2, 2],
        ],
      },
      { layer: 'places' },
    ),
  ],
  ['store-feature-property', sample('unknown', point(1, 1), { properties: { colour: 'red' } })],
  ['store-feature-value', sample('text', point(1, 1), { properties: { flag_count: 'three' } })],
  ['store-feature-value', sample('infinite', point(1, 1), { properties: { area_declared_m2: Infinity } })],
  ['store-feature-value', sample('nul', point(1, 1), { properties: { name: 'a\0b' } })],
  ['store-feature-value', sample('half', point(1, 1), { properties: { name: '\ud800' } })],
  ['store-feature-value', sample('day', point(1, 1), { properties: { decision_date: '2023-02-30' } })],
  ['store-feature-validity', sample('backwards', point(1, 1), { from: '2025-07-01', to: '2025-07-01' })],
];

const BIG = 50_000;
/** What a load or a walk may hold on to; all features together are some 250 MB. */
const BOUND_BYTES = 60_000_000;

function* bigLayer(): Generator<LayerFeature> {
  for (let index = 0; index < BIG; index += 1) {
    const [x, y] = [100 + (index % 250) / 25, 8 + Math.floor(index / 250) / 20];
    const ring = Array.from({ length: 61 }, (_, corner) => {
      const angle = ((corner % 60) / 60) * 2 * Math.PI;
      return [x + 0.015 * Math.cos(angle), y + 0.015 * Math.sin(angle)];
    });
    const geometry: Geometry = { type: 'MultiPolygon', coordinates: [[ring]] };
    yield sample(`c${index}`, geometry, { layer: 'communes', properties: { name: `Xã ${index}` } });
  }
}

function retained_bytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

export function loadingContract(subject: StoreSubject): void {
  describe('loading', () => {
    const open = opener(subject);

    it('replaces the whole content', async () => {
      const store = await open.fresh();
      await load(store, [sample('1', point(1, 1)), sample('p', point(1, 1), { layer: 'places' })]);
      expect(await load(store, [sample('2', point(2, 2))], SECOND)).toBe(1);
      expect(await ids(store, {})).toEqual(['2']);
      expect(await ids(store, { layer: 'places' })).toEqual([]);
      expect(await ids(store, { bbox: [0, 0, 1.5, 1.5] })).toEqual([]);
      expect((await store.info()).meta).toEqual(SECOND);
    });

    it('takes no load of another profile, and none that does not say what it was made from', async () => {
      const store = await open.fresh();
      await load(store, [sample('old', point(1, 1))]);
      for (const wrong of [{ profile: 'can-tho' }, { contentHash: '' }, { loadedAt: 'today' }]) {
        await expect(store.replaceAll({ ...SECOND, ...wrong }, [])).rejects.toThrow(RangeError);
      }
      expect(await ids(store, {})).toEqual(['old']);
    });

    it('keeps the old content when the iterator throws', async () => {
      const store = await open.fresh();
      await load(store, [sample('old', point(1, 1))]);
      const broken = function* () {
        for (let index = 0; index < 1200; index += 1) yield sample(`new ${index}`, point(2, 2));
        throw Object.assign(new Error('the source broke off'), { code: 'EIO' });
      };
      await expect(store.replaceAll(SECOND, broken())).rejects.toThrow('the source broke off');
      expect(await ids(store, {})).toEqual(['old']);
      expect((await store.info()).meta).toEqual(META);
      expect(await load(store, [sample('next', point(1, 1))])).toBe(1);
    });

    it('names every feature it refuses, and keeps the old content', async () => {
      const store = await open.fresh();
      await load(store, [sample('old', point(1, 1))]);
      const good = sample('good', point(1, 1));
      const result = await store.replaceAll(SECOND, [good, ...FAULTS.map(([, feature]) => feature), good]);
      expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path[0], path[1]])).toEqual(
        FAULTS.map(([code, feature]) => [code, feature.layer, feature.id]),
      );
      expect(await ids(store, {})).toEqual(['old']);
    });

    it('refuses the same id twice in a layer, by name', async () => {
      const store = await open.fresh();
      await load(store, [sample('old', point(1, 1))]);
      const twice = ['a', 'Chợ (Đồn)=("x")', 'Chợ (Đồn)=("x")'].map((id) => sample(id, point(1, 1)));
      expect(await store.replaceAll(SECOND, twice)).toMatchObject({
        ok: false,
        issues: [{ code: 'store-feature-duplicate', path: ['mineral-sites', 'Chợ (Đồn)=("x")'] }],
      });
      expect(await ids(store, {})).toEqual(['old']);
    });

    it('shows readers the old content until the end', async () => {
      const place = await subject.place();
      const [store, other] = [await open.at(place), await open.at(place)];
      await load(store, [sample('old', point(1, 1)), sample('older', point(1, 1))]);
      const walk = other.each('mineral-sites')[Symbol.asyncIterator]();
      expect((await walk.next()).value).toMatchObject({ id: 'old' });
      const features = async function* () {
        for (let index = 0; index < 1200; index += 1) {
          yield sample(`new ${index}`, point(2, 2));
          if (index % 400 !== 399) continue;
          expect(await ids(store, { limit: 2 })).toEqual(['old', 'older']);
          expect(await ids(other, { bbox: [1, 1, 1, 1] })).toEqual(['old', 'older']);
        }
      };
      expect(await store.replaceAll(SECOND, features())).toMatchObject({ ok: true, value: 1200 });
      expect((await walk.next()).value).toMatchObject({ id: 'older' });
      expect((await walk.next()).done).toBe(true);
      expect((await other.query({ layer: 'mineral-sites', limit: 1, offset: 0 })).numberMatched).toBe(1200);
    });

    it('keeps the old content when the loading process is killed', async () => {
      const place = await subject.place();
      const store = await open.at(place);
      await load(store, [sample('old', point(1, 1))]);
      const child = spawn(
        process.execPath,
        [
          new URL('endless-load.mjs', import.meta.url).pathname,
          JSON.stringify({ ...place.options, profile: 'bac-kan' }),
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const exited = once(child, 'exit');
      for await (const line of createInterface({ input: child.stdout })) {
        if (Number(line) >= 2000) child.kill('SIGKILL');
      }
      expect(await exited).toEqual([null, 'SIGKILL']);
      expect(await ids(store, {})).toEqual(['old']);
      expect(await everything(await open.at(place), 'mineral-sites')).toHaveLength(1);
      expect(await load(store, [sample('next', point(1, 1))], SECOND)).toBe(1);
      expect(await ids(store, {})).toEqual(['next']);
    });

    it('takes and gives a layer of 50,000 features in bounded memory', async () => {
      const store = await open.fresh();
      const start = retained_bytes();
      let [most, reports] = [0, 0];
      const result = await store.replaceAll(META, bigLayer(), ({ written }) => {
        reports += 1;
        if (written % 10_000 === 0) most = Math.max(most, retained_bytes() - start);
      });
      expect(result).toMatchObject({ ok: true, value: BIG });
      expect(reports).toBeGreaterThan(50);
      let seen = 0;
      for await (const feature of store.each('communes')) {
        expect(feature.id).toBe(`c${seen}`);
        seen += 1;
        if (seen % 10_000 === 0) most = Math.max(most, retained_bytes() - start);
      }
      expect(seen).toBe(BIG);
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThan(BOUND_BYTES);
      const bbox = [104, 12, 105, 13] as const;
      const page = await store.query({ layer: 'communes', bbox, limit: 10, offset: 5 });
      // Disks of radius 0.015 on a grid of 0.04 by 0.05: columns 100 to 125, rows 80 to 100, edges touched.
      expect(page.numberMatched).toBe(26 * 21);
      expect(page.features).toHaveLength(10);
    }, 120_000);
  });
}
