import { issue } from '../../issue.js';
import { figure } from '../figure-text.js';
import type { Fault } from './fault.js';
import { distance_m, type PlanePart, type PlanePoint } from './plane.js';

/** Sharper corners than this, out and back, are no boundary anyone walks. */
const SPIKE_deg = 3;
/** Edges that lie upon one another: no polygon at all. */
const FOLDED_deg = 0.01;

/** The angle at a corner between its two edges, degrees. */
function cornerAngle_deg(before: PlanePoint, at: PlanePoint, after: PlanePoint): number {
  const one = Math.atan2(before.y - at.y, before.x - at.x);
  const two = Math.atan2(after.y - at.y, after.x - at.x);
  const turn = Math.abs(one - two) % (2 * Math.PI);
  return ((turn > Math.PI ? 2 * Math.PI - turn : turn) * 180) / Math.PI;
}

/** Corners where the outline runs out and straight back. */
export function spikeFaults({ points }: PlanePart): Fault[] {
  const n = points.length;
  if (n < 4) return [];
  return points.flatMap((point, at): Fault[] => {
    const before = points[(at + n - 1) % n];
    const after = points[(at + 1) % n];
    if (before === undefined || after === undefined) return [];
    const angle_deg = cornerAngle_deg(before, point, after);
    if (angle_deg >= SPIKE_deg) return [];
    const length_m = Math.min(distance_m(before, point), distance_m(point, after));
    const { row } = point.source;
    const [angle, size] = [figure(angle_deg, 2), figure(length_m, 1)];
    return [
      {
        blocks: angle_deg < FOLDED_deg,
        repair: { kind: 'drop', point: point.source },
        issue: issue(
          'corner-spike',
          ['row', row],
          `Dòng ${row}: gai nhọn ${angle.vi}°, dài ${size.vi} m, ranh đi ra rồi quay lại`,
          `Row ${row}: a spike of ${angle.en}°, ${size.en} m long: the outline runs out and back`,
          {
            vi: 'Điểm thừa hoặc một chữ số bị gõ sai. Sửa: bỏ điểm này.',
            en: 'A point too many, or a mistyped digit. Repair: drop the point.',
          },
        ),
      },
    ];
  });
}
