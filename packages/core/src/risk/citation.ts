import type { Profile, ProfileDocument } from '../profile.js';
import type { Rule } from '../rule.js';
import { type IsoDate, isValidOn } from '../units.js';
import type { Citation } from './flag.js';

/**
 * The documents a rule stands on, as of a day: those for every border and those for this neighbour. A document
 * that had not come into force yet is not cited; one that has lapsed is, and says so.
 */
export function citations(
  profile: Profile,
  rule: Rule,
  asOf: IsoDate,
  neighbour: string | null,
): readonly Citation[] {
  return rule.documents.flatMap((cited): Citation[] => {
    if (cited.neighbour !== undefined && cited.neighbour !== neighbour) return [];
    const document = profile.documents.find((entry) => entry.id === cited.id);
    if (document === undefined || (document.valid_from !== null && document.valid_from > asOf)) return [];
    return [
      {
        id: document.id,
        number: document.number,
        date: document.date,
        issuer: document.issuer,
        title: document.title,
        ...(cited.article === undefined ? {} : { article: cited.article }),
        inForce: inForce(document, asOf),
      },
    ];
  });
}

function inForce({ valid_from, valid_to }: ProfileDocument, asOf: IsoDate): boolean | null {
  if (valid_to !== null && asOf >= valid_to) return false;
  // The register knows an end but no beginning, or nothing at all.
  return valid_from === null ? null : isValidOn({ from: valid_from, to: valid_to }, asOf);
}
