import type { SiteOverlap } from '../overlap/site-overlap.js';
import type { IsoDate } from '../units.js';
import { disputesOf, unsettled } from './disputed.js';
import type { SiteView } from './kinds/finding.js';
import type { RiskContext } from './risk-context.js';
import type { RiskGround } from './risk-ground.js';
import { ruleLayer } from './rule-ground.js';
import type { Site } from './site.js';
import { placeOf } from './site-place.js';

/** A site with its place and its measurements, as the rules ask of it. */
export function siteView(
  site: Site,
  context: RiskContext,
  ground: RiskGround,
  asOf: IsoDate,
  measured: readonly SiteOverlap[],
): SiteView {
  const disputes = disputesOf(ground.disputed, measured);
  const overlaps = unsettled(disputes, measured);
  const on = (layer: string) => overlaps.filter((overlap) => overlap.layer === layer);
  const parts =
    site.precision.kind === 'position'
      ? null
      : site.precision.communes.flatMap((commune) => {
          const known = context.communes.of(commune);
          return known.ok && known.value !== null ? known.value.coordinates : [];
        });
  return {
    site,
    ground,
    profile: context.profile,
    asOf,
    place: placeOf(context.registry, site, ground.vintage.id, overlaps),
    communeGround: parts === null ? null : { type: 'MultiPolygon', coordinates: parts },
    watch: on('watch-units'),
    sides: on('provinces'),
    disputes,
    borders: on('borders'),
    kernel: context.kernel,
    registry: context.registry,
    givenLayers: context.givenLayers,
    ofRule: (rule) => on(ruleLayer(rule)),
    featuresOf: (rule) => context.ruleGround(rule, asOf)?.features ?? [],
    bordersOf: (vintage) => {
      const other = context.ground(vintage);
      return other.ok ? other.value.borders : [];
    },
  };
}
