import { issue } from '../../issue.js';
import { err, ok, type Result } from '../../result.js';
import type { CornerSheet } from '../result.js';
import type { CellValue } from '../text/cell.js';

/** Takes an XLSX file apart: the sheets in order, their rows as the file has them. Throws on a file it cannot read. */
export type WorkbookReader = (
  bytes: Uint8Array,
) => Promise<readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[]>;

/** Days as Vietnamese documents write them: a date cell was typed as text and taken for a date. */
function dayText(date: Date): string {
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;
}

function cellValue(value: unknown): CellValue {
  if (value instanceof Date) return dayText(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/**
 * Every sheet of an XLSX workbook with its rows; a merged cell's value stands in its first cell. Issue:
 * `xlsx-unreadable`.
 */
export async function workbookSheets(
  bytes: Uint8Array,
  name: string,
  read: WorkbookReader,
): Promise<Result<readonly CornerSheet[]>> {
  try {
    const sheets = await read(bytes);
    return ok(
      sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellValue)) })),
    );
  } catch (error) {
    // Readers throw errors of their own and of their unzippers: whatever they are, the file cannot be read.
    const why = error instanceof Error ? error.message : String(error);
    return err(
      issue(
        'xlsx-unreadable',
        [name],
        `Không đọc được bảng tính: ${why}`,
        `The workbook cannot be read: ${why}`,
        {
          vi: 'Mở tệp bằng Excel hoặc LibreOffice và lưu lại dạng .xlsx.',
          en: 'Open the file in Excel or LibreOffice and save it again as .xlsx.',
        },
      ),
    );
  }
}
