import { expect, it } from 'vitest';
import { plainFigure, tableHtml, tableText } from './clipboard-table.js';
import { sorted, type TableData } from './table-data.js';

const row = (id: string, name: string, area: number | null, shown: string) => ({
  id,
  cells: [
    { value: name, shown: name },
    { value: area, shown },
  ],
  open: { kind: 'site', item: {} as never } as const,
});
const data: TableData = {
  columns: [
    { id: 'name', title: 'Tên', number: false },
    { id: 'area', title: 'Diện tích (ha)', number: true },
  ],
  rows: [
    row('1', 'Cọn "Luông" <A>', 1234.5, '1.234,50'),
    row('2', '3/4', null, ''),
    row('3', '=1+1', 0.25, '0,25'),
  ],
};

it('writes figures without marks between thousands, with the decimal mark of the language', () => {
  expect(plainFigure(1234.5, 'vi')).toBe('1234,5');
  expect(plainFigure(1234.5, 'en')).toBe('1234.5');
  expect(plainFigure(0.1 + 0.2, 'vi')).toBe('0,3');
  expect(tableText(data, 'vi')).toBe(
    'Tên\tDiện tích (ha)\r\nCọn "Luông" <A>\t1234,5\r\n3/4\t\r\n\'=1+1\t0,25',
  );
});

it('tells spreadsheets the value of a figure apart from its look, and that text is text', () => {
  const html = tableHtml(data, 'vi');
  expect(html).toContain('<td x:num="1234.5">1234,5</td>');
  expect(html).toContain('<td x:str="3/4">3/4</td>');
  expect(html).toContain('Cọn &quot;Luông&quot; &lt;A&gt;');
});

it('sorts figures as figures, Vietnamese names as Vietnamese does, empty cells last', () => {
  const ids = (column: number, descending: boolean) =>
    sorted(data.rows, column, descending).map(({ id }) => id);
  expect(ids(1, false)).toEqual(['3', '1', '2']);
  expect(ids(1, true)).toEqual(['1', '3', '2']);
});
