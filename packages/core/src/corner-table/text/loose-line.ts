import { isEasting, isNorthing } from './metres.js';
import { numberReadings } from './number.js';

/** Six or seven digits in groups of three, perhaps a zone number before and decimals after. */
const COORDINATE = String.raw`((?:(?:18|19|48|49|[12])[ .,']?)?\d{3}[ .,']?\d{3}(?:[.,]\d{1,4})?)(?!\d)`;
const GAP = String.raw`[\s,;:|/–-]+(?:[XYNExyne]\s*[=:]\s*)?`;
const LEAD = String.raw`^\s*`;
const LABEL = String.raw`(\S.{0,40}?)[\s.,;:)\]|]+(?:[XxNn]\s*[=:]\s*)?`;
const REST = String.raw`\s*(?:m\b)?[\s,;|]*(.*)$`;

const LABELLED = new RegExp(`${LEAD}${LABEL}${COORDINATE}${GAP}${COORDINATE}${REST}`);
const BARE = new RegExp(`${LEAD}(?:[XxNn]\\s*[=:]\\s*)?${COORDINATE}${GAP}${COORDINATE}${REST}`);

function oneOfEach(first: string, second: string): boolean {
  const values = (text: string) => numberReadings(text).map((reading) => reading.value);
  const fits = (a: readonly number[], b: readonly number[]) => a.some(isNorthing) && b.some(isEasting);
  return fits(values(first), values(second)) || fits(values(second), values(first));
}

function match(pattern: RegExp, line: string): string[] | null {
  const found = pattern.exec(line);
  if (found === null) return null;
  const parts = found.slice(1).map((part) => (part ?? '').trim());
  const [first, second] = pattern === BARE ? [parts[0], parts[1]] : [parts[1], parts[2]];
  if (first === undefined || second === undefined || !oneOfEach(first, second)) return null;
  return pattern === BARE ? ['', ...parts] : parts;
}

/** Labels that count up, as corner numbers do, are labels; a leading `2` on every line is the first thousand. */
function countsUp(labels: readonly string[]): boolean {
  const numbers = labels.map(Number).filter((value) => Number.isInteger(value));
  if (numbers.length < labels.length || numbers.length === 0) return labels.some((label) => /\D/.test(label));
  return new Set(numbers).size > numbers.length / 2;
}

/**
 * A cutter for lines whose blanks stand between words and inside numbers alike: `1 2 499 067,549 417 804,320`.
 * Cells: label, first coordinate, second coordinate, the rest.
 */
export function looseCells(sample: readonly string[]): (line: string) => readonly string[] {
  const labelled = sample.flatMap((line) => match(LABELLED, line) ?? []).length / 4;
  const bare = sample.flatMap((line) => match(BARE, line) ?? []).length / 4;
  const labels = sample.flatMap((line) => match(LABELLED, line)?.slice(0, 1) ?? []);
  const order =
    labelled > 0 && countsUp(labels) && labelled >= bare / 2 ? [LABELLED, BARE] : [BARE, LABELLED];
  return (line) => {
    for (const pattern of order) {
      const parts = match(pattern, line);
      if (parts !== null) return parts;
    }
    return line.includes('|') || line.includes('\t') ? line.split(/[|\t]/) : [line];
  };
}
