import { type Issue, issue } from '../../issue.js';
import type { PointItem } from '../layout/layout.js';
import type { Cell } from '../text/cell.js';

/** What a coordinate is called in messages. */
export const AXIS_WORDS = {
  northing: { vi: 'X (Bắc)', en: 'northing' },
  easting: { vi: 'Y (Đông)', en: 'easting' },
  latitude: { vi: 'vĩ độ', en: 'latitude' },
  longitude: { vi: 'kinh độ', en: 'longitude' },
} as const;

export function unreadable(item: PointItem, cell: Cell, axis: keyof typeof AXIS_WORDS): Issue {
  const { vi, en } = AXIS_WORDS[axis];
  const empty = cell.text.trim() === '';
  return issue(
    'corner-coordinate-unreadable',
    ['row', item.row, 'column', en],
    `Dòng ${item.row}: không đọc được ${vi} “${cell.text}”.`,
    `Row ${item.row}: the ${en} "${cell.text}" cannot be read.`,
    empty
      ? { vi: 'Ô trống: đối chiếu với bản gốc.', en: 'Empty cell: compare with the original.' }
      : {
          vi: 'Chữ số bị hỏng khi quét hoặc gõ lại: đối chiếu với bản gốc.',
          en: 'Digits damaged in scanning or retyping: compare with the original.',
        },
  );
}
