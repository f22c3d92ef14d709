import { err, type Issue, issue, ok, type Result } from '@giapranh/core';
import { CsvError, parse } from 'csv-parse/sync';
import { READ_LIMITS, type ReadLimits } from './limits.js';

/** One row of a table; cells trimmed and in NFC. */
export interface CsvRow {
  /** As an editor counts: the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly delimiter: string;
}

const DELIMITERS = [';', '\t', ','] as const;

/** The delimiter that cuts the header into most cells; `;` before `,`, whose commas may be decimal. */
function sniffDelimiter(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const counts = DELIMITERS.map((delimiter) => head.split(delimiter).length);
  const best = Math.max(...counts);
  return DELIMITERS[counts.indexOf(best)] ?? ',';
}

function parserRows(text: string, delimiter: string): unknown {
  return parse(text, {
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
}

interface ParserRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function isParserRow(value: unknown): value is ParserRow {
  return typeof value === 'object' && value !== null && 'record' in value && 'info' in value;
}

/**
 * A table with a header, separated by comma, semicolon or tab (found from the header), with or without a byte
 * order mark. Rows with more or fewer cells than the header are left out and told in the notes. Issues:
 * `csv-syntax`, `csv-empty`, `csv-column-twice`, `csv-row-length`, `file-too-many-records`.
 */
export function parseCsv(text: string, name = 'text', limits: ReadLimits = READ_LIMITS): Result<CsvTable> {
  const delimiter = sniffDelimiter(text.replace(/^\uFEFF/, ''));
  let parsed: unknown;
  try {
    parsed = parserRows(text, delimiter);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err(
      issue('csv-syntax', [name], `Bảng CSV hỏng: ${error.message}`, `The table is broken: ${error.message}`),
    );
  }
  const lines = (Array.isArray(parsed) ? parsed : []).filter(isParserRow);
  const [head, ...body] = lines.map((line) => ({
    row: line.info.lines,
    cells: line.record.map((cell) => cell.normalize('NFC')),
  }));
  if (head === undefined) return err(issue('csv-empty', [name], 'Bảng trống.', 'The table is empty.'));
  const header = head.cells;
  const twice = header.find((column, at) => column !== '' && header.indexOf(column) !== at);
  if (twice !== undefined) {
    return err(
      issue(
        'csv-column-twice',
        ['row', 1, 'column', twice],
        `Cột "${twice}" xuất hiện hai lần.`,
        `The column "${twice}" appears twice.`,
      ),
    );
  }
  const notes: Issue[] = [];
  if (body.length > limits.records) {
    notes.push(
      issue(
        'file-too-many-records',
        [name],
        `Quá ${limits.records} dòng; phần còn lại không được đọc.`,
        `More than ${limits.records} rows; the rest is not read.`,
      ),
    );
  }
  const rows: CsvRow[] = [];
  for (const line of body.slice(0, limits.records)) {
    if (line.cells.length === header.length) rows.push(line);
    else {
      notes.push(
        issue(
          'csv-row-length',
          ['row', line.row],
          `Dòng có ${line.cells.length} ô, tiêu đề có ${header.length}.`,
          `The row has ${line.cells.length} cells, the header ${header.length}.`,
          delimiter === ','
            ? {
                vi: 'Nếu số dùng dấu phẩy thập phân, hãy ngăn cột bằng dấu chấm phẩy.',
                en: 'If numbers have a decimal comma, separate the columns by semicolons.',
              }
            : undefined,
        ),
      );
    }
  }
  return ok({ header, rows, delimiter }, notes);
}
