import type { Result } from '../../result.js';
import { notOffered, PartBudget, readingFilter } from '../fault.js';
import { type Filter, isComparison, spatialOp, temporalOp } from '../filter.js';
import { expected, inner, isObject, type JsonNode, operands } from './node.js';
import { readPlaceJson, readScalarJson, readTimeJson } from './operands.js';

/** Of parsed JSON. Issues: `filter-syntax`, `filter-not-offered`, `filter-too-big`, `geometry-*`; paths into the value. */
export function parseCql2Json(value: unknown): Result<Filter> {
  return readingFilter(() => readFilter({ value, path: [], depth: 0, budget: new PartBudget() }));
}

function readFilter(node: JsonNode): Filter {
  const { value } = node;
  if (typeof value === 'boolean') return { op: 'constant', value };
  if (!isObject(value) || typeof value['op'] !== 'string') {
    throw expected(node, 'một biểu thức có "op" và "args"', 'an expression with "op" and "args"');
  }
  const { op, args } = value;
  if (op === 'and' || op === 'or') {
    return { op, args: operands(node, args, 2, Number.POSITIVE_INFINITY).map(readFilter) };
  }
  const two = <T>(read: (operand: JsonNode) => T): readonly [T, T] => {
    const [left, right] = operands(node, args, 2).map(read);
    if (left === undefined || right === undefined) throw expected(node, 'hai toán hạng', 'two operands');
    return [left, right];
  };
  if (isComparison(op)) {
    const [left, right] = two(readScalarJson);
    return { op, left, right };
  }
  const spatial = spatialOp(op);
  if (spatial !== undefined) {
    const [left, right] = two(readPlaceJson);
    return { op: spatial, left, right };
  }
  const temporal = temporalOp(op);
  if (temporal !== undefined) {
    const [left, right] = two(readTimeJson);
    return { op: temporal, left, right };
  }
  return readNamed(node, op, args);
}

function readNamed(node: JsonNode, op: string, args: unknown): Filter {
  switch (op) {
    case 'not': {
      const [arg] = operands(node, args, 1).map(readFilter);
      if (arg !== undefined) return { op, arg };
      break;
    }
    case 'isNull': {
      const [value] = operands(node, args, 1).map(readScalarJson);
      if (value !== undefined) return { op, value };
      break;
    }
    case 'like': {
      const [value, pattern] = operands(node, args, 2).map(readScalarJson);
      if (value !== undefined && pattern !== undefined) return { op, value, pattern };
      break;
    }
    case 'between': {
      const [value, low, high] = operands(node, args, 3).map(readScalarJson);
      if (value !== undefined && low !== undefined && high !== undefined) return { op, value, low, high };
      break;
    }
    case 'in': {
      const [value, list] = operands(node, args, 2);
      if (
        value === undefined ||
        list === undefined ||
        !Array.isArray(list.value) ||
        list.value.length === 0
      ) {
        throw expected(node, 'một danh sách giá trị', 'a list of values');
      }
      return {
        op,
        value: readScalarJson(value),
        list: list.value.map((entry: unknown, at) => readScalarJson(inner(list, entry, at))),
      };
    }
  }
  throw notOffered(op, node.path);
}
