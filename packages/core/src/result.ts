import type { Issue } from './issue.js';

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
  /** Remarks that came with the success: repairs, assumptions, things left out. */
  readonly notes: readonly Issue[];
}

export interface Err {
  readonly ok: false;
  /** All faults of the input, not the first; never empty. */
  readonly issues: readonly [Issue, ...Issue[]];
}

/** Expected failure is a value. Throwing is for our own bugs only. */
export type Result<T> = Ok<T> | Err;

/** One for all: most successes come without remarks. */
const NO_NOTES: readonly Issue[] = Object.freeze([]);

export function ok<T>(value: T, notes: readonly Issue[] = NO_NOTES): Ok<T> {
  return { ok: true, value, notes };
}

export function err(first: Issue, ...rest: readonly Issue[]): Err {
  return { ok: false, issues: [first, ...rest] };
}

/** `Err` when there is at least one issue, otherwise `Ok`. */
export function okUnless<T>(issues: readonly Issue[], value: T, notes: readonly Issue[] = []): Result<T> {
  const [first, ...rest] = issues;
  return first === undefined ? ok(value, notes) : err(first, ...rest);
}
