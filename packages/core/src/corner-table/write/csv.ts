import { ok, type Result } from '../../result.js';
import type { CornerDocument, WrittenCell } from './document.js';
import { cornerTableLines } from './lines.js';

/** A byte order mark: without it Excel takes UTF-8 for the machine's own code page. */
const BYTE_ORDER_MARK = '\ufeff';

function cellText(cell: WrittenCell): string {
  if (typeof cell !== 'string') return cell.number.toFixed(cell.decimals).replace('.', ',');
  return /[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The official layout as CSV for Vietnamese settings: semicolons between cells, decimal comma, UTF-8 with a byte order
 * mark, CRLF. Issues as `cornerTableLines`.
 */
export function writeCornerTable(document: CornerDocument): Result<string> {
  const lines = cornerTableLines(document);
  if (!lines.ok) return lines;
  const text = lines.value.map((cells) => cells.map(cellText).join(';')).join('\r\n');
  return ok(`${BYTE_ORDER_MARK}${text}\r\n`, lines.notes);
}
