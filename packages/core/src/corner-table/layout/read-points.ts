import { type Issue, issue } from '../../issue.js';
import { cellAngle, isLatitude } from '../text/angle.js';
import type { Cell } from '../text/cell.js';
import { fold } from '../text/fold.js';
import {
  cellReadings,
  isEasting,
  isMetres,
  isNorthing,
  SCALES,
  type Scale,
  scaled,
  withoutZone,
} from '../text/metres.js';
import type { NumberReading } from '../text/number.js';
import type { Block, PointItem } from './layout.js';
import type { TablePoint } from './point.js';

/** How the points of one block are written. */
export interface Writing {
  readonly kind: 'metres' | 'angle';
  /** `north-first`: the left column holds northings or latitudes. */
  readonly order: 'north-first' | 'east-first';
}

export interface ReadPoints {
  readonly points: readonly TablePoint[];
  readonly writing: Writing;
  readonly notes: readonly Issue[];
  readonly issues: readonly Issue[];
}

interface Number {
  readonly value: number;
  readonly decimals: number;
  readonly odd: boolean;
  readonly confused: boolean;
}

/** Readings of one column under the table's own habits: scale and decimal mark by majority, range before habit. */
function readColumn(cells: readonly Cell[], words: string): { scale: Scale; numbers: (Number | null)[] } {
  const readings = cells.map(cellReadings);
  const fits = (scale: Scale) =>
    readings.filter((entry) => entry.some((reading) => isMetres(scaled(reading, scale) ?? Number.NaN)))
      .length;
  const asKilometres = /\(\s*km\s*\)/.test(fold(words));
  const scale = asKilometres
    ? 1000
    : SCALES.reduce((best, entry) => (fits(entry) > fits(best) ? entry : best), SCALES[0]);
  const marks = { ',': 0, '.': 0 };
  for (const entry of readings) {
    const plausible = entry.filter((reading) => isMetres(scaled(reading, scale) ?? Number.NaN));
    const mark = plausible.length === 1 ? plausible[0]?.decimal : null;
    if (mark === ',' || mark === '.') marks[mark] += 1;
  }
  const habit = marks[','] === marks['.'] ? null : marks[','] > marks['.'] ? ',' : '.';
  return { scale, numbers: readings.map((entry) => choose(entry, scale, habit)) };
}

function choose(readings: readonly NumberReading[], scale: Scale, habit: ',' | '.' | null): Number | null {
  const rank = (reading: NumberReading): number => {
    const value = scaled(reading, scale) ?? reading.value;
    return (
      (isMetres(value) ? 8 : 0) +
      (reading.odd ? 0 : 4) +
      (habit !== null && reading.decimal === habit ? 2 : 0) +
      (reading.decimal === null ? 1 : 0)
    );
  };
  const [best] = [...readings].sort((a, b) => rank(b) - rank(a));
  if (best === undefined) return null;
  const value = scaled(best, scale) ?? best.value;
  return {
    value: scale === 1 ? value : Math.round(value * 1e6) / 1e6,
    decimals: best.decimals,
    odd: best.odd,
    confused: best.confused,
  };
}

function mostly(
  points: readonly PointItem[],
  test: (first: number, second: number) => boolean,
  values: readonly (readonly [Number | null, Number | null])[],
): number {
  return points.filter((_, at) => {
    const [first, second] = values[at] ?? [null, null];
    return first !== null && second !== null && test(first.value, second.value);
  }).length;
}

/** Which column is north: by the size of the numbers; by the header where both could be both. */
function orderOf(
  items: readonly PointItem[],
  values: readonly (readonly [Number | null, Number | null])[],
): Writing['order'] {
  const north = mostly(items, (first, second) => isNorthing(first) && isEasting(second), values);
  const east = mostly(items, (first, second) => isEasting(first) && isNorthing(second), values);
  if (north !== east) return north > east ? 'north-first' : 'east-first';
  const [firstRole, secondRole] = items[0]?.pair.roles ?? [null, null];
  const eastFirst = firstRole === 'y' || firstRole === 'east' || secondRole === 'x' || secondRole === 'north';
  return eastFirst ? 'east-first' : 'north-first';
}

function unreadable(item: PointItem, cell: Cell, vi: string, en: string): Issue {
  return issue(
    'corner-coordinate-unreadable',
    ['row', item.row, 'column', en],
    `Dòng ${item.row}: không đọc được ${vi} “${cell.text}”.`,
    `Row ${item.row}: the ${en} "${cell.text}" cannot be read.`,
    {
      vi:
        cell.text.trim() === ''
          ? 'Ô trống: đối chiếu với bản gốc.'
          : 'Chữ số bị hỏng khi quét hoặc gõ lại: đối chiếu với bản gốc.',
      en:
        cell.text.trim() === ''
          ? 'Empty cell: compare with the original.'
          : 'Digits damaged in scanning or retyping: compare with the original.',
    },
  );
}

/** The points of one block that share a pair of columns' habits. */
export function readPoints(items: readonly PointItem[], block: Block): ReadPoints {
  const kind = block.columns.pairs[0]?.kind ?? 'metres';
  return kind === 'angle' ? readAngles(items) : readMetres(items);
}

