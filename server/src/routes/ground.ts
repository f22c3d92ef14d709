import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { RequestHandler } from 'express';
import type { Services } from '../services.js';

/**
 * `GET /ground.json`: units of all vintages with their ground as the analysis has it, lists, lineage, roads, rivers;
 * for browsers that compute by themselves. Ten megabytes, kept by the browser until the content changes.
 */
export function groundDocument({ ground }: Services): RequestHandler {
  return async (request, response, next) => {
    response.vary('Accept-Encoding');
    response.set({
      'Cache-Control': 'no-cache',
      ETag: `"${ground.version}"`,
      'Content-Type': 'application/json',
    });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const file = createReadStream(ground.path);
    try {
      if (request.acceptsEncodings('gzip') === 'gzip') {
        response.set('Content-Encoding', 'gzip');
        await pipeline(file, response);
      } else await pipeline(file, createGunzip(), response);
    } catch (error) {
      // The reader left, or the file is gone.
      if (response.headersSent) response.destroy();
      else next(error);
    }
  };
}
