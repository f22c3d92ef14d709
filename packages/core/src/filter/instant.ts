import type { IssuePath } from '../issue.js';
import { parseIsoDate } from '../units.js';
import { syntaxFault } from './fault.js';
import type { InstantOperand } from './filter.js';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** `2025-07-01` is a day, `2025-07-01T00:00:00Z` an instant. */
export function readInstant(text: string, path: IssuePath, only?: InstantOperand['kind']): InstantOperand {
  if (only !== 'timestamp' && parseIsoDate(text) !== undefined) return { kind: 'date', value: text };
  const day = INSTANT.exec(text)?.[1];
  if (only !== 'date' && day !== undefined && parseIsoDate(day) !== undefined) {
    return { kind: 'timestamp', value: text };
  }
  throw syntaxFault(
    path,
    `“${text}” không phải là ngày YYYY-MM-DD hoặc thời điểm RFC 3339 có thật.`,
    `"${text}" is neither a real day YYYY-MM-DD nor an RFC 3339 instant.`,
  );
}
