import type {
  ComparisonOp,
  Filter,
  FilterTest,
  IntervalEnd,
  ScalarOperand,
  TemporalOp,
  TimeOperand,
} from './filter.js';

/** A filter with time spelt out as comparisons and NOT standing only before tests. */
export type PlainFilter =
  | { readonly op: 'and' | 'or'; readonly args: readonly PlainFilter[] }
  | { readonly op: 'constant'; readonly value: boolean }
  | { readonly op: 'test'; readonly negated: boolean; readonly test: FilterTest };

/**
 * What is the same by de Morgan's laws, which hold in SQL's logic of three values too: a test of an absent value is
 * neither true nor false, negated or not.
 */
export function plainFilter(filter: Filter, negated = false): PlainFilter {
  switch (filter.op) {
    case 'and':
    case 'or':
      return {
        op: (filter.op === 'and') === negated ? 'or' : 'and',
        args: filter.args.map((arg) => plainFilter(arg, negated)),
      };
    case 'not':
      return plainFilter(filter.arg, !negated);
    case 'constant':
      return { op: 'constant', value: filter.value !== negated };
    default:
      return isTemporal(filter)
        ? plainFilter(RELATIONS[filter.op](span(filter.left), span(filter.right)), negated)
        : { op: 'test', negated, test: filter };
  }
}

type Temporal = Extract<Filter, { readonly op: TemporalOp }>;

function isTemporal(filter: FilterTest | Temporal): filter is Temporal {
  return filter.op.startsWith('t_');
}

/** An end of time: a day, or beyond all days. */
type Moment = ScalarOperand | 'before-all' | 'after-all';

interface Span {
  readonly start: Moment;
  readonly end: Moment;
}

function span(operand: TimeOperand): Span {
  if (operand.kind !== 'interval') return { start: operand, end: operand };
  const moment = (end: IntervalEnd, open: Moment): Moment => (end === '..' ? open : end);
  return { start: moment(operand.from, 'before-all'), end: moment(operand.to, 'after-all') };
}

const RANKS = { 'before-all': -1, 'after-all': 1 } as const;

function compare(left: Moment, op: ComparisonOp, right: Moment): Filter {
  if (typeof left !== 'string' && typeof right !== 'string') return { op, left, right };
  const difference =
    (typeof left === 'string' ? RANKS[left] : 0) - (typeof right === 'string' ? RANKS[right] : 0);
  const holds = { '=': difference === 0, '<': difference < 0, '<=': difference <= 0, '>': difference > 0 };
  return {
    op: 'constant',
    value: op === '>=' ? difference >= 0 : op === '<>' ? difference !== 0 : holds[op],
  };
}

const both = (...args: readonly Filter[]): Filter => ({ op: 'and', args });
const either = (...args: readonly Filter[]): Filter => ({ op: 'or', args });

/** CQL2's table of the relations of two intervals; a day is an interval of itself. */
const RELATIONS: Readonly<Record<TemporalOp, (a: Span, b: Span) => Filter>> = {
  t_after: (a, b) => compare(a.start, '>', b.end),
  t_before: (a, b) => compare(a.end, '<', b.start),
  t_contains: (a, b) => both(compare(a.start, '<', b.start), compare(a.end, '>', b.end)),
  t_disjoint: (a, b) => either(compare(a.end, '<', b.start), compare(a.start, '>', b.end)),
  t_during: (a, b) => both(compare(a.start, '>', b.start), compare(a.end, '<', b.end)),
  t_equals: (a, b) => both(compare(a.start, '=', b.start), compare(a.end, '=', b.end)),
  t_finishedBy: (a, b) => both(compare(a.start, '<', b.start), compare(a.end, '=', b.end)),
  t_finishes: (a, b) => both(compare(a.start, '>', b.start), compare(a.end, '=', b.end)),
  t_intersects: (a, b) => both(compare(a.start, '<=', b.end), compare(a.end, '>=', b.start)),
  t_meets: (a, b) => compare(a.end, '=', b.start),
  t_metBy: (a, b) => compare(a.start, '=', b.end),
  t_overlappedBy: (a, b) =>
    both(compare(a.start, '>', b.start), compare(a.start, '<', b.end), compare(a.end, '>', b.end)),
  t_overlaps: (a, b) =>
    both(compare(a.start, '<', b.start), compare(a.end, '>', b.start), compare(a.end, '<', b.end)),
  t_startedBy: (a, b) => both(compare(a.start, '=', b.start), compare(a.end, '>', b.end)),
  t_starts: (a, b) => both(compare(a.start, '=', b.start), compare(a.end, '<', b.end)),
};
