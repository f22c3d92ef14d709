import type { RegisterId } from './draft.js';

/** The symbol of a record; those not sent yet have a broken ring. */
export function recordSymbolName(register: RegisterId, isDraft = false): string {
  return isDraft ? `record-${register}-draft` : `record-${register}`;
}
