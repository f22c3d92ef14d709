import { readCount, readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import type { Services } from '../services.js';

const MOST = 1_000;

/** `GET /audit?after=&limit=`: what was done, by whom, when, on what authority; oldest first. */
export const audit =
  ({ store }: Services) =>
  async ({ request }: Ask): Promise<Reply> => {
    const parameters = readParameters(request, ['after', 'limit']);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const after = readCount(parameters.value.get('after'), 'after', {
      ...{ least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 0 },
    });
    const limit = readCount(parameters.value.get('limit'), 'limit', { least: 1, most: MOST, otherwise: 100 });
    if (!after.ok) return problem(400, ...after.issues);
    if (!limit.ok) return problem(400, ...limit.issues);
    const entries = await store.audit.list({ after: after.value, limit: limit.value });
    const last = entries.at(-1)?.seq ?? null;
    return json({ entries, next: entries.length === limit.value ? last : null });
  };
