import type { FlagReport, UnitHistory } from '@giapranh/core';
import type { Answer } from './fetch-json.js';

/** What the server computes on request, by process; the answers are core's own. */
interface Processes {
  readonly 'flag-sites': FlagReport;
  readonly 'trace-unit': UnitHistory;
}

/** The server's thread reads its data before the first answer: a minute on a slow machine. */
const ANSWER_WITHIN_ms = 180_000;

/** Runs a process and waits for its answer. `status` is `null` when no answer came. */
export async function runProcess<Id extends keyof Processes>(
  id: Id,
  inputs: Readonly<Record<string, unknown>>,
): Promise<Answer<Processes[Id]>> {
  try {
    const response = await fetch(`/processes/${id}/execution`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ inputs }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_ms),
    });
    if (!response.ok) return { ok: false, status: response.status };
    return { ok: true, value: (await response.json()) as Processes[Id] };
  } catch {
    return { ok: false, status: null };
  }
}
