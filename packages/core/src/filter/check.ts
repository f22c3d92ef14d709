import { vietnamDay } from '../calendar.js';
import { positionIssues } from '../geometry/structure.js';
import { type Issue, issue } from '../issue.js';
import { okUnless, type Result } from '../result.js';
import { parseIsoDate } from '../units.js';
import {
  type Filter,
  type InstantOperand,
  type IntervalEnd,
  isComparison,
  type PlaceOperand,
  type PropertyOperand,
  type ScalarOperand,
  type TimeOperand,
} from './filter.js';
import type { Queryable, QueryableType } from './queryable.js';

type ScalarType = 'text' | 'number' | 'boolean' | 'date';

const SCALARS = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  date: 'date',
  geometry: undefined,
} as const satisfies Record<QueryableType, ScalarType | undefined>;

const TYPE_NAMES = {
  text: ['văn bản', 'a text'],
  number: ['số', 'a number'],
  boolean: ['đúng/sai', 'a boolean'],
  date: ['ngày', 'a date'],
} as const satisfies Record<ScalarType, readonly [string, string]>;

/** Gathers all faults of one filter while rewriting it. */
class Checker {
  readonly issues: Issue[] = [];
  readonly #queryables: ReadonlyMap<string, Queryable>;

  constructor(queryables: readonly Queryable[]) {
    this.#queryables = new Map(queryables.map((queryable) => [queryable.name, queryable]));
  }

  filter(filter: Filter): Filter {
    switch (filter.op) {
      case 'and':
      case 'or':
        return { op: filter.op, args: filter.args.map((arg) => this.filter(arg)) };
      case 'not':
        return { op: 'not', arg: this.filter(filter.arg) };
      case 'constant':
        return filter;
      case 'isNull':
        this.#typeOf(filter.value, true);
        return filter;
      case 'like': {
        const [value, pattern] = this.#alike([filter.value, filter.pattern], ['text']);
        if (!isPattern(filter.pattern))
          this.#refuse('filter-pattern', 'Mẫu LIKE phải là văn bản.', 'The pattern of LIKE must be a text.');
        return value === undefined || pattern === undefined ? filter : { op: 'like', value, pattern };
      }
      case 'between': {
        const [value, low, high] = this.#alike(
          [filter.value, filter.low, filter.high],
          ['number', 'date', 'text'],
        );
        if (value === undefined || low === undefined || high === undefined) return filter;
        return { op: 'between', value, low, high };
      }
      case 'in': {
        const [value, ...list] = this.#alike([filter.value, ...filter.list]);
        return value === undefined ? filter : { op: 'in', value, list };
      }
      default:
        return this.#twoSided(filter);
    }
  }

  #twoSided(filter: Extract<Filter, { readonly left: unknown }>): Filter {
    if (isComparisonFilter(filter)) {
      const ordered = filter.op !== '=' && filter.op !== '<>';
      const types: readonly ScalarType[] = ordered
        ? ['number', 'date', 'text']
        : ['number', 'date', 'text', 'boolean'];
      const [left, right] = this.#alike([filter.left, filter.right], types);
      return left === undefined || right === undefined ? filter : { ...filter, left, right };
    }
    if (isSpatialFilter(filter)) {
      for (const side of [filter.left, filter.right]) this.#place(side, filter.op);
      return filter;
    }
    return { ...filter, left: this.#time(filter.left), right: this.#time(filter.right) };
  }

  #queryable(name: string): Queryable | undefined {
    const found = this.#queryables.get(name);
    if (found !== undefined) return found;
    this.issues.push(
      issue(
        'filter-property-unknown',
        ['filter', name],
        `Lớp này không có thuộc tính lọc được tên “${name}”.`,
        `This layer has no property "${name}" to filter by.`,
        {
          vi: `Có: ${[...this.#queryables.keys()].join(', ')}`,
          en: `There is: ${[...this.#queryables.keys()].join(', ')}`,
        },
      ),
    );
    return undefined;
  }

  #refuse(code: string, vi: string, en: string): void {
    this.issues.push(issue(code, ['filter'], vi, en));
  }

  /** `undefined` when there is no telling, which is an issue by then. */
  #typeOf(operand: ScalarOperand, geometryToo = false): ScalarType | undefined {
    if (operand.kind === 'property') {
      const queryable = this.#queryable(operand.name);
      if (queryable?.type === 'geometry' && !geometryToo) {
        this.#refuse(
          'filter-type',
          'Hình học chỉ so được bằng các hàm S_….',
          'Geometry is compared by the S_… functions only.',
        );
      }
      return queryable === undefined ? undefined : SCALARS[queryable.type];
    }
    if (operand.kind === 'casei') {
      const of = this.#typeOf(operand.of);
      if (of !== undefined && of !== 'text') {
        this.#refuse('filter-type', 'CASEI chỉ nhận văn bản.', 'CASEI takes texts only.');
      }
      return 'text';
    }
    if (operand.kind !== 'value') return 'date';
    if (typeof operand.value === 'string') return 'text';
    return typeof operand.value === 'number' ? 'number' : 'boolean';
  }

  /** Operands of one type, texts beside dates read as dates; else an issue, and nothing. */
  #alike(
    operands: readonly ScalarOperand[],
    allowed: readonly ScalarType[] = ['text', 'number', 'boolean', 'date'],
  ): ScalarOperand[] {
    const types = operands.map((operand) => this.#typeOf(operand));
    const wanted = types.includes('date') ? 'date' : types.find((type) => type !== undefined);
    if (wanted === undefined || types.includes(undefined)) return [];
    if (!allowed.includes(wanted)) {
      const [vi, en] = TYPE_NAMES[wanted];
      this.#refuse(
        'filter-type',
        `Phép so sánh này không dùng cho ${vi}.`,
        `This comparison is not for ${en}.`,
      );
      return [];
    }
    return operands.map((operand, at) => {
      if (types[at] !== wanted && !(wanted === 'date' && isDayText(operand))) {
        const [vi, en] = TYPE_NAMES[wanted];
        this.#refuse(
          'filter-type',
          `Hai vế khác kiểu: cần ${vi}.`,
          `The sides differ in type: ${en} is needed.`,
        );
      }
      return wanted === 'date' ? asDay(operand) : operand;
    });
  }

  #place(operand: PlaceOperand, op: string): void {
    if (operand.kind === 'property') {
      const queryable = this.#queryable(operand.name);
      if (queryable !== undefined && queryable.type !== 'geometry') {
        this.#refuse(
          'filter-type',
          `“${operand.name}” không phải là hình học.`,
          `"${operand.name}" is no geometry.`,
        );
      }
      return;
    }
    if (operand.kind === 'bbox') {
      const [west, south, east, north] = operand.box;
      if (!(west <= east && south <= north)) {
        this.#refuse(
          'filter-bbox',
          'BBOX cần tây ≤ đông, nam ≤ bắc.',
          'A BBOX needs west ≤ east, south ≤ north.',
        );
      }
      return;
    }
    this.issues.push(...positionIssues(operand.geometry));
    if (operand.geometry.type === 'GeometryCollection' && op !== 's_intersects' && op !== 's_disjoint') {
      this.#refuse(
        'filter-collection',
        'GEOMETRYCOLLECTION chỉ dùng được với S_INTERSECTS và S_DISJOINT.',
        'A GEOMETRYCOLLECTION is for S_INTERSECTS and S_DISJOINT only.',
      );
    }
  }

  #time(operand: TimeOperand): TimeOperand {
    if (operand.kind !== 'interval') return this.#instant(operand);
    const [from, to] = [this.#intervalEnd(operand.from), this.#intervalEnd(operand.to)];
    const backwards =
      from !== '..' && to !== '..' && from.kind === 'date' && to.kind === 'date' && from.value > to.value;
    if (backwards)
      this.#refuse(
        'filter-interval',
        'INTERVAL kết thúc trước khi bắt đầu.',
        'The INTERVAL ends before it begins.',
      );
    return { kind: 'interval', from, to };
  }

  #intervalEnd(end: IntervalEnd): IntervalEnd {
    return end === '..' ? end : this.#instant(end);
  }

  #instant(operand: PropertyOperand | InstantOperand): PropertyOperand | InstantOperand {
    if (operand.kind !== 'property') {
      const isDay = operand.kind === 'date';
      return isDay ? operand : { kind: 'date', value: vietnamDay(new Date(operand.value)) };
    }
    const queryable = this.#queryable(operand.name);
    if (queryable !== undefined && queryable.type !== 'date') {
      this.#refuse('filter-type', `“${operand.name}” không phải là ngày.`, `"${operand.name}" is no date.`);
    }
    return operand;
  }
}

