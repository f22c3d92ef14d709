import type { Rule } from '../../rule.js';
import { crossesBorder, notCrossingBorder } from './crosses-border.js';
import type { RuleAnswer, SiteView } from './finding.js';
import { inWatchUnit, notInWatchUnit } from './in-watch-unit.js';
import { nearBorder, notNearBorder } from './near-border.js';

/** The closed set of kinds: what each finds of a site, or why it finds nothing. */
export function answerOf(view: SiteView, rule: Rule): RuleAnswer {
  switch (rule.kind) {
    case 'in-watch-unit':
      return { findings: inWatchUnit(view, rule), unmet: () => notInWatchUnit(view, rule) };
    case 'near-border':
      return { findings: nearBorder(view, rule), unmet: () => notNearBorder(view, rule) };
    case 'crosses-border':
      return { findings: crossesBorder(view), unmet: () => notCrossingBorder(view) };
  }
}
