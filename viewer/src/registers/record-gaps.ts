import type { Messages } from '../messages/messages.js';
import type { RegisterId } from './draft.js';
import { dayOf, type Values } from './record-fields.js';
import { DAY } from './record-values.js';

type Gap = readonly [field: string, why: string];

/** What a record may not be sent without, and days that cannot both be right; by field, in words for its reader. */
export function gaps(register: RegisterId, said: Values, words: Messages['registers']): Gap[] {
  const found: Gap[] = [];
  if (register === 'levelling-permits') {
    if (said['name'] === null && said['number'] === null) found.push(['number', words.needNumber]);
  } else {
    if (said['kind'] === null) found.push(['kind', words.needKind]);
    if (said[DAY[register]] === null) found.push([DAY[register], words.needDay]);
  }
  const [done, due] = [dayOf(said, 'inspected_on'), dayOf(said, 'due_on')];
  if (done !== undefined && due !== undefined && due < done) found.push(['due_on', words.dueBefore]);
  return found;
}
