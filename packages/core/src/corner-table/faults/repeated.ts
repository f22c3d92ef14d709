import { issue } from '../../issue.js';
import type { Fault } from './fault.js';
import { type PlanePart, type PlanePoint, samePoint } from './plane.js';

function fault(first: PlanePoint, again: PlanePoint, apart: boolean): Fault {
  const [a, b] = [first.source.row, again.source.row];
  return {
    blocks: apart,
    repair: apart ? null : { kind: 'drop', point: again.source },
    issue: issue(
      'corner-point-repeated',
      ['row', b],
      apart
        ? `Dòng ${b} lặp lại điểm của dòng ${a}: vòng tự chạm`
        : `Dòng ${b} lặp lại điểm của dòng ${a} ngay trước đó`,
      apart
        ? `Row ${b} repeats the point of row ${a}: the ring touches itself`
        : `Row ${b} repeats the point of row ${a} right before it`,
      {
        vi: apart
          ? 'Một trong hai dòng chép nhầm, hoặc hai khu vực được viết liền nhau.'
          : 'Dòng bị chép hai lần. Sửa: bỏ dòng lặp.',
        en: apart
          ? 'One of the two rows is a copying error, or two areas are written as one.'
          : 'The row was copied twice. Repair: drop the repetition.',
      },
    ),
  };
}

/** Corners written more than once, next to one another or apart; the closing row does not count. */
export function repeatedFaults({ points }: PlanePart): Fault[] {
  const found: Fault[] = [];
  const written = new Map<string, PlanePoint>();
  points.forEach((point, at) => {
    const neighbour = points[at - 1];
    // Neighbours may differ in the last digit; copies elsewhere are copies to the millimetre.
    const key = `${point.x.toFixed(3)} ${point.y.toFixed(3)}`;
    const before = samePoint(neighbour, point) ? neighbour : written.get(key);
    if (before !== undefined) found.push(fault(before, point, before !== neighbour));
    written.set(key, point);
  });
  return found;
}

/** The part without repetitions in a row: what the other checks look at. */
export function withoutRepeats(part: PlanePart): PlanePart {
  return {
    ...part,
    points: part.points.filter((point, at) => at === 0 || !samePoint(point, part.points[at - 1])),
  };
}
