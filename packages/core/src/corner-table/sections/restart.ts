import { readLabel } from '../layout/label.js';
import type { TablePoint } from '../points/point.js';
import { namesLineStart } from './titles.js';

function samePlace(a: TablePoint, b: TablePoint): boolean {
  return a.north !== null && a.north === b.north && a.east === b.east;
}

/** Whether a point begins anew after these: counting restarts, the letter before the number changes, a ring closed. */
export function restarts(
  points: readonly TablePoint[],
  point: TablePoint,
  next: TablePoint | undefined,
): boolean {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return false;
  if (namesLineStart(point.label) && points.length >= 2) return true;
  const closed = points.length > 3 && samePlace(first, last);
  const [label, start, before] = [readLabel(point.label), readLabel(first.label), readLabel(last.label)];
  if (label.number === null || before.number === null) return closed && point.label === '';
  if (label.prefix !== before.prefix) return label.number <= before.number && points.length >= 2;
  if (label.number > before.number) return closed && label.number === 1;
  if (label.number !== start.number) return false;
  // The first name again: the closing point, unless other places follow that count on from it.
  if (samePlace(point, first)) return closed;
  const after = next === undefined ? null : readLabel(next.label);
  return points.length >= 2 && after?.number === label.number + 1 && after.prefix === label.prefix;
}
