import type { Filter, IntervalEnd, PlaceOperand, ScalarOperand, TimeOperand } from '../filter.js';

function scalar(operand: ScalarOperand): unknown {
  switch (operand.kind) {
    case 'property':
      return { property: operand.name };
    case 'value':
      return operand.value;
    case 'casei':
      return { op: 'casei', args: [scalar(operand.of)] };
    default:
      return { [operand.kind]: operand.value };
  }
}

function intervalEnd(end: IntervalEnd): unknown {
  if (end === '..') return end;
  return end.kind === 'property' ? { property: end.name } : end.value;
}

function operand(side: ScalarOperand | PlaceOperand | TimeOperand): unknown {
  switch (side.kind) {
    case 'geometry':
      return side.geometry;
    case 'bbox':
      return { bbox: side.box };
    case 'interval':
      return { interval: [intervalEnd(side.from), intervalEnd(side.to)] };
    default:
      return scalar(side);
  }
}

/** The filter as CQL2 JSON: what `parseCql2Json` reads back to the same tree. */
export function writeCql2Json(filter: Filter): unknown {
  switch (filter.op) {
    case 'and':
    case 'or':
      return { op: filter.op, args: filter.args.map(writeCql2Json) };
    case 'not':
      return { op: 'not', args: [writeCql2Json(filter.arg)] };
    case 'constant':
      return filter.value;
    case 'like':
      return { op: 'like', args: [scalar(filter.value), scalar(filter.pattern)] };
    case 'between':
      return { op: 'between', args: [filter.value, filter.low, filter.high].map(scalar) };
    case 'in':
      return { op: 'in', args: [scalar(filter.value), filter.list.map(scalar)] };
    case 'isNull':
      return { op: 'isNull', args: [scalar(filter.value)] };
    default:
      return { op: filter.op, args: [operand(filter.left), operand(filter.right)] };
  }
}
