import { openStore, parseDatabaseUrl } from '@giapranh/store';
import { withPostgres } from '../postgres.js';
import { featureStoreContract } from './feature-store.contract.js';

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
