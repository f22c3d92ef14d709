import type { Reader } from './reader.js';

/** So long after a password was given, users may be changed in that session without giving it again. */
const LASTS_ms = 15 * 60_000;

/** Whether a session's password was given too long ago for what cannot be undone; programs have their tokens. */
export function needsConfirmation(
  { csrf, confirmedAt }: Pick<Reader, 'csrf' | 'confirmedAt'>,
  now: number = Date.now(),
): boolean {
  if (csrf === undefined) return false;
  return confirmedAt === undefined || now - Date.parse(confirmedAt) > LASTS_ms;
}