function readMetres(items: readonly PointItem[]): ReadPoints {
  const words = items[0]?.pair.words ?? '';
  const first = readColumn(
    items.map((item) => item.first),
    words,
  );
  const second = readColumn(
    items.map((item) => item.second),
    words,
  );
  const values = items.map((_, at) => [first.numbers[at] ?? null, second.numbers[at] ?? null] as const);
  const order = orderOf(items, values);
  // Spreadsheets drop trailing zeros: the column's longest number tells how finely it was written.
  const decimals = Math.max(0, ...values.flat().map((number) => number?.decimals ?? 0));
  const rounding = (0.5 / 10 ** decimals) * Math.max(first.scale, second.scale);
  const issues: Issue[] = [];
  const points = items.map((item, at): TablePoint => {
    const [a, b] = values[at] ?? [null, null];
    if (a === null)
      issues.push(
        unreadable(
          item,
          item.first,
          order === 'north-first' ? 'X (Bắc)' : 'Y (Đông)',
          order === 'north-first' ? 'northing' : 'easting',
        ),
      );
    if (b === null)
      issues.push(
        unreadable(
          item,
          item.second,
          order === 'north-first' ? 'Y (Đông)' : 'X (Bắc)',
          order === 'north-first' ? 'easting' : 'northing',
        ),
      );
    const [north, east] = order === 'north-first' ? [a, b] : [b, a];
    const swapped =
      north !== null &&
      east !== null &&
      !isNorthing(north.value) &&
      isEasting(north.value) &&
      isNorthing(east.value) &&
      !isEasting(east.value);
    const bare = swapped ? withoutZone(north.value) : withoutZone(east?.value ?? 0);
    return {
      key: `${item.row}:${item.pair.first}`,
      row: item.row,
      label: item.label,
      north: north === null ? null : swapped ? bare.value_m : north.value,
      east: east === null ? null : swapped ? east.value : bare.value_m,
      rounding,
      swapped,
      zonePrefix: east === null ? null : bare.zone,
      attributes: item.attributes,
      item,
    };
  });
  return {
    points,
    writing: { kind: 'metres', order },
    notes: [...scaleNotes(first.scale, second.scale, items), ...oddNotes(items, values)],
    issues,
  };
}

function readAngles(items: readonly PointItem[]): ReadPoints {
  const angles = items.map((item) => [cellAngle(item.first.text), cellAngle(item.second.text)] as const);
  const latitudeFirst = angles.filter(([first]) => first !== null && isLatitude(first.value_deg)).length;
  const order = latitudeFirst * 2 >= angles.length ? 'north-first' : 'east-first';
  const issues: Issue[] = [];
  const damaged: number[] = [];
  const points = items.map((item, at): TablePoint => {
    const [first, second] = angles[at] ?? [null, null];
    const [north, east] = order === 'north-first' ? [first, second] : [second, first];
    const [northCell, eastCell] =
      order === 'north-first' ? [item.first, item.second] : [item.second, item.first];
    if (north === null) issues.push(unreadable(item, northCell, 'vĩ độ', 'latitude'));
    if (east === null) issues.push(unreadable(item, eastCell, 'kinh độ', 'longitude'));
    if (north?.damaged === true || east?.damaged === true) damaged.push(item.row);
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
  });
  return {
    points,
    writing: { kind: 'angle', order },
    notes:
      damaged.length === 0
        ? []
        : [
            issue(
              'corner-degree-sign-lost',
              ['row', damaged[0] ?? 0],
              `Dấu độ bị in thành số 0 ở dòng ${damaged.join(', ')}; đọc lại là độ.`,
              `The degree sign had become a zero in rows ${damaged.join(', ')}; it was read as a degree sign.`,
            ),
          ],
    issues,
  };
}

function scaleNotes(first: Scale, second: Scale, items: readonly PointItem[]): Issue[] {
  const row = items[0]?.row ?? 1;
  const notes: Issue[] = [];
  if (first === 1000 || second === 1000) {
    notes.push(
      issue(
        'corner-kilometres',
        ['row', row],
        'Tọa độ ghi bằng kilômét; đã đổi sang mét.',
        'Coordinates are written in kilometres; converted to metres.',
      ),
    );
  }
  if (first === 0.001 || second === 0.001) {
    notes.push(
      issue(
        'corner-decimal-mark-lost',
        ['row', row],
        'Dấu phẩy thập phân bị mất (ví dụ 2499067549); ba chữ số cuối được đọc là milimét.',
        'The decimal mark is lost (as in 2499067549); the last three digits are read as millimetres.',
        {
          vi: 'Bảng tính dùng kiểu số tiếng Anh coi dấu phẩy là dấu ngăn hàng nghìn.',
          en: 'A spreadsheet with English number settings takes the comma for a thousands separator.',
        },
      ),
    );
  }
  return notes;
}

function oddNotes(
  items: readonly PointItem[],
  values: readonly (readonly [Number | null, Number | null])[],
): Issue[] {
  return items.flatMap((item, at) => {
    const [first, second] = values[at] ?? [null, null];
    return [[first, item.first] as const, [second, item.second] as const].flatMap(
      ([number, cell]): Issue[] => {
        if (number?.confused === true) {
          return [
            issue(
              'corner-letters-read-as-digits',
              ['row', item.row],
              `Dòng ${item.row}: “${cell.text}” có chữ cái lẫn trong số (O/0, l/1); đọc là ${number.value}.`,
              `Row ${item.row}: "${cell.text}" has letters among its digits (O/0, l/1); read as ${number.value}.`,
            ),
          ];
        }
        if (number?.odd === true) {
          return [
            issue(
              'corner-one-mark-for-all',
              ['row', item.row],
              `Dòng ${item.row}: “${cell.text}” không phân biệt dấu hàng nghìn và dấu thập phân; đọc là ${number.value}.`,
              `Row ${item.row}: "${cell.text}" does not tell thousands from decimals; read as ${number.value}.`,
            ),
          ];
        }
        return [];
      },
    );
  });
}
