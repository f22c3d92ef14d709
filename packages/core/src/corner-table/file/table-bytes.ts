import { type Issue, issue } from '../../issue.js';
import { err, ok, type Result } from '../../result.js';
import type { CornerTableInput } from '../result.js';
import { decodeText } from './decode-text.js';
import { type WorkbookReader, workbookSheets } from './workbook.js';

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
export async function tableFromBytes(
  bytes: Uint8Array,
  name: string,
  readWorkbook: WorkbookReader,
): Promise<Result<CornerTableInput>> {
  if (startsWith(bytes, ZIP)) {
    const sheets = await workbookSheets(bytes, name, readWorkbook);
    return sheets.ok ? ok({ sheets: sheets.value }, sheets.notes) : sheets;
  }
  if (startsWith(bytes, OLE)) return err(oldWorkbook(name));
  const { text, encoding } = decodeText(bytes);
  return ok(text, encoding === 'utf-8' ? [] : [encodingNote(name, encoding)]);
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
