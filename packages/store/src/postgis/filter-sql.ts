import {
  encodeWkb,
  type FilterTest,
  likeParts,
  loweredText,
  type PlainFilter,
  placeGeometry,
} from '@giapranh/core';
import type { LayerTable } from '../layer-table.js';
import { operandType } from '../operand-type.js';
import { comparable } from './postgis-tables.js';

type Scalar = Extract<FilterTest, { readonly op: 'isNull' }>['value'];
type Spatial = Extract<FilterTest, { readonly op: `s_${string}` }>;

const CASTS = { text: 'text', number: 'double precision', boolean: 'boolean', date: 'date' } as const;

const FUNCTIONS = {
  s_intersects: 'ST_Intersects',
  s_disjoint: 'ST_Intersects',
  s_equals: 'ST_Equals',
  s_touches: 'ST_Touches',
  s_within: 'ST_Within',
  s_overlaps: 'ST_Overlaps',
  s_crosses: 'ST_Crosses',
  s_contains: 'ST_Contains',
} as const satisfies Record<Spatial['op'], string>;

/** A checked filter as SQL; `value` keeps a value and gives the `$n` that stands for it. */
export function filterSql(table: LayerTable, filter: PlainFilter, value: (value: unknown) => string): string {
  if (filter.op === 'constant') return String(filter.value);
  if (filter.op === 'test') {
    const text = testSql(table, filter.test, value);
    return filter.negated ? `NOT (${text})` : `(${text})`;
  }
  return `(${filter.args.map((arg) => filterSql(table, arg, value)).join(` ${filter.op.toUpperCase()} `)})`;
}

function testSql(table: LayerTable, test: FilterTest, value: (value: unknown) => string): string {
  const scalar = (operand: Scalar, ordered = false): string => {
    const type = operandType(table, operand);
    const text = scalarText(operand, type);
    // By code points, whatever the database's own order of words is.
    return ordered && type === 'text' ? `(${text} COLLATE "C")` : text;
  };
  const scalarText = (operand: Scalar, type: keyof typeof CASTS): string => {
    if (operand.kind === 'property') return comparable(table, columnOf(operand.name));
    if (operand.kind !== 'casei') return `${value(operand.value)}::${CASTS[type]}`;
    const text = loweredText(operand);
    return text === undefined
      ? `(lower(${scalar(operand.of)} COLLATE "und-x-icu") COLLATE "C")`
      : `${value(text)}::text`;
  };
  switch (test.op) {
    case 'isNull':
      return `${scalar(test.value)} IS NULL`;
    case 'like':
      return `${scalar(test.value)} LIKE ${value(likePattern(loweredText(test.pattern) ?? ''))}`;
    case 'between':
      return `${scalar(test.value, true)} BETWEEN ${scalar(test.low, true)} AND ${scalar(test.high, true)}`;
    case 'in':
      return `${scalar(test.value)} IN (${test.list.map((entry) => scalar(entry)).join(', ')})`;
    case '=':
    case '<>':
      return `${scalar(test.left)} ${test.op} ${scalar(test.right)}`;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `${scalar(test.left, true)} ${test.op} ${scalar(test.right, true)}`;
    default:
      return spatialSql(table, test, value);
  }
}

/** `geometry` is the filter's name for the column `geom`. */
function columnOf(name: string): string {
  return name === 'geometry' ? 'geom' : name;
}

function likePattern(text: string): string {
  return likeParts(text)
    .map((part) =>
      part === 'any' ? '%' : part === 'one' ? '_' : part.text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`),
    )
    .join('');
}

/** The box of the index first, then the relation itself; none of a collection but whether it meets. */
function spatialSql(
  table: LayerTable,
  { op, left, right }: Spatial,
  value: (value: unknown) => string,
): string {
  const side = (operand: Spatial['left']): string =>
    operand.kind === 'property'
      ? 'geom'
      : `ST_GeomFromWKB(${value(Buffer.from(encodeWkb(placeGeometry(operand))))}, 4326)`;
  const [a, b] = [side(left), side(right)];
  const relation = `${FUNCTIONS[op]}(${a}, ${b})`;
  if (op === 's_disjoint') return `NOT (${a} && ${b} AND ${relation})`;
  const meets = op === 's_intersects' || table.geometryType !== 'GEOMETRY';
  return meets
    ? `${a} && ${b} AND ${relation}`
    : `${a} && ${b} AND CASE WHEN GeometryType(geom) = 'GEOMETRYCOLLECTION' THEN NULL ELSE ${relation} END`;
}
