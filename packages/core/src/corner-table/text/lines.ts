/** Cuts one line; a quote opens a field only at its start and only when it is closed again (`22°35'12"` is no quote). */
export function splitLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const quoted = line[at] === '"' ? closingQuote(line, at, delimiter) : -1;
    if (quoted >= 0) {
      cells.push(line.slice(at + 1, quoted).replaceAll('""', '"'));
      const next = line.indexOf(delimiter, quoted);
      if (next < 0) return cells;
      at = next + 1;
      continue;
    }
    const next = line.indexOf(delimiter, at);
    if (next < 0) {
      cells.push(line.slice(at));
      return cells;
    }
    cells.push(line.slice(at, next));
    at = next + 1;
  }
  return cells;
}

/** Index of the quote that closes the field opened at `start`, or -1. */
function closingQuote(line: string, start: number, delimiter: string): number {
  for (let at = start + 1; at < line.length; at += 1) {
    if (line[at] !== '"') continue;
    if (line[at + 1] === '"') {
      at += 1;
      continue;
    }
    const rest = line.slice(at + 1).trimStart();
    return rest === '' || rest.startsWith(delimiter.trim() === '' ? delimiter : delimiter.trim()) ? at : -1;
  }
  return -1;
}

/** A line of a text with its number, from 1. */
export interface Line {
  readonly row: number;
  readonly text: string;
}

/** Physical lines, with line breaks inside quotes kept in their field. */
export function linesOf(text: string): Line[] {
  const physical = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n|\u2028|\u0085/);
  const lines: Line[] = [];
  for (let at = 0; at < physical.length; at += 1) {
    let line = physical[at] ?? '';
    const row = at + 1;
    for (let more = 1; more <= 4 && opensQuote(line) && at + 1 < physical.length; more += 1) {
      const joined = `${line} ${physical[at + 1] ?? ''}`;
      if (opensQuote(joined) && more === 4) break;
      line = joined;
      at += 1;
    }
    lines.push({ row, text: line });
  }
  return lines;
}

/** Whether a field opened with a quote at its start is still open at the end of the line. */
function opensQuote(line: string): boolean {
  const opened = /(?:^|[\t;|,])"(?:[^"]|"")*$/.exec(line);
  return opened !== null;
}
