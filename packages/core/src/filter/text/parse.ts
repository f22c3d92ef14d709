import type { Result } from '../../result.js';
import { notOffered, readingFilter } from '../fault.js';
import { type Filter, isComparison, spatialOp, temporalOp } from '../filter.js';
import { Cursor } from './cursor.js';
import { readPlace, readScalar, readTime } from './operands.js';

/** Issues: `filter-syntax` (path: the character, from 0), `filter-not-offered`, `filter-too-big`. */
export function parseCql2Text(text: string): Result<Filter> {
  return readingFilter(() => {
    const cursor = new Cursor(text);
    const filter = either(cursor);
    if (cursor.peek().kind !== 'end')
      throw cursor.unexpected('AND, OR hoặc hết văn bản', 'AND, OR or the end');
    return filter;
  });
}

function chain(cursor: Cursor, op: 'and' | 'or', part: (cursor: Cursor) => Filter): Filter {
  const first = part(cursor);
  const args = [first];
  while (cursor.takeWord(op.toUpperCase())) args.push(part(cursor));
  return args.length === 1 ? first : { op, args };
}

const either = (cursor: Cursor): Filter => chain(cursor, 'or', all);
const all = (cursor: Cursor): Filter => chain(cursor, 'and', factor);

function factor(cursor: Cursor): Filter {
  cursor.budget.spendPart();
  if (cursor.takeWord('NOT')) return { op: 'not', arg: cursor.deeper(() => factor(cursor)) };
  if (!cursor.takeSign('(')) return predicate(cursor);
  const inner = cursor.deeper(() => either(cursor));
  cursor.needSign(')');
  return inner;
}

function predicate(cursor: Cursor): Filter {
  const { kind, value, at } = cursor.peek();
  if (kind === 'name' && cursor.isSign('(', 1)) {
    const spatial = spatialOp(value);
    if (spatial !== undefined)
      return pair(cursor, readPlace, (left, right) => ({ op: spatial, left, right }));
    const temporal = temporalOp(value);
    if (temporal !== undefined)
      return pair(cursor, readTime, (left, right) => ({ op: temporal, left, right }));
    if (/^a_/i.test(value)) throw notOffered(`${value}()`, [at]);
  }
  if ((cursor.isWord('TRUE') || cursor.isWord('FALSE')) && !isComparison(cursor.peek(1).value)) {
    return { op: 'constant', value: cursor.take().value.toUpperCase() === 'TRUE' };
  }
  return comparison(cursor);
}

function pair<T>(cursor: Cursor, read: (cursor: Cursor) => T, make: (left: T, right: T) => Filter): Filter {
  cursor.take();
  cursor.needSign('(');
  const left = read(cursor);
  cursor.needSign(',');
  const right = read(cursor);
  cursor.needSign(')');
  return make(left, right);
}

function comparison(cursor: Cursor): Filter {
  const value = readScalar(cursor);
  const { kind, value: sign } = cursor.peek();
  if (kind === 'sign' && isComparison(sign)) {
    cursor.take();
    return { op: sign, left: value, right: readScalar(cursor) };
  }
  if (cursor.takeWord('IS')) {
    const negated = cursor.takeWord('NOT');
    cursor.needWord('NULL');
    return negatedIf(negated, { op: 'isNull', value });
  }
  const negated = cursor.takeWord('NOT');
  if (cursor.takeWord('LIKE')) {
    return negatedIf(negated, { op: 'like', value, pattern: readScalar(cursor) });
  }
  if (cursor.takeWord('BETWEEN')) {
    const low = readScalar(cursor);
    cursor.needWord('AND');
    return negatedIf(negated, { op: 'between', value, low, high: readScalar(cursor) });
  }
  if (cursor.takeWord('IN')) {
    return negatedIf(negated, { op: 'in', value, list: cursor.list(() => readScalar(cursor)) });
  }
  throw cursor.unexpected('một phép so sánh', 'a comparison');
}

function negatedIf(negated: boolean, filter: Filter): Filter {
  return negated ? { op: 'not', arg: filter } : filter;
}
