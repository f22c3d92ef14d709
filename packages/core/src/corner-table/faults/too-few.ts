import { issue } from '../../issue.js';
import type { Shape } from '../statement/attributes.js';
import type { Fault } from './fault.js';
import type { PlanePart } from './plane.js';

const NEEDED: Readonly<Record<Shape, number>> = { ring: 3, line: 2, point: 1 };

/** Parts with too few readable points for their shape. */
export function tooFewFaults(parts: readonly PlanePart[], shape: Shape, row: number): Fault[] {
  return parts
    .filter((part) => part.points.length < NEEDED[shape])
    .map((part) => {
      const at = part.points[0]?.source.row ?? row;
      return {
        blocks: true,
        repair: null,
        issue: issue(
          'corner-too-few-points',
          ['row', at],
          `Từ dòng ${at} chỉ đọc được ${part.points.length} điểm, cần ít nhất ${NEEDED[shape]}`,
          `From row ${at} on only ${part.points.length} points can be read; ${NEEDED[shape]} are needed`,
          shape === 'ring'
            ? {
                vi: 'Bảng bị cắt, hoặc đây là tuyến hay điểm: khi đó ghi “Dạng: tuyến” hoặc “Dạng: điểm” phía trên bảng.',
                en: 'The table was cut off, or this is a line or a point: then write "shape: line" or "shape: point" above it.',
              }
            : undefined,
        ),
      };
    });
}
