import { type Issue, issue } from '../../issue.js';
import type { PlanePart } from './plane.js';
import { signedArea_m2 } from './ring-math.js';

/** Corner numbers run clockwise by custom; the other way is a remark, the geometry is wound as GeoJSON asks anyway. */
export function windingNotes(part: PlanePart): Issue[] {
  const first = part.points[0];
  if (first === undefined || part.points.length < 3 || signedArea_m2(part.points) <= 0) return [];
  return [
    issue(
      'corner-winding',
      ['row', first.source.row],
      `Các điểm từ dòng ${first.source.row} đánh số ngược chiều kim đồng hồ`,
      `The points from row ${first.source.row} on are numbered anticlockwise`,
      {
        vi: 'Thông lệ đánh số thuận chiều kim đồng hồ; vẫn đọc được. Nếu X và Y bị đổi chỗ thì chiều cũng đảo.',
        en: 'Numbers run clockwise by custom; readable all the same. Exchanged X and Y also turn the direction.',
      },
    ),
  ];
}
