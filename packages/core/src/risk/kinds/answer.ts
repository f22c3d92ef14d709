import type { Rule } from '../../rule.js';
import { areasDiffer } from './areas-differ.js';
import { borderCommuneUnchecked } from './border-commune-unchecked.js';
import { crossesBorder, notCrossingBorder } from './crosses-border.js';
import type { RuleAnswer, SiteView } from './finding.js';
import { inCorridor } from './in-corridor.js';
import { inWatchUnit, notInWatchUnit } from './in-watch-unit.js';
import { levellingIn } from './levelling-in.js';
import { nearBorder, notNearBorder } from './near-border.js';
import { nearNamedSite } from './near-named-site.js';
import { newWell } from './new-well.js';
import { notValidAtDate } from './not-valid-at-date.js';
import { outsideLicence } from './outside-licence.js';
import { overlapsLayer } from './overlaps-layer.js';
import { positionUndetermined } from './position-undetermined.js';
import { regulationLapsed } from './regulation-lapsed.js';
import { sightingNear } from './sighting-near.js';
import { unlicensedMineralPoint } from './unlicensed-mineral-point.js';

/** The closed set of kinds: what each finds of a site, or why it finds nothing. */
export function answerOf(view: SiteView, rule: Rule): RuleAnswer {
  switch (rule.kind) {
    case 'in-watch-unit':
      return { findings: inWatchUnit(view, rule), unmet: () => notInWatchUnit(view, rule) };
    case 'near-border':
      return { findings: nearBorder(view, rule), unmet: () => notNearBorder(view, rule) };
    case 'crosses-border':
      return { findings: crossesBorder(view), unmet: () => notCrossingBorder(view) };
    case 'overlaps-layer':
      return overlapsLayer(view, rule, rule);
    case 'levelling-in':
      return levellingIn(view, rule);
    case 'in-corridor':
      return inCorridor(view, rule);
    case 'near-named-site':
      return nearNamedSite(view, rule);
    case 'outside-licence':
      return outsideLicence(view, rule);
    case 'not-valid-at-date':
      return notValidAtDate(view, rule);
    case 'areas-differ':
      return areasDiffer(view, rule);
    case 'regulation-lapsed':
      return regulationLapsed(view, rule);
    case 'position-undetermined':
      return positionUndetermined(view, rule);
    case 'sighting-near':
      return sightingNear(view, rule);
    case 'border-commune-unchecked':
      return borderCommuneUnchecked(view, rule);
    case 'unlicensed-mineral-point':
      return unlicensedMineralPoint(view, rule);
    case 'new-well-where-piped-water':
      return newWell(view, rule);
  }
}
