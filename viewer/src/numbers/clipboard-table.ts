import type { Lang } from '../messages/messages.js';
import type { Cell, TableData } from './table-data.js';

const MOST_DECIMALS = 4;

/** A figure with the decimal mark of the language and nothing between thousands: what a spreadsheet reads as a number. */
export function plainFigure(value: number, lang: Lang): string {
  const text = String(Number(value.toFixed(MOST_DECIMALS)));
  return lang === 'vi' ? text.replace('.', ',') : text;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The figure of a cell; levels are ordered by a number that means nothing outside. */
function figureOf({ value, level }: Cell): number | undefined {
  return typeof value === 'number' && level === undefined ? value : undefined;
}

/** Text that a spreadsheet would take for a formula or a date stays text. */
function plainText(text: string): string {
  const line = text.replace(/[\t\r\n]+/gu, ' ');
  return /^[=+\-@]/u.test(line) ? `'${line}` : line;
}

function textOf(cell: Cell, lang: Lang): string {
  const figure = figureOf(cell);
  return figure === undefined ? plainText(cell.shown) : plainFigure(figure, lang);
}

/** Tab separated, for anything that takes text. */
export function tableText({ columns, rows }: TableData, lang: Lang): string {
  const lines = [
    columns.map(({ title }) => plainText(title)),
    ...rows.map(({ cells }) => cells.map((cell) => textOf(cell, lang))),
  ];
  return lines.map((cells) => cells.join('\t')).join('\r\n');
}

/**
 * For spreadsheets: figures carry their value apart from how they look (`x:num`), so that no setting of decimal marks
 * can turn one into another, and texts are told to be texts
 * (`x:str`): a code keeps its zeros, `3/4` is no date.
 */
export function tableHtml({ columns, rows }: TableData, lang: Lang): string {
  const cellOf = (cell: Cell) => {
    const figure = figureOf(cell);
    return figure === undefined
      ? `<td x:str="${escaped(cell.shown)}">${escaped(cell.shown)}</td>`
      : `<td x:num="${plainFigure(figure, 'en')}">${plainFigure(figure, lang)}</td>`;
  };
  const head = columns.map(({ title }) => `<th>${escaped(title)}</th>`).join('');
  const body = rows.map(({ cells }) => `<tr>${cells.map(cellOf).join('')}</tr>`).join('');
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr>${head}</tr>${body}</table></body></html>`;
}

/** Puts a table on the clipboard both ways. `false` where the browser does not allow it. */
export async function copyTable(data: TableData, lang: Lang): Promise<boolean> {
  const [text, html] = [tableText(data, lang), tableHtml(data, lang)];
  try {
    const blob = (type: string, content: string) => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
    ]);
    return true;
  } catch {
    return copyByEvent(text, html);
  }
}

/** The older way: it needs no permission, and works on pages that are not served over HTTPS. */
function copyByEvent(text: string, html: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  return done;
}
