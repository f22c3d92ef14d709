import { issue } from '../../issue.js';
import { figure } from '../figure-text.js';
import type { Fault } from './fault.js';
import { distance_m, type PlanePart } from './plane.js';

/** A closing row this near the first, in shares of the middle edge, was meant to be the first. */
const NEAR_SHARE = 0.05;
const NEAR_m = 10;

function middleEdge_m({ points }: PlanePart): number {
  const edges = points
    .slice(1)
    .map((point, at) => distance_m(point, points[at] ?? point))
    .sort((a, b) => a - b);
  return edges[Math.floor(edges.length / 2)] ?? 0;
}

/** The last row is meant to repeat the first corner, and does not quite. */
export function closureFaults(part: PlanePart): Fault[] {
  const first = part.points[0];
  const last = part.points.at(-1);
  if (part.closed || first === undefined || last === undefined || part.points.length < 4) return [];
  const gap_m = distance_m(first, last);
  const gap = figure(gap_m, 3);
  const named = first.source.label !== '' && first.source.label === last.source.label;
  const near = gap_m <= NEAR_m && gap_m <= NEAR_SHARE * middleEdge_m(part);
  if (!named && !near) return [];
  const rows = `${first.source.row}, ${last.source.row}`;
  return [
    {
      blocks: true,
      repair: { kind: 'drop', point: last.source },
      issue: issue(
        'corner-closure-gap',
        ['row', last.source.row],
        `Vòng không khép: điểm cuối (dòng ${last.source.row}) cách điểm đầu (dòng ${first.source.row}) ${gap.vi} m`,
        `The ring does not close: the last point (row ${last.source.row}) is ${gap.en} m from the first (row ${first.source.row})`,
        {
          vi: named
            ? `Hai dòng ${rows} cùng tên “${first.source.label}”: một trong hai bị gõ sai. Sửa: bỏ dòng cuối.`
            : `Dòng cuối có lẽ lặp lại điểm đầu với sai số gõ. Sửa: bỏ dòng cuối.`,
          en: named
            ? `Rows ${rows} bear the same name "${first.source.label}": one of them is mistyped. Repair: drop the last row.`
            : 'The last row probably repeats the first point with a typing error. Repair: drop the last row.',
        },
      ),
    },
  ];
}
