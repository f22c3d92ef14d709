import { lengthText } from '../../figure-text.js';
import type { LocalText } from '../../issue.js';
import type { RuleOf } from '../../rule.js';
import { textFact } from './facts.js';
import type { RuleAnswer, SiteView } from './finding.js';
import { nearPlace } from './near-place.js';
import { notGiven } from './not-given.js';
import { siteName } from './wording.js';

/** The site lies near a place that the rule names, such as a landfill. One finding a place. */
export function nearNamedSite(view: SiteView, rule: RuleOf<'near-named-site'>): RuleAnswer {
  const findings = view.ofRule(rule).flatMap((overlap) => {
    const place = rule.places.find(({ id }) => id === overlap.feature_id);
    if (place === undefined) return [];
    const found = nearPlace(view, overlap, {
      place: place.position.type === 'point' ? place.name : inCommune(place.name),
      distance: { value: overlap.distance_m, error: overlap.error_m },
      within_m: rule.within_m,
      facts: [textFact('place', PLACE, place.name.vi), textFact('seen', SEEN, place.seen)],
    });
    // Known only by its commune, the place itself may be anywhere in it.
    const vague = place.position.type === 'commune';
    return found === null ? [] : [vague ? { ...found, certainty: 'possible' as const } : found];
  });
  const undrawn = rule.places.length - view.featuresOf(rule).length;
  return {
    findings,
    unmet: () => {
      if (undrawn === rule.places.length) return notGiven(UNDRAWN);
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

function inCommune({ vi, en }: LocalText): LocalText {
  return { vi: `đất của xã có ${vi}`, en: `the commune that has ${en}` };
}

const UNDRAWN = {
  vi: 'Các điểm được nêu chỉ biết theo xã, và chưa có hình vẽ của các xã đó.',
  en: 'The places named are known only by communes that are not drawn.',
};
const PLACE = { vi: 'Điểm được nêu', en: 'Place named' };
const SEEN = { vi: 'Nguồn vị trí', en: 'Source of its position' };
