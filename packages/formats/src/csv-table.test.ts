import { expect, it } from 'vitest';
import { parseCsv } from './csv-table.js';

it('finds the delimiter by the header, whatever stands in the rows', () => {
  for (const [delimiter, text] of [
    [',', 'a,b\n1;2,3\n'],
    [';', 'a;b\n1,5;2,5\n'],
    ['\t', 'a\tb\n1,2\t3;4\n'],
  ] as const) {
    const table = parseCsv(text);
    expect(table.ok && [table.value.delimiter, table.value.rows[0]?.cells.length]).toEqual([delimiter, 2]);
  }
});

it('counts rows as an editor counts lines, over empty lines and quoted line ends', () => {
  const table = parseCsv('a,b\n\n1,2\n"x\ny",3\n4,5\n');
  expect(table.ok && table.value.rows.map(({ row }) => row)).toEqual([3, 5, 6]);
});

it('brings names to NFC', () => {
  const table = parseCsv(`ten\n${'Chợ Đồn'.normalize('NFD')}\n`);
  expect(table.ok && table.value.rows[0]?.cells).toEqual(['Chợ Đồn']);
});

it('hints at the decimal comma when rows are too long', () => {
  const table = parseCsv('id,lon,lat\nA,105,8,22,1\n');
  expect(table.ok && table.notes.map(({ code, hint }) => [code, hint?.en])).toEqual([
    ['csv-row-length', 'If numbers have a decimal comma, separate the columns by semicolons.'],
  ]);
});
