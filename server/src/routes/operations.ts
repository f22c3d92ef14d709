import type { RequestHandler } from 'express';
import { ANONYMOUS_READER } from '../access/reader.js';
import { type Ask, json, type Reply } from '../http/reply.js';
import { UNIT_INDEX } from '../load/unit-index.js';
import type { Services } from '../services.js';

/** `GET /healthz`: the process answers. */
export function health(): Reply {
  return json({ status: 'ok' });
}

/** `GET /readyz`: what is loaded. Before that the server answers 503 in its place. */
export function ready({ profile, store, tiles }: Services) {
  return async (): Promise<Reply> => {
    const { kind, meta } = await store.info();
    return json({
      status: 'ready',
      profile: profile.id,
      store: kind,
      content: meta?.contentHash ?? null,
      loadedAt: meta?.loadedAt ?? null,
      tiles: tiles.version(ANONYMOUS_READER),
    });
  };
}

/** `GET /metrics`: Prometheus text. */
export function metrics({ metrics: counts, tiles }: Services): RequestHandler {
  return (_request, response) => {
    response.type('text/plain; version=0.0.4').send(counts.text(tiles.cache));
  };
}

/** `GET /units.json`: units of every vintage by name, with their box on the map; for search boxes. */
export function unitsDocument({ store }: Services) {
  return async (): Promise<Reply> =>
    json((await store.records.get('analysis_input', UNIT_INDEX))?.body ?? { units: [] });
}

/** `GET /profile.json`: the profile as validated; nothing in it is secret. */
export function profileDocument({ profile }: Services) {
  return (_ask: Ask): Reply => json(profile);
}
