import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FeatureEdit, type FeatureStore, openStore, type TextQuery } from '@giapranh/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MatchCounts } from './match-counts.js';

let folder = '';
let store: FeatureStore;

function incident(id: string): FeatureEdit {
  return {
    op: 'insert',
    feature: {
      layer: 'incidents',
      id,
      geometry: { type: 'Point', coordinates: [105.8, 22.1] },
      properties: {},
      validity: { from: null, to: null },
    },
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giapranh-counts-'));
  const opened = await openStore({ dataDir: folder, profile: 'bac-kan' });
  if (!opened.ok) throw new Error('no store');
  store = opened.value;
  await store.applyEdits('incidents', ['a', 'b', 'c', 'd', 'e'].map(incident));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const question = { layer: 'incidents', limit: 2, offset: 0 } as const;

it('counts the first page, not those after it, until the layer changes', async () => {
  const counts = new MatchCounts();
  const counted: boolean[] = [];
  const page = (more: Partial<TextQuery> = {}) =>
    counts.page(
      (query) => {
        counted.push(query.count);
        return store.textPage(query);
      },
      { ...question, ...more },
    );
  const first = await page();
  const second = await page({ offset: 2, after: first.next ?? '' });
  expect([first.numberMatched, second.numberMatched]).toEqual([5, 5]);
  await page({ secrecy: ['public'], after: first.next ?? '' });
  await store.applyEdits('incidents', [incident('f')]);
  counts.forget({ layer: 'incidents' });
  expect((await page({ offset: 4, after: second.next ?? '' })).numberMatched).toBe(6);
  // The first, none for the second, another reader's question, and again after the change.
  expect(counted).toEqual([true, false, true, true]);
});

it('does not keep what was counted while somebody wrote', async () => {
  const counts = new MatchCounts();
  const first = await counts.page(async (query) => {
    const page = await store.textPage(query);
    await store.applyEdits('incidents', [incident('g')]);
    counts.forget({ layer: 'incidents' });
    return page;
  }, question);
  expect(first.numberMatched).toBe(6);
  const after = first.next ?? '';
  const next = await counts.page((query) => store.textPage(query), { ...question, after });
  expect(next.numberMatched).toBe(7);
});
