import { numberText } from '../../figure-text.js';
import type { LocalText } from '../../issue.js';
import type { SiteOverlap } from '../../overlap/site-overlap.js';
import type { RuleOf } from '../../rule.js';
import { featureName } from '../context-feature.js';
import { nearestLine } from '../nearest-line.js';
import { ageOn, propertyText } from './age.js';
import { lengthFact, textFact } from './facts.js';
import type { Finding, RuleAnswer, SiteView, Unmet } from './finding.js';
import { nearPlace } from './near-place.js';
import { layerEmpty } from './not-given.js';
import { atMost } from './threshold.js';
import { siteName } from './wording.js';

type SightingRule = RuleOf<'sighting-near'>;

/**
 * An incident, or a machine seen, near the site and not long ago; on request only such as were near a border. One
 * finding a sighting. A day known by its month or year leaves the age open; a day that cannot be read tells nothing.
 */
export function sightingNear(view: SiteView, rule: SightingRule): RuleAnswer {
  const findings = view.ofRule(rule).flatMap((overlap) => {
    const found = sighting(view, rule, overlap);
    return found === null ? [] : [found];
  });
  return { findings, unmet: () => unmet(view, rule) };
}

function sighting(view: SiteView, rule: SightingRule, overlap: SiteOverlap): Finding | null {
  const feature = view.featuresOf(rule).find(({ id }) => id === overlap.feature_id);
  if (feature === undefined) return null;
  const written = propertyText(feature.properties, rule.day_property);
  const age = ageOn(view.asOf, written);
  if (age === null) return null;
  const young = atMost(age, rule.within_days);
  const border = nearestLine(view.ground, feature.geometry);
  const off_m = (feature.error_m ?? rule.layer_error_m) + view.ground.vintage.accuracy_m;
  const limit_m = rule.border_within_m;
  const atBorder =
    limit_m === undefined
      ? 'yes'
      : border === null
        ? 'no'
        : atMost({ value: border.distance_m, error: off_m }, limit_m);
  if (young === 'no' || atBorder === 'no') return null;
  const near = nearPlace(view, overlap, {
    place: { vi: featureName(feature), en: featureName(feature) },
    distance: { value: overlap.distance_m, error: overlap.error_m },
    within_m: rule.within_m,
    facts: [
      textFact('sighting', SIGHTING, `${featureName(feature)} (${feature.layer}:${feature.id})`),
      textFact('day', DAY, written),
      { name: 'age_days', title: AGE, value: age.value, unit: 'd', error: age.error },
      { name: 'within_days', title: DAYS, value: rule.within_days, unit: 'd' },
      ...(limit_m === undefined || border === null
        ? []
        : [
            lengthFact('border_distance_m', BORDER_DISTANCE, border.distance_m, off_m),
            { name: 'border_within_m', title: BORDER_LIMIT, value: limit_m, unit: 'm' },
            textFact('border', BORDER, border.line.pair),
          ]),
    ],
  });
  if (near === null) return null;
  const open = near.certainty === 'certain' && (young === 'undetermined' || atBorder === 'undetermined');
  const ago = daysText(age.value);
  return {
    ...near,
    certainty: open ? 'undetermined' : near.certainty,
    reason: {
      vi: `${near.reason.vi} Ghi nhận ngày ${written}, trước ngày hỏi ${ago.vi}.`,
      en: `${near.reason.en} Seen on ${written}, ${ago.en} before the day asked about.`,
    },
    neighbour: limit_m === undefined || border === null ? null : border.line.neighbour,
    facingAt: limit_m === undefined || border === null ? null : border.facing,
  };
}

function unmet(view: SiteView, rule: SightingRule): Unmet {
  const missing = rule.layers.filter((layer) => !view.givenLayers.has(layer));
  const [first] = missing;
  if (first !== undefined && missing.length === rule.layers.length) return layerEmpty(view, first);
  const [name, days, limit] = [siteName(view.site), daysText(rule.within_days), numberText(rule.within_m, 0)];
  return {
    cause: 'not-met',
    reason: {
      vi: `Không có ghi nhận nào cách ${name} không quá ${limit.vi} m trong ${days.vi} trước ngày hỏi.`,
      en: `Nothing was seen within ${limit.en} m of ${name} in the ${days.en} before the day asked about.`,
    },
    facts: [
      { name: 'within_m', title: { vi: 'Ngưỡng', en: 'Limit' }, value: rule.within_m, unit: 'm' },
      { name: 'within_days', title: DAYS, value: rule.within_days, unit: 'd' },
    ],
  };
}

function daysText(days: number): LocalText {
  const text = numberText(days, 0);
  return { vi: `${text.vi} ngày`, en: `${text.en} days` };
}

const SIGHTING = { vi: 'Ghi nhận', en: 'Sighting' };
const DAY = { vi: 'Ngày ghi nhận', en: 'Day of the sighting' };
const AGE = { vi: 'Số ngày đã qua', en: 'Days ago' };
const DAYS = { vi: 'Ngưỡng số ngày', en: 'Limit of days' };
const BORDER_DISTANCE = { vi: 'Ghi nhận cách đường giáp ranh', en: 'Sighting to the border' };
const BORDER_LIMIT = { vi: 'Ngưỡng tới đường giáp ranh', en: 'Limit to the border' };
const BORDER = { vi: 'Đường giáp ranh', en: 'Border' };
