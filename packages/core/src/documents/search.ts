import { bareKey, lacksDiacritics, nameKey } from '../admin/unit-name.js';
import type { ProfileDocument } from './document.js';

/**
 * Entries that hold every word asked for, in number, kind, issuer, title, summary or subjects; in the order of the
 * register. Words without diacritics find those that have them; words with diacritics mean them.
 */
export function searchDocuments(
  register: readonly ProfileDocument[],
  text: string,
): readonly ProfileDocument[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return register.filter((document) => {
    const told = textOf(document).split(/\s+/);
    return words.every((word) => told.some((other) => holds(other, word)));
  });
}

/** Parts of words count: `1254` is in `1254/STNMT-KS`; the key of a syllable ends with its tone, which must not be cut off. */
function holds(told: string, word: string): boolean {
  if (lacksDiacritics(word)) return bareKey(told).includes(bareKey(word));
  const [key, asked] = [nameKey(told), nameKey(word)];
  const at = key.indexOf(asked);
  return at >= 0 && !/^\p{M}/u.test(key.slice(at + asked.length));
}

function textOf(document: ProfileDocument): string {
  const { id, number, kind, issuer, title, summary, subjects, units = [] } = document;
  const names = units.map((unit) => unit.name);
  return [id, number, kind, issuer, title.vi, title.en, summary.vi, summary.en, ...subjects, ...names].join(
    ' ',
  );
}
