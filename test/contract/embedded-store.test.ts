import { openStore } from '@giapranh/store';
import { withTemporaryFolders } from '../temporary-folder.js';
import { featureStoreContract } from './feature-store.contract.js';

const folders = withTemporaryFolders();

featureStoreContract('embedded GeoPackage', {
  async place() {
    const dataDir = await folders.create();
    return { options: { dataDir }, open: (profile = 'bac-kan') => openStore({ dataDir, profile }) };
  },
});
