import { setTimeout as sleep } from 'node:timers/promises';
import { type LayerFeature, type Result, toGeoJson } from '@giapranh/core';
import type { Change, EditOutcome, FeatureEdit, FeatureStore, TextQuery } from '@giapranh/store';
import { describe, expect, it } from 'vitest';
import { must } from '../../must.js';
import { everything, ids, load, META, point, sample, square } from './samples.js';
import { opener, type StoreSubject } from './subject.js';

const AUTHOR = { who: 'cán bộ A', authority: 'thử nghiệm', at: '2026-03-01T08:00:00+07:00' } as const;

const incident = (id: string, x = 105, properties = {}): LayerFeature =>
  sample(id, point(x, 22), { layer: 'incidents', properties });
const insert = (feature: LayerFeature): FeatureEdit => ({ op: 'insert', feature });

function codes(result: Result<EditOutcome>): readonly string[] {
  return result.ok ? [] : result.issues.map(({ code }) => code);
}

async function revisionOf(store: FeatureStore, id: string): Promise<number> {
  return (await store.get('incidents', id))?.revision ?? 0;
}

/** Long enough for a change of another process to be told on a busy machine. */
const PATIENCE_MS = 5_000;

async function until(told: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !told() && Date.now() < end; ) await sleep(10);
}

