import { toGeoJson } from '@giapranh/core';
import type { AuditFact } from './audit.js';
import type { EditAuthor, FeatureEdit } from './edit.js';
import type { StoredFeature } from './feature-store.js';

function told(feature: StoredFeature | undefined): string | null {
  if (feature === undefined) return null;
  const { secrecy, revision } = feature;
  return JSON.stringify({ ...toGeoJson(feature), ...(secrecy === undefined ? {} : { secrecy }), revision });
}

/** What the audit keeps of an edit: the whole feature before and after. */
export function editFact(
  { who, authority, at }: EditAuthor,
  op: FeatureEdit['op'],
  before: StoredFeature | undefined,
  after: StoredFeature | undefined,
): AuditFact {
  const known = after ?? before;
  const [subject, id] = [known?.layer ?? null, known?.id ?? null];
  return { at, who, action: op, subject, id, before: told(before), after: told(after), authority };
}
