import { issue } from '../../issue.js';
import type { Fault } from './fault.js';
import type { PlanePart } from './plane.js';
import { inRing, segmentsMeet } from './ring-math.js';

function crosses(hole: PlanePart, shell: PlanePart): boolean {
  return hole.points.some((a, i) => {
    const b = hole.points[(i + 1) % hole.points.length];
    return shell.points.some((c, j) => {
      const d = shell.points[(j + 1) % shell.points.length];
      return b !== undefined && d !== undefined && segmentsMeet(a, b, c, d);
    });
  });
}

function lies(hole: PlanePart, shell: PlanePart): boolean {
  return hole.points.every(({ x, y }) => inRing(shell.points, x, y)) && !crosses(hole, shell);
}

/** Excluded parts that are not inside any outline of their site. */
export function holeFaults(parts: readonly PlanePart[]): Fault[] {
  const shells = parts.filter((part) => !part.hole);
  return parts
    .filter((part) => part.hole && part.points.length >= 3 && !shells.some((shell) => lies(part, shell)))
    .map((hole) => {
      const row = hole.points[0]?.source.row ?? 0;
      return {
        blocks: true,
        repair: null,
        issue: issue(
          'corner-hole-outside',
          ['row', row],
          `Phần loại trừ từ dòng ${row} không nằm trọn trong ranh ngoài`,
          `The excluded part from row ${row} on does not lie wholly inside the outline`,
          {
            vi: 'Một điểm bị gõ sai, hoặc phần này là một khu vực riêng.',
            en: 'A point is mistyped, or the part is an area of its own.',
          },
        ),
      };
    });
}
