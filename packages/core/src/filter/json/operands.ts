import { eachPosition } from '../../geometry/bbox.js';
import { isGeometry, structureIssues } from '../../geometry/structure.js';
import { issueAt } from '../../issue.js';
import { FilterFault, notOffered } from '../fault.js';
import type { IntervalEnd, PlaceOperand, PropertyOperand, ScalarOperand, TimeOperand } from '../filter.js';
import { readInstant } from '../instant.js';
import { expected, inner, isObject, type JsonNode, type JsonObject, operands } from './node.js';

function property(node: JsonNode, { property: name }: JsonObject): PropertyOperand {
  if (typeof name !== 'string') throw expected(node, 'tên thuộc tính', 'the name of a property');
  return { kind: 'property', name: name.normalize('NFC') };
}

function instant(node: JsonNode, object: JsonObject) {
  const kind = 'date' in object ? 'date' : 'timestamp';
  const text = object[kind];
  if (typeof text !== 'string') throw expected(node, 'ngày hoặc thời điểm', 'a date or a timestamp');
  return readInstant(text, node.path, kind);
}

export function readScalarJson(node: JsonNode): ScalarOperand {
  const { value } = node;
  if (typeof value === 'string') return { kind: 'value', value: value.normalize('NFC') };
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return { kind: 'value', value };
  }
  if (!isObject(value)) throw expected(node, 'một giá trị hoặc thuộc tính', 'a value or a property');
  if ('property' in value) return property(node, value);
  if ('date' in value || 'timestamp' in value) return instant(node, value);
  if (value['op'] === 'casei') {
    const [of] = operands(node, value['args'], 1);
    if (of !== undefined) return { kind: 'casei', of: readScalarJson(of) };
  }
  if (typeof value['op'] === 'string') throw notOffered(value['op'], node.path);
  throw expected(node, 'một giá trị hoặc thuộc tính', 'a value or a property');
}

export function readPlaceJson(node: JsonNode): PlaceOperand {
  const { value } = node;
  if (!isObject(value)) throw expected(node, 'một hình hoặc thuộc tính', 'a geometry or a property');
  if ('property' in value) return property(node, value);
  if ('bbox' in value) return box(node, value['bbox']);
  if (!isGeometry(value)) {
    const [first] = structureIssues(value);
    throw first === undefined
      ? expected(node, 'một hình', 'a geometry')
      : new FilterFault(issueAt(node.path, first));
  }
  eachPosition(value, () => node.budget.spendVertices(1));
  return { kind: 'geometry', geometry: value };
}

function box(node: JsonNode, value: unknown): PlaceOperand {
  const numbers: unknown[] = Array.isArray(value) ? value : [];
  const flat = numbers.length === 6 ? [0, 1, 3, 4].map((at) => numbers[at]) : numbers;
  const [west, south, east, north] = flat.map((entry) =>
    typeof entry === 'number' && Number.isFinite(entry) ? entry : undefined,
  );
  const whole = numbers.length === 4 || numbers.length === 6;
  if (!whole || west === undefined || south === undefined || east === undefined || north === undefined) {
    throw expected(node, '"bbox" gồm bốn hoặc sáu số', 'a "bbox" of four or six numbers');
  }
  return { kind: 'bbox', box: [west, south, east, north] };
}

function intervalEnd(node: JsonNode): IntervalEnd {
  const { value } = node;
  if (typeof value === 'string') return value === '..' ? '..' : readInstant(value, node.path);
  if (isObject(value) && 'property' in value) return property(node, value);
  if (isObject(value) && ('date' in value || 'timestamp' in value)) return instant(node, value);
  throw expected(node, 'ngày, thời điểm, ".." hoặc thuộc tính', 'a date, an instant, ".." or a property');
}

export function readTimeJson(node: JsonNode): TimeOperand {
  const { value } = node;
  if (!isObject(value)) throw expected(node, 'một thời gian hoặc thuộc tính', 'a time or a property');
  if ('property' in value) return property(node, value);
  if (!('interval' in value)) return instant(node, value);
  const ends = value['interval'];
  if (!Array.isArray(ends) || ends.length !== 2) {
    throw expected(node, '"interval" gồm hai đầu', 'an "interval" of two ends');
  }
  const [from, to] = ends.map((end: unknown, at) => intervalEnd(inner(node, end, 'interval', at)));
  if (from === undefined || to === undefined) throw expected(node, 'hai đầu', 'two ends');
  return { kind: 'interval', from, to };
}
