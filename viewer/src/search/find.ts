import { bareKey, lacksDiacritics, nameKey, readName, readSpot, searchDocuments } from '@giapranh/core';
import { text } from '../server/properties.js';
import type { Corpus, Hit } from './hit.js';

const MOST_OF_A_KIND = 8;

/**
 * How well a name fits, 0 best; `undefined`: not at all. Typed without diacritics, every name that reads so fits;
 * with them, only those that have them.
 */
function fit(name: string, asked: string): number | undefined {
  const keyOf = lacksDiacritics(asked) ? bareKey : nameKey;
  const [key, wanted] = [keyOf(name), keyOf(asked)];
  if (wanted === '') return undefined;
  const at = key.indexOf(wanted);
  // A tone stands at the end of its syllable: what goes on with it is another syllable.
  if (at < 0 || /^\p{M}/u.test(key.slice(at + wanted.length))) return undefined;
  return key === wanted ? 0 : at === 0 ? 1 : 2;
}

function best<T>(all: readonly T[], rank: (one: T) => number | undefined): readonly T[] {
  return all
    .map((one) => ({ one, rank: rank(one) }))
    .filter((found): found is { one: T; rank: number } => found.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_OF_A_KIND)
    .map(({ one }) => one);
}

/** Units, sites, documents and coordinates that a text may mean; best first within each kind. */
export function find(asked: string, corpus: Corpus): readonly Hit[] {
  const words = asked.trim();
  if (words === '') return [];
  const spots = readSpot(words, corpus);
  if (spots.ok) return spots.value.map((reading) => ({ kind: 'spot', reading }));
  const { type, rest } = readName(words);
  const units = best(corpus.units, (unit) => {
    const { type: own, rest: short } = readName(unit.name);
    const rank = type === null || type === own ? fit(short, rest) : undefined;
    return rank ?? (type === null ? undefined : fit(unit.name, words));
  });
  const sites = best(corpus.sites, ({ properties }) => {
    const ranks = ['name', 'site_id', 'decision']
      .map((property) => fit(text(properties, property) ?? '', words))
      .filter((rank) => rank !== undefined);
    return ranks.length === 0 ? undefined : Math.min(...ranks);
  });
  const documents = searchDocuments(corpus.documents, words).slice(0, MOST_OF_A_KIND);
  return [
    ...units.map((unit): Hit => ({ kind: 'unit', unit })),
    ...sites.map((site): Hit => ({ kind: 'site', site })),
    ...documents.map((document): Hit => ({ kind: 'document', document })),
  ];
}
