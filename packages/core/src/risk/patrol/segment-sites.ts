import type { Position } from 'geojson';
import { eachPosition } from '../../geometry/bbox.js';
import type { SiteFlags } from '../flag.js';
import type { RiskGround } from '../risk-ground.js';
import type { Site } from '../site.js';
import type { BorderSegment } from './border-segments.js';
import { nearestSegment } from './patrol-findings.js';

/**
 * The sites of each stretch of border: those with a flag about that border. A site with a position is of the nearest
 * stretch; one known only by its communes is of every stretch along them.
 */
export function sitesOfSegments(
  { borders }: RiskGround,
  segments: readonly BorderSegment[],
  sites: readonly Site[],
  flags: readonly SiteFlags[],
): ReadonlyMap<string, readonly SiteFlags[]> {
  const byId = new Map(sites.map((site) => [site.id, site]));
  const found = new Map<string, SiteFlags[]>();
  for (const judged of flags) {
    const site = byId.get(judged.site_id);
    if (site === undefined) continue;
    for (const { pair } of borders) {
      if (
        !judged.flags.some(({ facts }) => facts.some((fact) => fact.name === 'border' && fact.value === pair))
      )
        continue;
      const along = segments.filter(({ line }) => line.pair === pair);
      for (const { id } of segmentsOf(along, site, judged)) found.set(id, [...(found.get(id) ?? []), judged]);
    }
  }
  return found;
}

function segmentsOf(
  along: readonly BorderSegment[],
  site: Site,
  { communes, districts }: SiteFlags,
): readonly BorderSegment[] {
  if (site.precision.kind === 'communes') {
    const codes = new Set([...communes, ...districts].map(({ code }) => code));
    return along.filter(({ own, other }) => codes.has(own?.code ?? '') || codes.has(other?.code ?? ''));
  }
  const positions: Position[] = [];
  eachPosition(site.geometry, (position) => positions.push(position));
  const [first] = positions;
  const nearest = first === undefined ? undefined : nearestSegment(along, first);
  return nearest === undefined ? [] : [nearest];
}
