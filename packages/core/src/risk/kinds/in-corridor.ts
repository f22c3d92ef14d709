import { lengthText } from '../../figure-text.js';
import type { RuleOf } from '../../rule.js';
import { featureName } from '../context-feature.js';
import type { Fact } from '../flag.js';
import { lengthFact, textFact } from './facts.js';
import type { RuleAnswer, SiteView } from './finding.js';
import { nearPlace } from './near-place.js';
import { layerEmpty, notGiven } from './not-given.js';
import { siteName } from './wording.js';

/**
 * The site lies in the protection corridor of a road, line or bank. The law measures from an edge, the drawing is a
 * centre line: half the width between them is assumed, shown, and part of the error bar. The nearest object answers.
 * A site known by its communes is not judged: they are a thousand times as wide.
 */
export function inCorridor(view: SiteView, rule: RuleOf<'in-corridor'>): RuleAnswer {
  if (view.communeGround !== null) {
    const name = siteName(view.site);
    return {
      findings: [],
      unmet: () =>
        notGiven({
          vi: `${name} chỉ biết theo xã; hành lang chỉ rộng vài mét đến vài chục mét nên không xét được.`,
          en: `${name} is known only by its communes; a corridor is metres wide, so this cannot be judged.`,
        }),
    };
  }
  const [nearest] = view.ofRule(rule).toSorted((a, b) => a.distance_m - b.distance_m);
  const feature = nearest === undefined ? undefined : view.featuresOf(rule).find(({ id }) => id === nearest.feature_id); // biome-ignore format: one choice
  const name = feature === undefined ? '' : featureName(feature);
  const found =
    nearest === undefined
      ? null
      : nearPlace(view, nearest, {
          place: {
            vi: `${rule.measured_from.vi} của ${name}`,
            en: `the ${rule.measured_from.en} of ${name}`,
          },
          distance: {
            value: Math.max(0, nearest.distance_m - rule.assumed_half_width_m),
            error: nearest.error_m + rule.half_width_error_m,
          },
          within_m: rule.distance_m,
          facts: [
            textFact('object', OBJECT, `${name} (${nearest.feature_id})`),
            lengthFact('line_distance_m', LINE_DISTANCE, nearest.distance_m, nearest.error_m),
            ...assumptions(rule),
          ],
        });
  return {
    findings: found === null ? [] : [found],
    unmet: () => {
      const { length } = view.featuresOf(rule);
      if (length === 0) return layerEmpty(view, rule.layer);
      const [site, limit] = [siteName(view.site), lengthText(rule.distance_m)];
      return {
        cause: 'not-met',
        reason: {
          vi: `${site} cách ${rule.measured_from.vi} của mọi đối tượng thuộc lớp “${rule.layer}” hơn ${limit.vi}.`,
          en: `${site} lies more than ${limit.en} from the ${rule.measured_from.en} of every feature of the layer "${rule.layer}".`,
        },
        facts: assumptions(rule),
      };
    },
  };
}

function assumptions(rule: RuleOf<'in-corridor'>): readonly Fact[] {
  return [
    textFact('measured_from', FROM, rule.measured_from.vi),
    { ...lengthFact('assumed_half_width_m', HALF, rule.assumed_half_width_m, rule.half_width_error_m), method: 'assumed by the rule' }, // biome-ignore format: one fact
  ];
}

const OBJECT = { vi: 'Đối tượng được bảo vệ', en: 'Protected object' };
const LINE_DISTANCE = { vi: 'Khoảng cách đến đường vẽ', en: 'Distance to the line as drawn' };
const FROM = { vi: 'Đo từ', en: 'Measured from' };
const HALF = { vi: 'Nửa bề rộng giả định', en: 'Assumed half width' };
