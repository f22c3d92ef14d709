/** One record of a table as text, and how many lines of the file it takes. */
export interface CsvRecordText {
  readonly text: string;
  readonly lines: number;
}

/** Records of a table from its lines: a quoted cell may hold line ends. Blank lines come too, so that lines count. */
export class CsvRecords {
  #open: string[] = [];
  #quotes = 0;

  /** The record that ends with this line; `undefined` while a quote is open. */
  line(line: string): CsvRecordText | undefined {
    this.#open.push(line);
    this.#quotes += quotesIn(line);
    return this.#quotes % 2 === 0 ? this.end() : undefined;
  }

  /** Letters held back. */
  get held(): number {
    return this.#open.reduce((sum, line) => sum + line.length, 0);
  }

  /** What is left, an open quote too. */
  end(): CsvRecordText | undefined {
    if (this.#open.length === 0) return undefined;
    const record = { text: this.#open.join('\n'), lines: this.#open.length };
    this.#open = [];
    this.#quotes = 0;
    return record;
  }
}

function quotesIn(line: string): number {
  let count = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) count += 1;
  return count;
}
