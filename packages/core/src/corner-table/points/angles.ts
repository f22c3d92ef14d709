import { type Issue, issue } from '../../issue.js';
import type { PointItem } from '../layout/layout.js';
import { type CellAngle, cellAngle, isLatitude } from '../text/angle.js';
import type { TablePoint } from './point.js';
import { unreadable } from './unreadable.js';
import type { ReadPoints, Writing } from './writing.js';

type Pair = readonly [CellAngle | null, CellAngle | null];

function point(item: PointItem, [north, east]: Pair): TablePoint {
  return {
    key: `${item.row}:${item.pair.first}`,
    row: item.row,
    label: item.label,
    north: north?.value_deg ?? null,
    east: east?.value_deg ?? null,
    rounding: Math.max(north?.rounding_deg ?? 0, east?.rounding_deg ?? 0),
    swapped: north !== null && east !== null && !isLatitude(north.value_deg) && isLatitude(east.value_deg),
    zonePrefix: null,
    attributes: item.attributes,
    item,
  };
}

function faults(item: PointItem, [first, second]: Pair, order: Writing['order']): Issue[] {
  const [left, right] =
    order === 'north-first' ? (['latitude', 'longitude'] as const) : (['longitude', 'latitude'] as const);
  return [
    ...(first === null ? [unreadable(item, item.first, left)] : []),
    ...(second === null ? [unreadable(item, item.second, right)] : []),
  ];
}

function damageNotes(rows: readonly number[]): Issue[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    issue(
      'corner-degree-sign-lost',
      ['row', first],
      `Dấu độ bị in thành số 0 ở dòng ${rows.join(', ')}; đọc lại là độ.`,
      `The degree sign had become a zero in rows ${rows.join(', ')}; it was read as a degree sign.`,
    ),
  ];
}

/** The points of a block written in degrees. */
export function readAngles(items: readonly PointItem[]): ReadPoints {
  const each = items.map((item) => {
    const pair: Pair = [cellAngle(item.first.text), cellAngle(item.second.text)];
    return { item, pair };
  });
  const latitudeFirst = each.filter(
    ({ pair: [first] }) => first !== null && isLatitude(first.value_deg),
  ).length;
  const order = latitudeFirst * 2 >= each.length ? 'north-first' : 'east-first';
  const damaged = each.filter(({ pair }) => pair.some((angle) => angle?.damaged === true));
  return {
    points: each.map(({ item, pair: [a, b] }) => point(item, order === 'north-first' ? [a, b] : [b, a])),
    writing: { kind: 'angle', order },
    notes: damageNotes(damaged.map(({ item }) => item.row)),
    issues: each.flatMap(({ item, pair }) => faults(item, pair, order)),
  };
}
