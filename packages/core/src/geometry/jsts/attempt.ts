import { err, ok, type Result } from '../../result.js';
import { operationFailed } from '../engine-issues.js';
import { Unreadable } from './encode.js';

/** The engine throws on what it cannot do; here that is an issue. */
export function attempt<T>(operation: string, run: () => T): Result<T> {
  try {
    return ok(run());
  } catch (fault) {
    if (fault instanceof Unreadable) return err(fault.issue);
    return err(operationFailed(operation, reasonOf(fault)));
  }
}

function reasonOf(fault: unknown): string {
  if (fault instanceof Error && fault.message !== '') return fault.message;
  return String(fault);
}
