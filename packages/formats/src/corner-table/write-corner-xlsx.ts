import { type CornerDocument, cornerTableLines, ok, type Result, type WrittenCell } from '@giapranh/core';
import writeXlsx, { type Cell } from 'write-excel-file/node';

const SHEET = 'Bảng tọa độ';
/** Characters: the number, a northing or easting, and room for the sentences to run over. */
const WIDTHS = [{ width: 18 }, { width: 18 }, { width: 18 }];

function sheetCell(cell: WrittenCell): Cell {
  if (typeof cell === 'string') return { type: String, value: cell };
  return {
    type: Number,
    value: Number(cell.number.toFixed(cell.decimals)),
    format: `0.${'0'.repeat(cell.decimals)}`,
  };
}

/**
 * The official layout as an XLSX workbook: coordinates are numbers shown with three decimals, with the decimal mark of
 * the reader's own settings. Opens in Excel and LibreOffice. Issues as `cornerTableLines`.
 */
export async function cornerTableXlsx(document: CornerDocument): Promise<Result<Uint8Array>> {
  const lines = cornerTableLines(document);
  if (!lines.ok) return lines;
  const workbook = writeXlsx(
    lines.value.map((cells) => cells.map(sheetCell)),
    { sheet: SHEET, columns: WIDTHS },
  );
  return ok(await workbook.toBuffer(), lines.notes);
}
