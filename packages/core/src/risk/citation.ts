import type { ProfileDocument } from '../documents/document.js';
import { documentStanding } from '../documents/standing.js';
import type { Profile } from '../profile.js';
import type { Rule } from '../rule.js';
import type { IsoDate } from '../units.js';
import type { Citation } from './flag.js';

/** Answers kept for each rule: by day and neighbour there are few. */
const KEPT = 500;
const KNOWN = new WeakMap<Profile, WeakMap<Rule, Map<string, readonly Citation[]>>>();

/**
 * The documents a rule stands on, as of a day: those for every border and those for this neighbour. A document
 * that had not come into force yet is not cited; one that has lapsed or was replaced is, and says so.
 */
export function citations(
  profile: Profile,
  rule: Rule,
  asOf: IsoDate,
  neighbour: string | null,
): readonly Citation[] {
  const ofProfile = KNOWN.get(profile) ?? new WeakMap<Rule, Map<string, readonly Citation[]>>();
  KNOWN.set(profile, ofProfile);
  const ofRule = ofProfile.get(rule) ?? new Map<string, readonly Citation[]>();
  ofProfile.set(rule, ofRule);
  const key = `${asOf} ${neighbour ?? ''}`;
  const known = ofRule.get(key);
  if (known !== undefined) return known;
  const cited = lookUp(profile, rule, asOf, neighbour);
  if (ofRule.size >= KEPT) ofRule.clear();
  ofRule.set(key, cited);
  return cited;
}

function lookUp(profile: Profile, rule: Rule, asOf: IsoDate, neighbour: string | null): readonly Citation[] {
  return rule.documents.flatMap((cited): Citation[] => {
    if (cited.neighbour !== undefined && cited.neighbour !== neighbour) return [];
    const document = profile.documents.find((entry) => entry.id === cited.id);
    if (document === undefined) return [];
    const { status, superseded_by } = documentStanding(profile.documents, document, asOf);
    if (status === 'not-yet') return [];
    const numberOf = (id: string): string => profile.documents.find((entry) => entry.id === id)?.number ?? id;
    const conflicts = conflictsOf(document, numberOf);
    return [
      {
        id: document.id,
        number: document.number,
        date: document.date,
        issuer: document.issuer,
        title: document.title,
        ...(cited.article === undefined ? {} : { article: cited.article }),
        status,
        inForce: status === 'unknown' ? null : status === 'in-force',
        validFrom: document.valid_from,
        validTo: document.valid_to,
        ...(superseded_by.length === 0 ? {} : { supersededBy: superseded_by.map(numberOf) }),
        ...(conflicts.length === 0 ? {} : { conflicts }),
      },
    ];
  });
}

function conflictsOf(
  { conflicts_with = [] }: ProfileDocument,
  numberOf: (id: string) => string,
): NonNullable<Citation['conflicts']> {
  return conflicts_with.map(({ document: id, fact }) => ({ id, number: numberOf(id), fact }));
}
