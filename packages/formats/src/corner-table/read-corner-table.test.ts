import { expect, it } from 'vitest';
import { cornerTableFromBytes, readCornerTable } from './read-corner-table.js';

const OLD_WORKBOOK = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const BROKEN_WORKBOOK = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);

async function faults(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await cornerTableFromBytes(bytes, 'table');
  return read.ok ? [] : read.issues.map((fault) => fault.code);
}

it('tells files it cannot read by what they hold, not by their names', async () => {
  expect(await faults(OLD_WORKBOOK)).toEqual(['xls-unsupported']);
  expect(await faults(BROKEN_WORKBOOK)).toEqual(['xlsx-unreadable']);
  const missing = await readCornerTable('no-such-table.xlsx');
  expect(missing.ok ? [] : missing.issues.map((fault) => fault.code)).toEqual(['file-missing']);
});

it('notes an encoding that is not UTF-8', async () => {
  const read = await cornerTableFromBytes(Uint8Array.from([0x58, 0xb7, 0x20, 0x42, 0xbe, 0x63]), 'table');
  expect((read.ok ? read.notes : read.issues).map((note) => note.code)).toEqual(['text-encoding']);
});
