import type { ScalarOperand } from './filter.js';

/** A literal's text, in lower case under CASEI; `undefined` for what only a feature can tell. */
export function loweredText(operand: ScalarOperand): string | undefined {
  if (operand.kind === 'casei') return loweredText(operand.of)?.toLowerCase();
  return operand.kind === 'value' && typeof operand.value === 'string' ? operand.value : undefined;
}
