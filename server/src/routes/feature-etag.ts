import type { LayerId } from '@giapranh/core';
import type { RevisionSeal } from '../access/revision-seal.js';

/** A feature's revision as its ETag: strong, as two revisions are never the same bytes. */
export function featureETag(seal: RevisionSeal, layer: LayerId, id: string, revision: number): string {
  return `"${seal.of(`${layer}/${id}`, revision)}"`;
}

/** The ETags a client is content with: any for `*`; what is no strong tag fits nothing. */
export function readIfMatch(header: string): 'any' | readonly string[] {
  if (header.trim() === '*') return 'any';
  return header.split(',').map((tag) => tag.trim());
}
