import { expect, it } from 'vitest';
import { type Column, csvText, tableText } from './table.js';

interface Row {
  readonly name: string;
  readonly length_m: number;
}

const COLUMNS: readonly Column<Row>[] = [
  { name: 'name', title: { vi: 'Tên', en: 'Name' }, value: ({ name }) => name },
  {
    name: 'length_m',
    title: { vi: 'Dài (km)', en: 'Length (km)' },
    value: ({ length_m }) => length_m,
    cell: ({ length_m }) => (length_m / 1000).toFixed(1),
    align: 'right',
  },
];
const ROWS: readonly Row[] = [
  { name: 'Chợ Đồn'.normalize('NFD'), length_m: 157_810 },
  { name: 'Na Rì, "cũ"', length_m: 900.5 },
];

it('lines columns up by what the eye counts, decomposed letters too', () => {
  const lines = tableText(COLUMNS, ROWS, 'vi').normalize('NFC').split('\n');
  expect(lines).toEqual([
    'Tên          Dài (km)',
    '───────────  ────────',
    'Chợ Đồn         157.8',
    'Na Rì, "cũ"       0.9',
    '',
  ]);
});

it('writes SI and quotes what needs it in CSV', () => {
  expect(csvText(COLUMNS, ROWS.slice(1))).toBe('name,length_m\n"Na Rì, ""cũ""",900.5\n');
});
