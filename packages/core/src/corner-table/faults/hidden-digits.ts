import { issue } from '../../issue.js';
import type { DeclaredArea } from '../statement/area.js';
import { checkArea } from './area.js';
import { transpositions } from './digits.js';
import type { Fault } from './fault.js';
import type { PlanePart } from './plane.js';
import { isSimple } from './ring-math.js';
import { amongOthers, edited, slipHint } from './suggestions.js';

/** Longer rings are not searched for a hidden exchange of digits. */
const LONGEST_SEARCHED = 1_000;

/**
 * A ring whose area contradicts the declared one though no corner stands apart: the one exchange of two digits in one
 * coordinate that makes the area come right, if there is exactly one.
 */
export function hiddenDigitFaults(part: PlanePart, declared: DeclaredArea): Fault[] {
  const ring = part.points.length > LONGEST_SEARCHED ? [] : part.points;
  const fitting = ring.flatMap((point, at) =>
    (['north', 'east'] as const).flatMap((axis) =>
      transpositions(axis === 'north' ? point.y : point.x).flatMap((edit) => {
        const candidate = edited(point, axis, edit.value);
        const points = ring.map((corner, index) => (index === at ? candidate : corner));
        if (!amongOthers(candidate, ring)) return [];
        if (!checkArea([{ hole: false, closed: false, points }], declared, null).agrees) return [];
        return isSimple(points) ? [{ at, suggestion: { axis, edit, point: candidate } }] : [];
      }),
    ),
  );
  const [only, another] = fitting;
  if (only === undefined || another !== undefined) return [];
  const point = ring[only.at];
  if (point === undefined) return [];
  const { axis, edit } = only.suggestion;
  const { row } = point.source;
  return [
    {
      blocks: true,
      repair: { kind: 'value', point: point.source, axis, value: edit.value },
      issue: issue(
        'corner-digits-exchanged',
        ['row', row],
        `Dòng ${row}: đổi chỗ hai chữ số thì diện tích khớp với diện tích ghi`,
        `Row ${row}: with two digits exchanged the area agrees with the declared one`,
        slipHint(only.suggestion, true, (which) => (which === 'north' ? point.y : point.x)),
      ),
    },
  ];
}
