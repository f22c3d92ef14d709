import { openStore } from '@giapranh/store';
import { it } from 'vitest';
import { must } from '../../must.js';
import { startRunningServer } from '../../running-server.js';
import { withTemporaryFolders } from '../../temporary-folder.js';
import { FORM, PATIENCE_MS, PROFILE } from './form.js';
import { expectKept, keptIn, rounds } from './writing.js';

const folders = withTemporaryFolders();

it(
  `no write that the server acknowledged is lost to kill -9, embedded, ${FORM.kills} rounds`,
  async () => {
    const dataDir = await folders.create();
    const variables = { GIAPRANH_DATA: dataDir, GIAPRANH_PROFILE: PROFILE };
    await (await startRunningServer(variables)).stop();
    const place = { dataDir, profile: PROFILE };
    const before = await keptIn(must(await openStore(place)));
    const acknowledged = await rounds('e', variables, (server) => server.kill());
    expectKept('kills-embedded', acknowledged, before, await keptIn(must(await openStore(place))));
  },
  PATIENCE_MS,
);
