// A process of its own that writes: inserts incidents into the store its argument names, four at a time, and prints
// the id of each once it was acknowledged; until `count` are written, or for ever.
import { openStore, parseDatabaseUrl } from '@giapranh/store';

const { databaseUrl, dataDir, profile, name, count = Infinity } = JSON.parse(process.argv[2] ?? '{}');
const url = databaseUrl === undefined ? undefined : parseDatabaseUrl(databaseUrl);
const store = await openStore({ dataDir, profile, ...(url?.ok ? { databaseUrl: url.value } : {}) });
if (!store.ok) throw new Error(JSON.stringify(store.issues));

let next = 0;
async function write() {
  while (next < count) {
    const id = `${name}-${next}`;
    next += 1;
    const feature = {
      layer: 'incidents',
      id,
      geometry: { type: 'Point', coordinates: [105, 22] },
      properties: { kind: 'thử', people: next },
      validity: { from: null, to: null },
    };
    const author = { who: name, authority: null, at: '2026-03-01T00:00:00Z' };
    const result = await store.value.applyEdits('incidents', [{ op: 'insert', feature }], { author });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    process.stdout.write(`${id}\n`);
  }
}
await Promise.all([write(), write(), write(), write()]);
await store.value.close();
