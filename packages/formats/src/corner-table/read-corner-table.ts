import { readFile, stat } from 'node:fs/promises';
import { type CornerTableInput, err, type Issue, issue, ok, type Result } from '@giapranh/core';
import { fileFault, tooLarge } from '../file-fault.js';
import { READ_LIMITS, type ReadLimits } from '../limits.js';
import { decodeText } from './decode-text.js';
import { xlsxSheets } from './xlsx-rows.js';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of `.xls` and `.doc` before 2007. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/**
 * The bytes of a corner table (XLSX, or text in any usual encoding) as `resolveCornerTable` takes them. The kind is
 * told by the bytes, not by the name. Issues: `xlsx-unreadable`, `xls-unsupported`; note: `text-encoding`.
 */
export async function cornerTableFromBytes(
  bytes: Uint8Array,
  name: string,
): Promise<Result<CornerTableInput>> {
  if (startsWith(bytes, ZIP)) {
    const sheets = await xlsxSheets(bytes, name);
    return sheets.ok ? ok({ sheets: sheets.value }, sheets.notes) : sheets;
  }
  if (startsWith(bytes, OLE)) return err(oldWorkbook(name));
  const { text, encoding } = decodeText(bytes);
  return ok(text, encoding === 'utf-8' ? [] : [encodingNote(name, encoding)]);
}

/** Reads a corner table's file. Issues: `file-missing`, `file-unreadable`, `file-too-large`, and those of its bytes. */
export async function readCornerTable(
  path: string,
  limits: ReadLimits = READ_LIMITS,
): Promise<Result<CornerTableInput>> {
  try {
    if ((await stat(path)).size > limits.file_bytes) return err(tooLarge(path, limits));
    return await cornerTableFromBytes(await readFile(path), path);
  } catch (error) {
    return err(fileFault(path, error));
  }
}

function oldWorkbook(name: string): Issue {
  return issue(
    'xls-unsupported',
    [name],
    'Tệp thuộc dạng Office cũ (.xls, .doc).',
    'The file is of the old Office kind (.xls, .doc).',
    {
      vi: 'Mở bằng Excel hoặc LibreOffice và lưu lại dạng .xlsx.',
      en: 'Open it in Excel or LibreOffice and save it as .xlsx.',
    },
  );
}

function encodingNote(name: string, encoding: string): Issue {
  return issue(
    'text-encoding',
    [name],
    `Văn bản không phải UTF-8; đọc theo bảng mã ${encoding}.`,
    `The text is not UTF-8; read as ${encoding}.`,
  );
}
