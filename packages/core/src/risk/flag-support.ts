import { supports } from '../documents/standing.js';
import type { LocalText } from '../issue.js';
import type { IsoDate } from '../units.js';
import type { Citation, FlagSupport } from './flag.js';

/** What carries a flag: the best standing among the documents it cites. */
export function supportOf(documents: readonly Citation[]): FlagSupport {
  if (documents.some(({ status }) => status === 'in-force')) return 'in-force';
  return documents.some(({ status }) => supports(status)) ? 'unknown' : 'none';
}

/** The reason of a flag whose documents have all ended: what was found stands, the ground for acting on it does not. */
export function unsupported(
  { reason }: { readonly reason: LocalText },
  documents: readonly Citation[],
  asOf: IsoDate,
): LocalText {
  const numbers = documents.map(({ number }) => number).join(', ');
  const [vi, en] = numbers === '' ? ['', ''] : [` (${numbers})`, ` (${numbers})`];
  return {
    vi: `${reason.vi} Không còn văn bản nào của quy tắc này${vi} có hiệu lực vào ngày ${asOf}.`,
    en: `${reason.en} None of the documents of this rule${en} was in force on ${asOf}.`,
  };
}
