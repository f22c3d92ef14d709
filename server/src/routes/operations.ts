import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { ANONYMOUS_READER } from '../access/reader.js';
import { type Ask, json, type Reply } from '../http/reply.js';
import { UNIT_INDEX } from '../load/unit-index.js';
import type { Family } from '../metrics.js';
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

/** What the limits and the queue of processes hold now. */
function queueFamilies({ limiter, jobs }: Services): Family[] {
  const gates = Object.entries(limiter.gates);
  const { running, waiting } = jobs.load;
  return [
    {
      name: 'giapranh_work_inside',
      kind: 'gauge',
      help: 'Work under way, by kind.',
      rows: [
        ...gates.map(([name, gate]): [string, number] => [`{kind="${name}"}`, gate.inside]),
        ['{kind="processes"}', running],
      ],
    },
    {
      name: 'giapranh_work_waiting',
      kind: 'gauge',
      help: 'Work waiting for its turn, by kind.',
      rows: [
        ...gates.map(([name, gate]): [string, number] => [`{kind="${name}"}`, gate.waiting]),
        ['{kind="processes"}', waiting],
      ],
    },
    {
      name: 'giapranh_clients',
      kind: 'gauge',
      help: 'Addresses with a request under way.',
      rows: [['', limiter.clients.inside]],
    },
  ];
}

/** Longer than this to say that it is there is as good as away. */
const STORE_PATIENCE_ms = 2_000;

async function storeFamily({ store }: Services): Promise<Family> {
  const asked = store.audit.list({ limit: 1 }).then(
    () => 1,
    () => 0,
  );
  const late = sleep(STORE_PATIENCE_ms, 0, { ref: false });
  const help = 'Whether the store answers.';
  return { name: 'giapranh_store_up', kind: 'gauge', help, rows: [['', await Promise.race([asked, late])]] };
}

/** `GET /metrics`: Prometheus text. */
export function metrics(services: Services): RequestHandler {
  const { metrics: counts, tiles } = services;
  return async (_request, response) => {
    const more = [await storeFamily(services), ...queueFamilies(services)];
    response.type('text/plain; version=0.0.4').send(counts.text(tiles.cache, more));
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
