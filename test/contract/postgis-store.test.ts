import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import { expect, it } from 'vitest';
import { must } from '../must.js';
import { rowsOf, withPostgres } from '../postgres.js';
import { featureStoreContract } from './feature-store.contract.js';
import { point, sample } from './store/samples.js';

const postgres = withPostgres();

featureStoreContract('PostgreSQL with PostGIS', {
  async place() {
    const { url } = await postgres.create();
    const databaseUrl = parseDatabaseUrl(url);
    if (!databaseUrl.ok) throw new Error(url);
    const options = { dataDir: '' };
    return {
      options: { ...options, databaseUrl: url },
      open: (profile = 'bac-kan') => openStore({ ...options, databaseUrl: databaseUrl.value, profile }),
    };
  },
});

it('tells a reader whose connection is lost between two portions, and goes on with another', async () => {
  const { url } = await postgres.create();
  const databaseUrl = must(parseDatabaseUrl(url));
  const store = must(await openStore({ dataDir: '', databaseUrl, profile: 'bac-kan' }));
  const features = Array.from({ length: 250 }, (_, index) =>
    sample(`lost-${index}`, point(105, 22), { layer: 'incidents' }),
  );
  const author = { who: 'own', authority: null, at: '2026-03-01T00:00:00Z' };
  const edits = features.map((feature) => ({ op: 'insert', feature }) as const);
  must(await store.applyEdits('incidents', edits, { author }));
  const reading = store.each('incidents')[Symbol.asyncIterator]();
  await reading.next();
  await rowsOf(
    url,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'giapranh' AND state = 'idle in transaction'",
  );
  // Long enough for the event of the lost connection, which nothing but the reader's own connection hears.
  await sleep(200);
  const readOn = async (): Promise<void> => {
    for (let done = false; !done; ) ({ done = false } = await reading.next());
  };
  await expect(readOn()).rejects.toMatchObject({ issue: { code: 'store-unreachable' } });
  expect((await store.get('incidents', 'lost-0'))?.id).toBe('lost-0');
  await store.close();
});
