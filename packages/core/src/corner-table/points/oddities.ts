import { type Issue, issue } from '../../issue.js';
import type { PointItem } from '../layout/layout.js';
import type { Cell } from '../text/cell.js';
import type { Scale } from '../text/metres.js';
import type { ColumnNumber } from './column.js';

/** Columns written in kilometres, or whose decimal mark a spreadsheet swallowed. */
export function scaleNotes(scales: readonly Scale[], row: number): Issue[] {
  const notes: Issue[] = [];
  if (scales.includes(1000)) {
    notes.push(
      issue(
        'corner-kilometres',
        ['row', row],
        'Tọa độ ghi bằng kilômét; đã đổi sang mét.',
        'Coordinates are written in kilometres; converted to metres.',
      ),
    );
  }
  if (scales.includes(0.001)) {
    notes.push(
      issue(
        'corner-decimal-mark-lost',
        ['row', row],
        'Dấu phẩy thập phân bị mất (ví dụ 2499067549); ba chữ số cuối được đọc là milimét.',
        'The decimal mark is lost (as in 2499067549); the last three digits are read as millimetres.',
        {
          vi: 'Bảng tính dùng kiểu số tiếng Anh coi dấu phẩy là dấu ngăn hàng nghìn.',
          en: 'A spreadsheet with English number settings takes the comma for a thousands separator.',
        },
      ),
    );
  }
  return notes;
}

const ODDITIES: Readonly<
  Record<
    NonNullable<ColumnNumber['oddity']>,
    { readonly code: string; readonly vi: string; readonly en: string }
  >
> = {
  letters: {
    code: 'corner-letters-read-as-digits',
    vi: 'có chữ cái lẫn trong số (O/0, l/1)',
    en: 'has letters among its digits (O/0, l/1)',
  },
  marks: {
    code: 'corner-one-mark-for-all',
    vi: 'không phân biệt dấu hàng nghìn và dấu thập phân',
    en: 'does not tell thousands from decimals',
  },
  'mark-lost': {
    code: 'corner-decimal-mark-lost',
    vi: 'mất dấu thập phân, ba chữ số cuối là milimét',
    en: 'has lost its decimal mark, the last three digits are millimetres',
  },
};

/** What one cell was read as against the rules. */
export function oddityNote(item: PointItem, cell: Cell, number: ColumnNumber | null): Issue[] {
  if (number === null || number.oddity === null) return [];
  const { code, vi, en } = ODDITIES[number.oddity];
  const value = String(number.value);
  return [
    issue(
      code,
      ['row', item.row],
      `Dòng ${item.row}: “${cell.text}” ${vi}; đọc là ${value.replace('.', ',')}.`,
      `Row ${item.row}: "${cell.text}" ${en}; read as ${value}.`,
    ),
  ];
}
