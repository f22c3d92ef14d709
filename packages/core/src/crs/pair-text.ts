import { type Issue, issue, issueAt } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { type AngleReading, readAngle } from './angle-text.js';
import { type AxisOrder, reorder } from './axis.js';
import { readNumber } from './number-text.js';

export interface PairReading {
  /** In the order written. */
  readonly values: readonly [number, number];
  /** Where both parts carry hemisphere letters, which is which. */
  readonly directions: readonly [AngleReading['direction'], AngleReading['direction']];
}

/** Most lines of most files: nothing to find out. */
const PLAIN_PAIR = /^\s*(-?\d+(?:\.\d+)?)[ \t]+(-?\d+(?:\.\d+)?)\s*$/;

/** An angle with its own signs, blanks inside allowed: `22° 10′ 05,6″ B`. */
const SIGNED_ANGLE =
  /[-+]?\d{1,3}\s*[°ºo]\s*\d{1,2}(?:[.,]\d+)?\s*['’′](?:\s*\d{1,2}(?:[.,]\d+)?\s*(?:''|’’|["”″]))?\s*[NSEWBĐT]?/giu;

function parts(line: string): readonly string[] {
  const angles = line.match(SIGNED_ANGLE);
  if (angles !== null) return angles.length === 2 ? angles : [line];
  return line.split(/[\t\u0020\u00a0;]+/);
}

/**
 * Two coordinates on one line, parted by blanks, a tab or a semicolon: numbers with decimal point or comma, or
 * angles. `unit` says what a bare number means. Issues: `pair-expected`, and those of numbers and angles.
 */
export function readPair(line: string, unit: 'm' | 'deg'): Result<PairReading> {
  const plain = PLAIN_PAIR.exec(line);
  if (plain !== null && unit === 'm') {
    return ok({ values: [Number(plain[1]), Number(plain[2])], directions: [null, null] });
  }
  const [first, second, ...rest] = parts(line.trim());
  if (first === undefined || second === undefined || rest.length > 0) {
    return err(
      issue(
        'pair-expected',
        [],
        `Cần đúng hai số cách nhau bằng dấu cách: “${line}”.`,
        `Two numbers separated by blanks are expected: "${line}".`,
      ),
    );
  }
  const readings = [first, second].map((text) => readPart(text, unit));
  const [a, b] = readings;
  if (a?.ok && b?.ok) {
    return ok(
      { values: [a.value.value, b.value.value], directions: [a.value.direction, b.value.direction] },
      [...a.notes, ...b.notes],
    );
  }
  const issues: Issue[] = readings.flatMap((reading, index) =>
    reading.ok ? [] : reading.issues.map((fault) => issueAt([index], fault)),
  );
  const [head, ...tail] = issues;
  if (head === undefined) throw new Error('a part failed without an issue');
  return err(head, ...tail);
}

function readPart(
  text: string,
  unit: 'm' | 'deg',
): Result<{ readonly value: number; readonly direction: AngleReading['direction'] }> {
  if (unit === 'deg') {
    const angle = readAngle(text);
    return angle.ok
      ? ok({ value: angle.value.value_deg, direction: angle.value.direction }, angle.notes)
      : angle;
  }
  const number = readNumber(text, { loneSeparator: 'decimal' });
  return number.ok ? ok({ value: number.value.value, direction: null }, number.notes) : number;
}

const ORDER: Readonly<Record<AxisOrder, readonly [AngleReading['direction'], AngleReading['direction']]>> = {
  'east-north': ['longitude', 'latitude'],
  'x-north': ['latitude', 'longitude'],
};

/**
 * One point of a text in the order named, given back east-north. Issues: those of `readPair`, and
 * `pair-axis-contradiction` when hemisphere letters say the order is the other one.
 */
export function readPoint(
  line: string,
  unit: 'm' | 'deg',
  axis: AxisOrder,
): Result<[east: number, north: number]> {
  const pair = readPair(line, unit);
  if (!pair.ok) return pair;
  const contradicted = pair.value.directions.some(
    (direction, at) => direction !== null && direction !== ORDER[axis][at],
  );
  if (!contradicted) return ok(reorder(pair.value.values, axis), pair.notes);
  const other: AxisOrder = axis === 'east-north' ? 'x-north' : 'east-north';
  return err(
    issue(
      'pair-axis-contradiction',
      [],
      `Chữ chỉ hướng trong “${line}” trái với thứ tự trục ${axis}.`,
      `The hemisphere letters of "${line}" contradict the axis order ${axis}.`,
      { vi: `Dùng thứ tự trục ${other}.`, en: `Use the axis order ${other}.` },
    ),
  );
}
