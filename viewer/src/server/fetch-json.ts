import { bundle, bundledAnswer } from '../offline/bundle.js';
import { KEPT_HEADER, serverStanding } from '../offline/standing.js';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number | null };

const ATTEMPT_TIMEOUT_MS = 20_000;

/**
 * GET, parsed. `status` is `null` when no answer came. The shape is the server's word: both sides are built and
 * released together, from the same types.
 */
export async function fetchJson<T>(url: string): Promise<Answer<T>> {
  const folder = bundle();
  if (folder !== undefined) {
    const value = await bundledAnswer(folder, url);
    return value === undefined ? { ok: false, status: null } : { ok: true, value: value as T };
  }
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/geo+json, application/json' },
      signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
    });
    const kept = response.headers.get(KEPT_HEADER);
    if (kept !== null) serverStanding().used(new Date(kept));
    if (!response.ok) return { ok: false, status: response.status };
    return { ok: true, value: (await response.json()) as T };
  } catch {
    return { ok: false, status: null };
  }
}
