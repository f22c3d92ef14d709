import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKOUT, startRunningServer } from '../../running-server.js';
import { PROFILE } from './form.js';

const TEMPORARY = join(CHECKOUT, 'test/.tmp');
/** Loaded by the first who wants it. When the code is another since, servers on a copy load it anew by themselves. */
const KEPT = join(TEMPORARY, `faults-${PROFILE}`);

/** Fills a folder with the embedded store of a server that was stopped. */
export async function loadInto(dataDir: string): Promise<void> {
  if (!existsSync(KEPT)) {
    await mkdir(TEMPORARY, { recursive: true });
    const making = await mkdtemp(`${KEPT}-`);
    await (await startRunningServer({ GIAPRANH_DATA: making, GIAPRANH_PROFILE: PROFILE })).stop();
    // Of two who made it at once the first one's is kept.
    await rename(making, KEPT).catch(() => undefined);
  }
  await cp(KEPT, dataDir, { recursive: true });
}
