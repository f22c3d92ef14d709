import type { Profile } from './profile.js';

/**
 * Codes of all neighbours with ground in reach, in the order they first appear over the vintages: a neighbour
 * keeps its place, hence its colour on maps, when the vintage changes.
 */
export function neighbourOrder(profile: Pick<Profile, 'vintages'>): string[] {
  const codes = profile.vintages.flatMap((vintage) =>
    vintage.neighbours.filter((one) => one.geometry === 'present').map((one) => one.code),
  );
  return [...new Set(codes)];
}
