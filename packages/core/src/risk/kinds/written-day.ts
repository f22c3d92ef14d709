import { type IsoDate, parseIsoDate } from '../../units.js';

/** The days a written date may mean: one for a full date, a month or a year for less. */
export interface DaySpan {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** Reads `2023-05-23`, `23/5/2023`, `2023-05`, `5/2023` and `2023`; `undefined` for anything else. */
export function writtenDay(text: string): DaySpan | undefined {
  const plain = text.trim();
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(plain);
  const local = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])(\d{4})$/.exec(plain);
  if (iso !== null) return span(iso[1], iso[2], iso[3]);
  return local === null ? undefined : span(local[3], local[2], local[1]);
}

function span(year = '', month: string | undefined, date: string | undefined): DaySpan | undefined {
  const first = parseIsoDate(`${year}-${two(month ?? '1')}-${two(date ?? '1')}`);
  const lastMonth = Number(month ?? '12');
  const length = new Date(Date.UTC(Number(year), lastMonth, 0)).getUTCDate();
  const last = parseIsoDate(`${year}-${two(String(lastMonth))}-${two(date ?? String(length))}`);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}
