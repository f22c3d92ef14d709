import { ok, type Result } from '@giapranh/core';
import type { ServerConfig } from '../config.js';
import { closeServer, listen, shownUrl } from '../http/listen.js';
import { limitedServer } from '../http/sockets.js';
import { Metrics } from '../metrics.js';
import { archiveListener } from './archive-listener.js';
import { openArchive, type TileArchive } from './open-archive.js';

export interface ArchiveServer {
  readonly url: string;
  readonly archive: TileArchive;
  close(): Promise<void>;
}

/** Serves one file of tiles and nothing else: no profile, no store. Issues: those of `openArchive` and `listen`. */
export async function serveArchive(config: ServerConfig, path: string): Promise<Result<ArchiveServer>> {
  const archive = await openArchive(path);
  if (!archive.ok) return archive;
  const server = limitedServer(config.limits, archiveListener(archive.value, new Metrics()));
  const port = await listen(server, config);
  if (!port.ok) {
    await archive.value.close();
    return port;
  }
  return ok({
    url: shownUrl(config, port.value),
    archive: archive.value,
    close: async () => {
      await closeServer(server);
      await archive.value.close();
    },
  });
}
