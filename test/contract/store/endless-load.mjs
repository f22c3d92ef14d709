// A process to be killed: loads without end into the store its argument names, and prints how far it is.
import { openStore, parseDatabaseUrl } from '@giapranh/store';

const { databaseUrl, dataDir, profile } = JSON.parse(process.argv[2] ?? '{}');
const url = databaseUrl === undefined ? undefined : parseDatabaseUrl(databaseUrl);
const store = await openStore({ dataDir, profile, ...(url?.ok ? { databaseUrl: url.value } : {}) });
if (!store.ok) throw new Error(JSON.stringify(store.issues));

function* features() {
  for (let index = 0; ; index += 1) {
    yield {
      layer: 'mineral-sites',
      id: `new ${index}`,
      geometry: { type: 'Point', coordinates: [105, 22] },
      properties: {},
      validity: { from: null, to: null },
    };
  }
}
const meta = { profile, contentHash: 'sha256:killed', loadedAt: '2026-03-01T00:00:00Z' };
await store.value.replaceAll(meta, features(), ({ written }) => console.log(written));