export function editingContract(subject: StoreSubject): void {
  describe('editing', () => {
    const open = opener(subject);

    it('inserts, replaces and deletes in one transaction, with revisions that only grow', async () => {
      const store = await open.fresh();
      const made = must(await store.applyEdits('incidents', [insert(incident('a')), insert(incident('b'))]));
      expect(made.edited.map(({ id, op }) => [id, op])).toEqual([
        ['a', 'insert'],
        ['b', 'insert'],
      ]);
      const first = await store.get('incidents', 'a');
      expect(first).toMatchObject({ revision: made.edited[0]?.revision, provenance: 'edited' });
      const changed = must(
        await store.applyEdits('incidents', [
          { op: 'replace', feature: incident('a', 107, { kind: 'khai thác trái phép', told: ['Xã'] }) },
          { op: 'delete', id: 'b' },
        ]),
      );
      const [a, b] = changed.edited;
      expect(a?.revision).toBeGreaterThan(made.edited[1]?.revision ?? 0);
      expect(b?.revision).toBeGreaterThan(a?.revision ?? 0);
      expect(changed.revision).toBeGreaterThanOrEqual(b?.revision ?? 0);
      expect(await store.get('incidents', 'a')).toMatchObject({
        geometry: point(107, 22),
        properties: { kind: 'khai thác trái phép', told: ['Xã'] },
        revision: a?.revision,
      });
      expect(await ids(store, { layer: 'incidents' })).toEqual(['a']);
      expect(await ids(store, { layer: 'incidents', bbox: [104, 21, 106, 23] })).toEqual([]);
      expect(await ids(store, { layer: 'incidents', bbox: [106, 21, 108, 23] })).toEqual(['a']);
    });

    it('writes nothing of a transaction with one fault, and names them all', async () => {
      const store = await open.fresh();
      must(await store.applyEdits('incidents', [insert(incident('a'))]));
      const refused = await store.applyEdits('incidents', [
        insert(incident('new')),
        insert(incident('a')),
        { op: 'replace', feature: incident('nobody') },
        { op: 'delete', id: 'nobody' },
        insert(sample('x', point(1, 1), { layer: 'tips' })),
        insert(sample('y', point(1, 1), { layer: 'incidents', properties: { colour: 'red' } })),
      ]);
      expect(codes(refused)).toEqual([
        'store-edit-exists',
        'store-edit-missing',
        'store-edit-missing',
        'store-edit-layer',
        'store-feature-property',
      ]);
      expect(await ids(store, { layer: 'incidents' })).toEqual(['a']);
    });

    it('writes several layers, records and audit together, or nothing of it', async () => {
      const store = await open.fresh();
      const sighting = sample('e', point(105, 22), { layer: 'equipment' });
      const fact = { who: 'x', action: 'exchange-import', subject: 'exchange', id: 'p', at: AUTHOR.at };
      const batch = (edits: readonly FeatureEdit[], expected?: null) => ({
        layers: [
          { layer: 'equipment' as const, edits: [insert(sighting)] },
          { layer: 'incidents' as const, edits },
        ],
        records: [
          {
            kind: 'exchange' as const,
            key: 'k',
            body: { a: 1 },
            guard: expected === null ? { expected } : {},
          },
        ],
        facts: [{ ...fact, before: null, after: null, authority: null }],
      });
      const whole = must(await store.applyBatch(batch([insert(incident('a'))], null), { author: AUTHOR }));
      expect(whole.map(({ edited }) => edited.map(({ id }) => id))).toEqual([['e'], ['a']]);
      const written = async () => [
        (await everything(store, 'equipment')).length,
        (await everything(store, 'incidents')).length,
        (await store.records.list('exchange', { limit: 9 })).length,
        (await store.audit.list({ limit: 9 })).map(({ action }) => action).join(' '),
      ];
      expect(await written()).toEqual([1, 1, 1, 'insert insert exchange-import']);
      must(await store.applyEdits('equipment', [{ op: 'delete', id: 'e' }]));
      // A fault of an edit, then one of a record: what came before it is undone.
      const fault = await store.applyBatch(batch([insert(incident('a'))]));
      expect(fault).toMatchObject({ ok: false, issues: [{ code: 'store-edit-exists' }] });
      const guarded = await store.applyBatch(batch([insert(incident('b'))], null));
      expect(guarded).toMatchObject({ ok: false, issues: [{ code: 'store-record-conflict' }] });
      expect(await written()).toEqual([0, 1, 1, 'insert insert exchange-import']);
    });

    it('refuses a writer who saw another revision', async () => {
      const store = await open.fresh();
      must(await store.applyEdits('incidents', [insert(incident('a'))]));
      const seen = await revisionOf(store, 'a');
      const replace = (x: number): FeatureEdit => ({
        op: 'replace',
        feature: incident('a', x),
        expected: seen,
      });
      must(await store.applyEdits('incidents', [replace(106)]));
      expect(codes(await store.applyEdits('incidents', [replace(107)]))).toEqual(['store-edit-conflict']);
      const remove = [{ op: 'delete', id: 'a' }] as const;
      expect(codes(await store.applyEdits('incidents', remove, { expected: seen }))).toEqual([
        'store-edit-conflict',
      ]);
      // A feature made again under the same id is another one.
      must(await store.applyEdits('incidents', remove));
      must(await store.applyEdits('incidents', [insert(incident('a', 106))]));
      expect(codes(await store.applyEdits('incidents', [replace(107)]))).toEqual(['store-edit-conflict']);
      expect((await store.get('incidents', 'a'))?.geometry).toEqual(point(106, 22));
    });

    it('lets one of many win who saw the same revision', async () => {
      const place = await subject.place();
      const stores = [await open.at(place), await open.at(place)];
      const [store] = stores;
      must(await (store as FeatureStore).applyEdits('incidents', [insert(incident('a'))]));
      const expected = await revisionOf(store as FeatureStore, 'a');
      const tries = Array.from({ length: 8 }, (_, index) =>
        (stores[index % 2] as FeatureStore).applyEdits('incidents', [
          { op: 'replace', feature: incident('a', 100 + index), expected },
        ]),
      );
      const results = (await Promise.all(tries)).map(codes);
      expect(results.filter((found) => found.length === 0)).toHaveLength(1);
      expect(results.filter((found) => found[0] === 'store-edit-conflict')).toHaveLength(7);
    });

    it('takes the edits of two stores at once without loss', async () => {
      const place = await subject.place();
      const [one, other] = [await open.at(place), await open.at(place)];
      const results = await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          (index % 2 === 0 ? one : other).applyEdits('incidents', [insert(incident(`i${index}`))]),
        ),
      );
      expect(results.flatMap(codes)).toEqual([]);
      expect(await everything(one, 'incidents')).toHaveLength(60);
      const revisions = (await everything(other, 'incidents')).map((feature) => feature.revision);
      expect(new Set(revisions).size).toBe(60);
    });

    it('keeps registers, edits and removals when the profile is loaded anew', async () => {
      const store = await open.fresh();
      const sites = ['a', 'b', 'c'].map((id) => sample(id, point(105, 22), { properties: { name: id } }));
      await load(store, sites);
      must(await store.applyEdits('incidents', [insert(incident('i'))]));
      must(
        await store.applyEdits('mineral-sites', [
          { op: 'replace', feature: sample('a', point(105.5, 22), { properties: { name: 'sửa' } }) },
          { op: 'delete', id: 'b' },
          insert(sample('mine', point(106, 22))),
        ]),
      );
      const worked = sample('c', point(105, 22), { properties: { name: 'c', flag_count: 2 } });
      const analysis = { writer: 'analysis' } as const;
      must(await store.applyEdits('mineral-sites', [{ op: 'replace', feature: worked }], analysis));
      expect((await store.get('mineral-sites', 'c'))?.provenance).toBe('loaded');
      expect(await load(store, sites)).toBe(1);
      expect((await ids(store, {})).sort()).toEqual(['a', 'c', 'mine']);
      expect(await store.get('mineral-sites', 'a')).toMatchObject({
        geometry: point(105.5, 22),
        properties: { name: 'sửa' },
        provenance: 'edited',
      });
      expect((await store.get('mineral-sites', 'c'))?.properties['flag_count']).toBeNull();
      expect(await ids(store, { layer: 'incidents' })).toEqual(['i']);
      expect((await ids(store, { bbox: [104, 21, 107, 23] })).length).toBe(3);
    });

    it('keeps each feature’s own secrecy, and answers by it', async () => {
      const store = await open.fresh();
      const secret = { ...incident('s'), secrecy: 'restricted' } as const;
      must(await store.applyEdits('incidents', [insert(secret), insert(incident('i'))]));
      expect((await store.get('incidents', 's'))?.secrecy).toBe('restricted');
      expect(await store.get('incidents', 'i')).not.toHaveProperty('secrecy');
      const asked = async (secrecy: readonly ('public' | 'internal' | 'restricted')[]) =>
        ids(store, { layer: 'incidents', secrecy });
      expect(await asked(['public'])).toEqual([]);
      expect(await asked(['public', 'internal'])).toEqual(['i']);
      expect(await asked(['restricted'])).toEqual(['s']);
    });

    it('tells every change, also of another store, of a load and of what an analysis wrote', async () => {
      const place = await subject.place();
      const [store, other] = [await open.at(place), await open.at(place)];
      const told: Change[] = [];
      const stop = await store.watch((change) => told.push(change));
      const of = (layer: string) => told.filter((change) => change.layer === layer);
      const made = must(await other.applyEdits('incidents', [insert(incident('a')), insert(incident('b'))]));
      await until(() => of('incidents').flatMap(({ ids }) => ids ?? []).length >= 2);
      expect(new Set(of('incidents').flatMap(({ ids }) => ids ?? []))).toEqual(new Set(['a', 'b']));
      expect(Math.max(...of('incidents').map(({ revision }) => revision))).toBe(made.revision);
      must(await store.applyEdits('incidents', [{ op: 'delete', id: 'b' }]));
      await until(() => of('incidents').at(-1)?.ids?.[0] === 'b');
      expect(of('incidents').at(-1)?.ids).toEqual(['b']);
      await load(other, [sample('s', point(1, 1))]);
      await until(() => of('mineral-sites').length > 0);
      expect(of('mineral-sites').map(({ ids }) => ids)).toEqual([null]);
      const before = told.length;
      await stop();
      must(await store.applyEdits('incidents', [insert(incident('after'))]));
      await sleep(150);
      expect(told).toHaveLength(before);
    });

    it('audits an edit in its transaction, before and after, in a chain', async () => {
      const store = await open.fresh();
      must(await store.applyEdits('incidents', [insert(incident('a'))], { author: AUTHOR }));
      await store.applyEdits('incidents', [insert(incident('a'))], { author: AUTHOR });
      must(await store.applyEdits('incidents', [{ op: 'delete', id: 'a' }], { author: AUTHOR }));
      const entries = await store.audit.list({ limit: 10 });
      expect(entries.map(({ seq, action, id, who }) => [seq, action, id, who])).toEqual([
        [1, 'insert', 'a', 'cán bộ A'],
        [2, 'delete', 'a', 'cán bộ A'],
      ]);
      expect(entries.map(({ before, after }) => [before === null, after === null])).toEqual([
        [true, false],
        [false, true],
      ]);
      expect(entries[1]?.previous).toBe(entries[0]?.hash);
    });

    it('writes pages as text with the values that reading gives, and goes on where a page ended', async () => {
      const store = await open.fresh();
      // Numbers that need every digit, from the 8° on that PostGIS writes to the bit.
      const odd = Array.from({ length: 40 }, (_, at) =>
        sample(`“é${at}”`, point(-8 - Math.PI * at, 8 + Math.E * at + 2 ** -40), {
          properties: {
            ...{ name: `Bó "Nặm" \\ ${at}\n\u0001\u2028`, decision_date: '2024-02-29', spot_index: at - 20 },
            ...{ score: Math.PI * 10 ** (at - 20), flags: [{ why: 'Gần “ranh”, "đỏ"', m: 1e-9 * at }, null] },
          },
          ...(at % 2 === 0 ? {} : { from: '2020-01-31', to: '2031-12-01' }),
        }),
      );
      await load(store, odd, META);
      const layer = 'mineral-sites';
      const whole = await store.query({ layer, limit: 100, offset: 0 });
      const read = async (query: Partial<TextQuery>) => {
        const page = await store.textPage({ layer, limit: 10, offset: 0, count: true, ...query });
        const { text, ...told } = page;
        return { ...told, features: JSON.parse(`[${Buffer.concat([...text]).toString('utf8')}]`) };
      };
      const expected = whole.features.map(toGeoJson);
      const first = await read({ limit: 15 });
      expect(first.features).toEqual(expected.slice(0, 15));
      expect([first.numberReturned, first.numberMatched]).toEqual([15, 40]);
      const after = first.next ?? '';
      const skipped = await read({ offset: 7 });
      expect(skipped.features).toEqual(expected.slice(7, 17));
      const second = await read({ limit: 25, offset: 15, after, count: false });
      expect(second.features).toEqual(expected.slice(15));
      expect([second.numberMatched, second.next]).toEqual([null, null]);
      expect(await read({ limit: 25, offset: 15, after })).toEqual({ ...second, numberMatched: 40 });
      expect(await read({ limit: 5, offset: 99 })).toMatchObject({
        features: [],
        numberReturned: 0,
        numberMatched: 40,
        next: null,
      });
      const states = [first, skipped, second, await read({ limit: 15 })].map(({ state }) => state);
      expect(new Set(states).size).toBe(3);
      const [changed] = expected;
      must(await store.applyEdits(layer, [{ op: 'replace', feature: sample('“é0”', point(8, 8)) }]));
      expect((await read({ limit: 15 })).features[0]).not.toEqual(changed);
      expect((await read({ limit: 15 })).state).not.toBe(first.state);
      await expect(
        store.textPage({ layer, limit: 1, offset: 0, after: '-1', count: false }),
      ).rejects.toMatchObject({ issue: { code: 'store-query-cursor' } });
    });

    it('pages by key to the end in the order of the layer, while others write', async () => {
      const store = await open.fresh();
      const cells = Array.from({ length: 57 }, (_, index) =>
        sample(`c${index}`, { type: 'Polygon', coordinates: [square(index, 0, 0.5)] }, { layer: 'communes' }),
      );
      await load(store, cells, META);
      const walk = async (query: object, onPage: (at: number) => Promise<void> = async () => {}) => {
        const seen: string[] = [];
        for (let after: string | undefined; ; ) {
          const asked = {
            layer: 'communes',
            limit: 10,
            ...query,
            ...(after === undefined ? {} : { after }),
          } as const;
          const page = await store.page(asked);
          seen.push(...page.features.map(({ id }) => id));
          if (page.next === null) return seen;
          after = page.next;
          await onPage(seen.length);
        }
      };
      const all = cells.map(({ id }) => id);
      for (const limit of [1, 10, 19, 56, 57, 58]) expect(await walk({ limit })).toEqual(all);
      expect(await walk({ bbox: [9.9, 0.1, 30.2, 0.2], limit: 4 })).toEqual(all.slice(10, 31));
      const seen = await walk({}, async (at) => {
        if (at === 20) must(await store.applyEdits('communes', [{ op: 'delete', id: 'c3' }]));
      });
      expect(seen).toEqual(all);
      await expect(store.page({ layer: 'communes', limit: 1, after: "1' OR" })).rejects.toMatchObject({
        issue: { code: 'store-query-cursor' },
      });
    });
  });
}
