import type { Issue } from '../issue.js';
import { type Chosen, choose } from './chosen.js';
import type { DiagnosedSystem } from './diagnosis/diagnose-all.js';
import { type Outline, overlapIssues } from './faults/overlap.js';
import { isSimple } from './faults/ring-math.js';
import { type PlacedSite, placeSite } from './place-site.js';
import type { CornerTableContext } from './result.js';

/** All there is to say of one system and its sites. */
export interface SystemAnswer extends DiagnosedSystem {
  readonly chosen: Chosen;
  readonly placed: readonly PlacedSite[];
  /** Sites over the same ground. */
  readonly overlaps: readonly Issue[];
}

function outlinesOf(placed: readonly PlacedSite[]): readonly Outline[] {
  return placed.flatMap(({ site, diagnosis: { parts } }): Outline[] => {
    const shell = parts.find((part) => !part.hole);
    const stands = site.shape === 'ring' && parts.every((part) => isSimple(part.points));
    return stands && shell !== undefined
      ? [{ id: site.id, name: site.name, shell: shell.points, parts }]
      : [];
  });
}

/** Chooses the reading, places the sites under it, compares them. */
export function answer(diagnosed: DiagnosedSystem, context: CornerTableContext): SystemAnswer {
  const { system, diagnosis } = diagnosed;
  const chosen = choose(system, diagnosis, context.crs);
  const placed = system.sites.map((site) => {
    // Who names a system answers for it; otherwise a site outside its own commune stays without geometry.
    const elsewhere = context.crs === undefined && diagnosis.discordant.includes(site.id);
    return placeSite(site, {
      system: system.index,
      candidate: chosen.candidate,
      withheld: elsewhere ? ['corner-site-elsewhere'] : [],
      repair: context.repair === true,
    });
  });
  return { ...diagnosed, chosen, placed, overlaps: overlapIssues(outlinesOf(placed), context.kernel) };
}
