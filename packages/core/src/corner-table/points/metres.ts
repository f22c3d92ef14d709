import type { Issue } from '../../issue.js';
import type { PointItem } from '../layout/layout.js';
import { largest } from '../text/extremes.js';
import { isEasting, isNorthing, withoutZone } from '../text/metres.js';
import { type ColumnNumber, readColumn } from './column.js';
import { oddityNote, scaleNotes } from './oddities.js';
import type { TablePoint } from './point.js';
import { unreadable } from './unreadable.js';
import type { ReadPoints, Writing } from './writing.js';

type Pair = readonly [ColumnNumber | null, ColumnNumber | null];

function count(pairs: readonly Pair[], test: (first: number, second: number) => boolean): number {
  return pairs.filter(
    ([first, second]) => first !== null && second !== null && test(first.value, second.value),
  ).length;
}

/** Which column is north: by the size of the numbers; by the header where both could be both. */
function orderOf(items: readonly PointItem[], pairs: readonly Pair[]): Writing['order'] {
  const north = count(pairs, (first, second) => isNorthing(first) && isEasting(second));
  const east = count(pairs, (first, second) => isEasting(first) && isNorthing(second));
  if (north !== east) return north > east ? 'north-first' : 'east-first';
  const [first, second] = items[0]?.pair.roles ?? [null, null];
  const eastFirst = first === 'y' || first === 'east' || second === 'x' || second === 'north';
  return eastFirst ? 'east-first' : 'north-first';
}

/** Whether a row, read in the table's order, makes sense only in the other. */
function isSwapped(north: ColumnNumber | null, east: ColumnNumber | null): boolean {
  if (north === null || east === null) return false;
  return (
    !isNorthing(north.value) && isEasting(north.value) && isNorthing(east.value) && !isEasting(east.value)
  );
}

/** The zone number stands before whichever number is the easting. */
function bare(number: ColumnNumber | null): { value: number | null; zone: number | null } {
  if (number === null) return { value: null, zone: null };
  const { value_m, zone } = withoutZone(number.value);
  return { value: value_m, zone };
}

function point(item: PointItem, [north, east]: Pair, rounding: number): TablePoint {
  const swapped = isSwapped(north, east);
  const easting = bare(swapped ? north : east);
  return {
    key: `${item.row}:${item.pair.first}`,
    row: item.row,
    label: item.label,
    north: swapped ? easting.value : (north?.value ?? null),
    east: swapped ? (east?.value ?? null) : easting.value,
    rounding,
    swapped,
    zonePrefix: easting.zone,
    attributes: item.attributes,
    item,
  };
}

function faults(item: PointItem, [first, second]: Pair, order: Writing['order']): Issue[] {
  const [left, right] =
    order === 'north-first' ? (['northing', 'easting'] as const) : (['easting', 'northing'] as const);
  return [
    ...(first === null ? [unreadable(item, item.first, left)] : []),
    ...(second === null ? [unreadable(item, item.second, right)] : []),
  ];
}

/** The points of a block written in metres. */
export function readMetres(items: readonly PointItem[]): ReadPoints {
  const words = items[0]?.pair.words ?? '';
  const cells = [items.map((item) => item.first), items.map((item) => item.second)] as const;
  const [first, second] = [readColumn(cells[0], words), readColumn(cells[1], words)];
  const pairs = items.map((_, at): Pair => [first.numbers[at] ?? null, second.numbers[at] ?? null]);
  const order = orderOf(items, pairs);
  // Spreadsheets drop trailing zeros: the longest number tells how finely the table was written.
  const decimals = largest(
    pairs.flat().map((number) => number?.decimals ?? 0),
    0,
  );
  const rounding = (0.5 / 10 ** decimals) * Math.max(first.scale, second.scale);
  const each = items.map((item, at) => ({ item, pair: pairs[at] ?? ([null, null] as const) }));
  return {
    points: each.map(({ item, pair: [a, b] }) =>
      point(item, order === 'north-first' ? [a, b] : [b, a], rounding),
    ),
    writing: { kind: 'metres', order },
    notes: [
      ...scaleNotes([first.scale, second.scale], items[0]?.row ?? 1),
      ...each.flatMap(({ item, pair: [a, b] }) => [
        ...oddityNote(item, item.first, a),
        ...oddityNote(item, item.second, b),
      ]),
    ],
    issues: each.flatMap(({ item, pair }) => faults(item, pair, order)),
  };
}
