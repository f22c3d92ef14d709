import { issue } from '../../issue.js';
import { readLabel } from '../layout/label.js';
import type { Part } from '../sections/draft.js';
import type { Fault } from './fault.js';

/** Corner numbers that count up and skip: a row was lost in copying. */
export function numberGapFaults({ points }: Part): Fault[] {
  const labels = points.map((point) => readLabel(point.label));
  const [first] = labels;
  // The closing row bears the first name again.
  const counted = labels.at(-1)?.number === first?.number ? labels.slice(0, -1) : labels;
  const numbers = counted.map((label) => label.number);
  const rising = numbers.every(
    (number, at) => number !== null && (at === 0 || number > (numbers[at - 1] ?? 0)),
  );
  if (points.length < 3 || !rising || counted.some((label) => label.prefix !== first?.prefix)) return [];
  return points.slice(0, counted.length).flatMap((point, at): Fault[] => {
    const [before, here] = [numbers[at - 1] ?? null, numbers[at] ?? null];
    if (at === 0 || before === null || here === null || here === before + 1) return [];
    const prefix = first?.prefix ?? '';
    const missing = `${prefix}${before + 1}${here === before + 2 ? '' : `–${prefix}${here - 1}`}`;
    return [
      {
        blocks: true,
        repair: null,
        issue: issue(
          'corner-number-gap',
          ['row', point.row],
          `Thiếu điểm ${missing} trước dòng ${point.row}`,
          `Point ${missing} is missing before row ${point.row}`,
          {
            vi: 'Một dòng bị mất khi chép hoặc quét: đối chiếu với bản gốc.',
            en: 'A row was lost in copying or scanning: compare with the original.',
          },
        ),
      },
    ];
  });
}
