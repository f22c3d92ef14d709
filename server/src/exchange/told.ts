import type { ExchangeChange, ProfileDocument } from '@giapranh/core';
import { countsOf } from './apply-package.js';
import type { Comparison } from './compare-package.js';
import { takenOf } from './taken.js';

/** What is said of a package and of what taking it in changes; what stays the same is counted only. */
export interface ToldComparison {
  readonly package: object;
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly ExchangeChange[];
  /** Entries of the giver's register of documents that come along. */
  readonly documents: readonly {
    readonly id: string;
    readonly state: 'new' | 'changed' | 'same' | 'removed';
  }[];
}

function documentStates(
  before: readonly ProfileDocument[],
  now: readonly ProfileDocument[],
): ToldComparison['documents'] {
  const known = new Map(before.map((document) => [document.id, JSON.stringify(document)]));
  const named = new Set(now.map(({ id }) => id));
  return [
    ...now.map((document) => {
      const was = known.get(document.id);
      const same = was === JSON.stringify(document) ? 'same' : 'changed';
      return { id: document.id, state: was === undefined ? ('new' as const) : (same as 'same' | 'changed') };
    }),
    ...before.filter(({ id }) => !named.has(id)).map(({ id }) => ({ id, state: 'removed' as const })),
  ];
}

export function toldComparison({ pack, changes, before }: Comparison): ToldComparison {
  const { manifest, sha256, documents } = pack;
  const taken = before === undefined ? [] : takenOf(before).documents;
  return {
    package: { sha256, ...manifest },
    counts: countsOf(changes),
    changes: changes.filter(({ state }) => state !== 'same'),
    documents: documentStates(taken, documents),
  };
}
