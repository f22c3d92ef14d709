import {
  bboxOf,
  type FilterTest,
  likeParts,
  loweredText,
  type PlainFilter,
  placeGeometry,
} from '@giapranh/core';
import { type LayerTable, quoted } from '../layer-table.js';
import { nearWindows, type Sql } from './feature-sql.js';
import type { SqlValue } from './sqlite.js';

type Scalar = Extract<FilterTest, { readonly op: 'isNull' }>['value'];
type Spatial = Extract<FilterTest, { readonly op: `s_${string}` }>;

/** A condition that everything matching meets; when `exact`, nothing else does. */
export interface FilterSql extends Sql {
  readonly exact: boolean;
}

const EVERYTHING: FilterSql = { text: '1', values: [], exact: false };

/**
 * What of a checked filter plain SQLite can answer. It knows no geometry but boxes and no case but ASCII's: there the
 * condition is wider than the filter, and the features it lets through are to be looked at.
 */
export function filterSql(table: LayerTable, filter: PlainFilter): FilterSql {
  if (filter.op === 'constant') return { text: filter.value ? '1' : '0', values: [], exact: true };
  if (filter.op === 'test') return testSql(table, filter.test, filter.negated);
  const parts = filter.args.map((arg) => filterSql(table, arg));
  return {
    text: `(${parts.map(({ text }) => text).join(` ${filter.op.toUpperCase()} `)})`,
    values: parts.flatMap(({ values }) => values),
    exact: parts.every(({ exact }) => exact),
  };
}

function testSql(table: LayerTable, test: FilterTest, negated: boolean): FilterSql {
  if (isSpatial(test)) return spatialSql(table, test, negated);
  if (scalarsOf(test).some(isFolded)) return EVERYTHING;
  const { text, values } = scalarSql(test);
  return { text: negated ? `NOT (${text})` : `(${text})`, values, exact: true };
}

function isSpatial(test: FilterTest): test is Spatial {
  return test.op.startsWith('s_');
}

function scalarsOf(test: Exclude<FilterTest, Spatial>): readonly Scalar[] {
  switch (test.op) {
    case 'isNull':
      return [test.value];
    case 'like':
      return [test.value];
    case 'between':
      return [test.value, test.low, test.high];
    case 'in':
      return [test.value, ...test.list];
    default:
      return [test.left, test.right];
  }
}

/** Whether a stored text's case is to be folded: SQLite folds only ASCII. */
function isFolded(operand: Scalar): boolean {
  return operand.kind === 'casei' && loweredText(operand) === undefined;
}

function scalarSql(test: Exclude<FilterTest, Spatial>): Sql {
  switch (test.op) {
    case 'isNull':
      return suffixed(scalar(test.value), ' IS NULL');
    case 'like':
      return joined(
        [scalar(test.value), { text: '?', values: [globPattern(loweredText(test.pattern) ?? '')] }],
        ' GLOB ',
      );
    case 'between':
      return joined(
        [suffixed(scalar(test.value), ' BETWEEN '), joined([scalar(test.low), scalar(test.high)], ' AND ')],
        '',
      );
    case 'in':
      return suffixed(joined([scalar(test.value), joined(test.list.map(scalar), ', ')], ' IN ('), ')');
    default:
      return joined([scalar(test.left), scalar(test.right)], ` ${test.op} `);
  }
}

function joined(parts: readonly Sql[], between: string): Sql {
  return { text: parts.map(({ text }) => text).join(between), values: parts.flatMap(({ values }) => values) };
}

function suffixed({ text, values }: Sql, suffix: string): Sql {
  return { text: text + suffix, values };
}

function scalar(operand: Scalar): Sql {
  if (operand.kind === 'property')
    return { text: quoted(operand.name === 'geometry' ? 'geom' : operand.name), values: [] };
  const value: SqlValue | boolean = operand.kind === 'casei' ? (loweredText(operand) ?? '') : operand.value;
  return { text: '?', values: [typeof value === 'boolean' ? Number(value) : value] };
}

/** LIKE of SQLite takes A for a; GLOB does not. */
function globPattern(text: string): string {
  return likeParts(text)
    .map((part) =>
      part === 'any' ? '*' : part === 'one' ? '?' : part.text.replaceAll(/[*?[]/g, (sign) => `[${sign}]`),
    )
    .join('');
}

/** By the R*Tree where the relation needs the boxes to meet; never exact. */
function spatialSql(table: LayerTable, { op, left, right }: Spatial, negated: boolean): FilterSql {
  const literal = left.kind === 'property' ? right : left;
  const needsMeeting = negated ? op === 's_disjoint' : op !== 's_disjoint';
  if (
    !needsMeeting ||
    literal.kind === 'property' ||
    (left.kind !== 'property' && right.kind !== 'property')
  ) {
    return EVERYTHING;
  }
  return { ...nearWindows(table, [bboxOf(placeGeometry(literal))]), exact: false };
}
