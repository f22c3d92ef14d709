import { notOffered } from '../fault.js';
import type { IntervalEnd, PlaceOperand, PropertyOperand, ScalarOperand, TimeOperand } from '../filter.js';
import { readInstant } from '../instant.js';
import type { Cursor } from './cursor.js';
import { isWkt, readWkt } from './wkt.js';

const ARITHMETIC = ['+', '-', '*', '/', '%', '^'];
const RESERVED = new Set(['AND', 'OR', 'NOT', 'LIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'TRUE', 'FALSE']);

function property(cursor: Cursor): PropertyOperand {
  const { kind, value } = cursor.peek();
  const isName = kind === 'quoted' || (kind === 'name' && !RESERVED.has(value.toUpperCase()));
  if (!isName) throw cursor.unexpected('tên thuộc tính', 'the name of a property');
  if (cursor.isSign('(', 1)) throw notOffered(`${value}()`, [cursor.peek().at]);
  cursor.take();
  return { kind: 'property', name: value };
}

function instant(cursor: Cursor) {
  const word = cursor.peek().value.toUpperCase();
  const kind = word === 'DATE' ? 'date' : 'timestamp';
  cursor.take();
  cursor.needSign('(');
  const { at } = cursor.peek();
  const read = readInstant(cursor.needText(), [at], kind);
  cursor.needSign(')');
  return read;
}

function isInstant(cursor: Cursor): boolean {
  return (cursor.isWord('DATE') || cursor.isWord('TIMESTAMP')) && cursor.isSign('(', 1);
}

export function readScalar(cursor: Cursor): ScalarOperand {
  cursor.budget.spendPart();
  const read = simpleScalar(cursor);
  const next = cursor.peek();
  if (next.kind === 'sign' && ARITHMETIC.includes(next.value)) throw notOffered(next.value, [next.at]);
  if (cursor.isWord('DIV')) throw notOffered('DIV', [next.at]);
  return read;
}

function simpleScalar(cursor: Cursor): ScalarOperand {
  const { kind } = cursor.peek();
  if (kind === 'text') return { kind: 'value', value: cursor.take().value };
  if (kind === 'number' || cursor.isSign('-') || cursor.isSign('+')) {
    return { kind: 'value', value: cursor.needNumber() };
  }
  if (cursor.takeWord('TRUE')) return { kind: 'value', value: true };
  if (cursor.takeWord('FALSE')) return { kind: 'value', value: false };
  if (isInstant(cursor)) return instant(cursor);
  if (cursor.isWord('CASEI') && cursor.isSign('(', 1)) {
    cursor.take();
    cursor.needSign('(');
    const of = cursor.deeper(() => readScalar(cursor));
    cursor.needSign(')');
    return { kind: 'casei', of };
  }
  return property(cursor);
}

export function readPlace(cursor: Cursor): PlaceOperand {
  cursor.budget.spendPart();
  if (cursor.isWord('BBOX') && cursor.isSign('(', 1)) {
    cursor.take();
    const numbers = cursor.list(() => cursor.needNumber());
    const [west, south, east, north] = numbers.length === 6 ? [0, 1, 3, 4].map((at) => numbers[at]) : numbers;
    if (
      (numbers.length !== 4 && numbers.length !== 6) ||
      west === undefined ||
      south === undefined ||
      east === undefined ||
      north === undefined
    ) {
      throw cursor.unexpected('BBOX có bốn hoặc sáu số', 'a BBOX of four or six numbers');
    }
    return { kind: 'bbox', box: [west, south, east, north] };
  }
  return isWkt(cursor) ? { kind: 'geometry', geometry: readWkt(cursor) } : property(cursor);
}

function intervalEnd(cursor: Cursor): IntervalEnd {
  if (isInstant(cursor)) return instant(cursor);
  if (cursor.peek().kind !== 'text') return property(cursor);
  const { value, at } = cursor.take();
  return value === '..' ? '..' : readInstant(value, [at]);
}

export function readTime(cursor: Cursor): TimeOperand {
  cursor.budget.spendPart();
  if (isInstant(cursor)) return instant(cursor);
  if (!(cursor.isWord('INTERVAL') && cursor.isSign('(', 1))) return property(cursor);
  cursor.take();
  cursor.needSign('(');
  const from = intervalEnd(cursor);
  cursor.needSign(',');
  const to = intervalEnd(cursor);
  cursor.needSign(')');
  return { kind: 'interval', from, to };
}
