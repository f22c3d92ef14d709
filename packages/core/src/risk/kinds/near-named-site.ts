import { lengthText } from '../../figure-text.js';
import type { RuleOf } from '../../rule.js';
import { textFact } from './facts.js';
import type { RuleAnswer, SiteView } from './finding.js';
import { nearPlace } from './near-place.js';
import { siteName } from './wording.js';

/** The site lies near a place that the rule names, such as a landfill. One finding a place. */
export function nearNamedSite(view: SiteView, rule: RuleOf<'near-named-site'>): RuleAnswer {
  const findings = view.ofRule(rule).flatMap((overlap) => {
    const place = rule.places.find(({ id }) => id === overlap.feature_id);
    if (place === undefined) return [];
    const found = nearPlace(view, overlap, {
      place: place.name,
      distance: { value: overlap.distance_m, error: overlap.error_m },
      within_m: rule.within_m,
      facts: [textFact('place', PLACE, place.name.vi), textFact('seen', SEEN, place.seen)],
    });
    return found === null ? [] : [found];
  });
  return {
    findings,
    unmet: () => {
      const [name, limit, count] = [siteName(view.site), lengthText(rule.within_m), rule.places.length];
      return {
        cause: 'not-met',
        reason: {
          vi: `${name} cách từng điểm trong ${count} điểm được nêu hơn ${limit.vi}.`,
          en: `${name} lies more than ${limit.en} from each of the ${count} places named.`,
        },
        facts: [{ name: 'within_m', title: { vi: 'Ngưỡng', en: 'Limit' }, value: rule.within_m, unit: 'm' }],
      };
    },
  };
}

const PLACE = { vi: 'Điểm được nêu', en: 'Place named' };
const SEEN = { vi: 'Nguồn vị trí', en: 'Source of its position' };
