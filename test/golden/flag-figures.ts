import type { Flag } from '@giapranh/core';

/** A flag without the texts that the profile's registers hold. */
export function flagFigures({
  title: _,
  reason,
  facts,
  documents,
  bodies,
  responsible,
  contact,
  ...flag
}: Flag): object {
  return {
    ...flag,
    reason: reason.vi,
    facts: facts.map(({ title: _title, method: _method, ...fact }) => fact),
    documents: documents.map(
      ({ id, article, status }) => `${id}${article === undefined ? '' : `, ${article}`} (${status})`,
    ),
    responsible: responsible?.name.vi ?? null,
    contact: contact?.name.vi ?? null,
    bodies: bodies.map(
      ({ side, name, unit }) => `${side}: ${name.vi}${unit === null ? '' : ` (${unit.code})`}`,
    ),
  };
}
