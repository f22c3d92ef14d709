import {
  type Filter,
  type IntervalEnd,
  isComparison,
  type PlaceOperand,
  type ScalarOperand,
  type TimeOperand,
} from '../filter.js';
import { writeWkt } from './wkt.js';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const nameText = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function scalar(operand: ScalarOperand): string {
  switch (operand.kind) {
    case 'property':
      return nameText(operand.name);
    case 'value':
      return typeof operand.value === 'string' ? quoted(operand.value) : String(operand.value).toUpperCase();
    case 'casei':
      return `CASEI(${scalar(operand.of)})`;
    default:
      return `${operand.kind.toUpperCase()}(${quoted(operand.value)})`;
  }
}

function place(operand: PlaceOperand): string {
  if (operand.kind === 'property') return nameText(operand.name);
  return operand.kind === 'bbox' ? `BBOX(${operand.box.join(', ')})` : writeWkt(operand.geometry);
}

function intervalEnd(end: IntervalEnd): string {
  if (end === '..') return quoted(end);
  return end.kind === 'property' ? nameText(end.name) : quoted(end.value);
}

function time(operand: TimeOperand): string {
  return operand.kind === 'interval'
    ? `INTERVAL(${intervalEnd(operand.from)}, ${intervalEnd(operand.to)})`
    : scalar(operand);
}

/** The filter as CQL2 text: what `parseCql2Text` reads back to the same tree. */
export function writeCql2Text(filter: Filter): string {
  switch (filter.op) {
    case 'and':
    case 'or':
      return `(${filter.args.map(writeCql2Text).join(` ${filter.op.toUpperCase()} `)})`;
    case 'not':
      return `NOT (${writeCql2Text(filter.arg)})`;
    case 'constant':
      return String(filter.value).toUpperCase();
    case 'like':
      return `${scalar(filter.value)} LIKE ${scalar(filter.pattern)}`;
    case 'between':
      return `${scalar(filter.value)} BETWEEN ${scalar(filter.low)} AND ${scalar(filter.high)}`;
    case 'in':
      return `${scalar(filter.value)} IN (${filter.list.map(scalar).join(', ')})`;
    case 'isNull':
      return `${scalar(filter.value)} IS NULL`;
    default:
      return twoSided(filter);
  }
}

type TwoSided = Extract<Filter, { readonly left: unknown }>;

function twoSided(filter: TwoSided): string {
  if (isScalarPair(filter)) return `${scalar(filter.left)} ${filter.op} ${scalar(filter.right)}`;
  const name = filter.op.toUpperCase();
  return isPlacePair(filter)
    ? `${name}(${place(filter.left)}, ${place(filter.right)})`
    : `${name}(${time(filter.left)}, ${time(filter.right)})`;
}

function isScalarPair(filter: TwoSided): filter is Extract<TwoSided, { readonly left: ScalarOperand }> {
  return isComparison(filter.op);
}

function isPlacePair(
  filter: Exclude<TwoSided, { readonly left: ScalarOperand }>,
): filter is Extract<TwoSided, { readonly left: PlaceOperand }> {
  return filter.op.startsWith('s_');
}
