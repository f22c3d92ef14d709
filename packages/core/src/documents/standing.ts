import type { IsoDate } from '../units.js';
import type { ProfileDocument } from './document.js';

/**
 * How a document stands on a day. `unknown`: the register knows no first day, and nothing says that it ended.
 * `superseded`: another entry that replaces it is in force.
 */
export const DOCUMENT_STATUSES = ['in-force', 'unknown', 'not-yet', 'superseded', 'lapsed'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

export interface DocumentStanding {
  readonly status: DocumentStatus;
  /** Ids of the entries in force that replace it. */
  readonly superseded_by: readonly string[];
}

/** How an entry of the register stands on a day, by its own days and by those of what replaces it. */
export function documentStanding(
  register: readonly ProfileDocument[],
  document: ProfileDocument,
  asOf: IsoDate,
): DocumentStanding {
  const superseded_by = register
    .filter((other) => other.supersedes?.includes(document.id) === true && hasBegun(other, asOf))
    .map(({ id }) => id);
  return { status: statusOf(document, asOf, superseded_by.length > 0), superseded_by };
}

/** Whether a document can carry a flag on that day; one of unknown validity can, and says so. */
export function supports(status: DocumentStatus): boolean {
  return status === 'in-force' || status === 'unknown';
}

function statusOf(
  { valid_from, valid_to }: ProfileDocument,
  asOf: IsoDate,
  superseded: boolean,
): DocumentStatus {
  if (valid_from !== null && asOf < valid_from) return 'not-yet';
  if (superseded) return 'superseded';
  if (valid_to !== null && asOf >= valid_to) return 'lapsed';
  return valid_from === null ? 'unknown' : 'in-force';
}

function hasBegun({ valid_from }: ProfileDocument, asOf: IsoDate): boolean {
  return valid_from !== null && valid_from <= asOf;
}