function isComparisonFilter(
  filter: Extract<Filter, { readonly left: unknown }>,
): filter is Extract<Filter, { readonly left: ScalarOperand }> {
  return isComparison(filter.op);
}

function isSpatialFilter(
  filter: Exclude<Extract<Filter, { readonly left: unknown }>, { readonly left: ScalarOperand }>,
): filter is Extract<Filter, { readonly left: PlaceOperand }> {
  return filter.op.startsWith('s_');
}

function isPattern(operand: ScalarOperand): boolean {
  return operand.kind === 'casei' ? isPattern(operand.of) : operand.kind === 'value';
}

function isDayText(operand: ScalarOperand): boolean {
  return (
    operand.kind === 'value' && typeof operand.value === 'string' && parseIsoDate(operand.value) !== undefined
  );
}

function asDay(operand: ScalarOperand): ScalarOperand {
  if (operand.kind === 'timestamp') return { kind: 'date', value: vietnamDay(new Date(operand.value)) };
  if (operand.kind === 'value' && isDayText(operand)) return { kind: 'date', value: String(operand.value) };
  return operand;
}

/**
 * Holds a filter to what the layer has, and takes instants and texts beside dates to days. Only checked filters may
 * be asked of a store or `matchesFilter`. Issues, all at once: `filter-property-unknown`, `filter-type`,
 * `filter-pattern`, `filter-bbox`, `filter-interval`, `filter-collection`, `geometry-*`.
 */
export function checkFilter(filter: Filter, queryables: readonly Queryable[]): Result<Filter> {
  const checker = new Checker(queryables);
  const checked = checker.filter(filter);
  return okUnless(checker.issues, checked);
}
