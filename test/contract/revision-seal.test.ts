import { randomUUID } from 'node:crypto';
import { openStore } from '@giapranh/store';
import { expect, it } from 'vitest';
import { openRevisionSeal, RevisionSeal } from '../../server/src/access/revision-seal.js';
import { must } from '../must.js';
import { withTemporaryFolders } from '../temporary-folder.js';

const folders = withTemporaryFolders();

it('tells revisions apart, and neither their number nor their order', () => {
  const seal = new RevisionSeal(randomUUID());
  const told = Array.from({ length: 1000 }, (_, revision) => seal.of('places/1', revision));
  expect(new Set(told).size).toBe(1000);
  expect(told.every((text) => /^[0-9a-f]{24}$/.test(text))).toBe(true);
  expect(told).not.toEqual(told.toSorted());
  expect(seal.of('places/2', 7)).not.toBe(seal.of('places/1', 7));
  expect(new RevisionSeal(randomUUID()).of('places/1', 7)).not.toBe(seal.of('places/1', 7));
});

it('is the same for two servers of one store that start at once, and after a start anew', async () => {
  const place = { dataDir: await folders.create(), profile: 'bac-kan' };
  const [one, two] = [must(await openStore(place)), must(await openStore(place))];
  const seals = await Promise.all([openRevisionSeal(one), openRevisionSeal(two)]);
  const again = await openRevisionSeal(one);
  const told = [...seals, again].map((seal) => must(seal).of('places/1', 7));
  expect(new Set(told).size).toBe(1);
  must(await one.records.put('server_key', 'revisions', { key: '' }));
  expect(await openRevisionSeal(two)).toMatchObject({ ok: false, issues: [{ code: 'server-key-broken' }] });
  await Promise.all([one.close(), two.close()]);
});
