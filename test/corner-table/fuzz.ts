import {
  type CornerSite,
  type CornerTableResult,
  type Gazetteer,
  geodesicDistance_m,
  resolveCornerTable,
} from '@giapranh/core';
import type { Position } from 'geojson';
import { DAMAGES } from './damage.js';
import { cornersOfGeometry } from './distance.js';
import { type MadeSite, madeSite } from './made-site.js';
import { Random } from './random.js';
import { PLAIN_STYLE, statementOf, tableText } from './table-text.js';

/**
 * How a damaged table came out. `told`: the answer carries an issue; `right`: geometry as made; `consistent`: geometry
 * with a corner moved that nothing in the document contradicts (its area still is the declared one); `silent`: wrong
 * geometry and no word about it, which must never be.
 */
export type Outcome = 'no-geometry' | 'told' | 'right' | 'consistent' | 'silent';

export interface FuzzCase {
  readonly seed: number;
  readonly damages: readonly string[];
  readonly text: string;
  readonly outcome: Outcome;
  readonly farthest_m: number;
}

/** Nearer than this a moved corner changes no area anyone declares. */
const UNSEEN_m = 0.1;

function nearest_m(corner: Position, truth: readonly Position[]): number {
  return Math.min(...truth.map((other) => geodesicDistance_m(corner, other)));
}

function outcomeOf(result: CornerTableResult, made: MadeSite): { outcome: Outcome; farthest_m: number } {
  const placed = result.sites.filter((site) => site.geometry !== null);
  if (placed.length === 0) return { outcome: 'no-geometry', farthest_m: 0 };
  const corners = placed.flatMap((site) =>
    site.geometry === null ? [] : cornersOfGeometry(site.geometry).flat(),
  );
  const off = [
    ...corners.map((corner) => nearest_m(corner, made.truth)),
    ...made.truth.map((corner) => nearest_m(corner, corners)),
  ].sort((a, b) => a - b);
  const farthest_m = off.at(-1) ?? 0;
  if (farthest_m <= UNSEEN_m && placed.length === 1) return { outcome: 'right', farthest_m };
  if (result.issues.length > 0) return { outcome: 'told', farthest_m };
  // Most corners moved is a wrong system: no area excuses that.
  const quartile_m = off[Math.floor(off.length / 4)] ?? 0;
  const excused = quartile_m <= UNSEEN_m && placed.every(agreesWithArea);
  return { outcome: excused ? 'consistent' : 'silent', farthest_m };
}

function agreesWithArea(site: CornerSite): boolean {
  return site.area?.agrees === true;
}

/** One table made from the seed, damaged one to four times, and read. */
export function fuzzCase(seed: number, gazetteer: Gazetteer): FuzzCase {
  const random = new Random(seed);
  const made = madeSite(random, gazetteer);
  const damages = Array.from({ length: random.whole(1, 4) }, () => random.pick(Object.keys(DAMAGES)));
  const lines = damages.reduce<readonly string[]>(
    (spoilt, name) => DAMAGES[name]?.(spoilt, random) ?? spoilt,
    tableText(made, PLAIN_STYLE, statementOf(made.meridian)).split('\n'),
  );
  const text = lines.join('\n');
  const result = resolveCornerTable(text, { gazetteer, repair: random.chance(0.2) });
  return { seed, damages, text, ...outcomeOf(result, made) };
}
