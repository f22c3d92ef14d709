import { areaText, shareText } from '../../figure-text.js';
import type { SiteOverlap } from '../../overlap/site-overlap.js';
import type { LayerAsk, Rule } from '../../rule.js';
import { featureName } from '../context-feature.js';
import type { Fact } from '../flag.js';
import { areaFact, lengthFact, shareFact, textFact } from './facts.js';
import type { Finding, RuleAnswer, SiteView, Unmet } from './finding.js';
import { layerEmpty } from './not-given.js';
import { areaFigure } from './outline.js';
import { atLeast, type Figure } from './threshold.js';
import { siteName } from './wording.js';

/**
 * The site lies in a feature of a layer, with at least so much of its ground. One finding a feature. Area and share
 * have the error bar of their outline; where a threshold lies in it, or the site is known by communes that only
 * partly lie in the feature, nothing is certain.
 */
export function overlapsLayer(view: SiteView, rule: Rule, ask: LayerAsk): RuleAnswer {
  const met = view.ofRule(rule).filter(({ verdict }) => verdict !== 'out');
  const measured = met.map((overlap) => measure(view, rule, ask, overlap));
  return {
    findings: measured.flatMap(({ certainty, ...found }): Finding[] =>
      certainty === null ? [] : [{ ...found, certainty, neighbour: null, facingAt: null }],
    ),
    unmet: () => unmet(view, rule, ask, measured),
  };
}

type Measured = Pick<Finding, 'reason' | 'facts'> & { readonly certainty: Finding['certainty'] | null };

function measure(view: SiteView, rule: Rule, ask: LayerAsk, overlap: SiteOverlap): Measured {
  const feature = view.featuresOf(rule).find(({ id }) => id === overlap.feature_id);
  const [name, where] = [
    siteName(view.site),
    feature === undefined ? overlap.feature_id : featureName(feature),
  ];
  const area = commonArea(view, overlap, feature?.geometry);
  const share = shareOf(overlap, area);
  const certainty = certaintyOf(overlap, ask, area, share);
  const [size, part] = [areaText(overlap.area_m2), shareText(overlap.share)];
  const what = overlap.area_m2 > 0 ? { vi: `${size.vi} (${part.vi}) của ${name}`, en: `${size.en} (${part.en}) of ${name}` } : { vi: name, en: name }; // biome-ignore format: a pair
  const reason = {
    certain: { vi: `${what.vi} nằm trong ${where}.`, en: `${what.en} lies in ${where}.` },
    possible: {
      vi: `${name} chỉ biết theo xã; ${part.vi} vùng đất của các xã đó nằm trong ${where}, nên khu vực có thể nằm trong đó.`,
      en: `${name} is known only by its communes; ${part.en} of their ground lies in ${where}, so the site is possibly in it.`,
    },
    undetermined: {
      vi: `${what.vi} nằm trong ${where}, nhưng ngưỡng hoặc đường biên nằm trong sai số, nên chưa xác định được.`,
      en: `${what.en} lies in ${where}, but the threshold or the edge is inside the error bar, so this is undetermined.`,
    },
    below: {
      vi: `${what.vi} nằm trong ${where}, dưới ngưỡng của quy tắc.`,
      en: `${what.en} lies in ${where}, below the threshold of the rule.`,
    },
  }[certainty ?? 'below'];
  return { certainty, reason, facts: [textFact('feature', FEATURE, `${where} (${overlap.feature_id})`), ...figures(overlap, area, share), ...thresholds(ask)] }; // biome-ignore format: three values
}

function commonArea(
  view: SiteView,
  overlap: SiteOverlap,
  ground: SiteView['site']['geometry'] | undefined,
): Figure {
  if (overlap.measured === 'communes' || ground === undefined) return { value: overlap.area_m2, error: 0 };
  const common = view.kernel.intersection(view.site.geometry, ground);
  const error = common.ok ? areaFigure(common.value, overlap.error_m).error : overlap.area_m2;
  return { value: overlap.area_m2, error };
}

function shareOf({ area_m2, share }: SiteOverlap, area: Figure): Figure {
  const whole_m2 = share > 0 ? area_m2 / share : 0;
  return { value: share, error: whole_m2 > 0 ? Math.min(1, area.error / whole_m2) : 0 };
}

function certaintyOf(
  overlap: SiteOverlap,
  ask: LayerAsk,
  area: Figure,
  share: Figure,
): Measured['certainty'] {
  if (overlap.measured === 'communes') return overlap.verdict === 'in' ? 'certain' : 'possible';
  const { area_at_least_m2 = 0, share_at_least = 0 } = ask;
  // A site without an area cannot be held against hectares.
  const large = area.value === 0 && area_at_least_m2 > 0 && overlap.share > 0 ? 'undetermined' : atLeast(area, area_at_least_m2); // biome-ignore format: one choice
  const answers = [large, atLeast(share, share_at_least)];
  if (answers.includes('no')) return null;
  return overlap.verdict === 'in' && !answers.includes('undetermined') ? 'certain' : 'undetermined';
}

function unmet(view: SiteView, rule: Rule, ask: LayerAsk, measured: readonly Measured[]): Unmet {
  const [first] = measured;
  if (first !== undefined) return { cause: 'not-met', reason: first.reason, facts: first.facts };
  const { length } = view.featuresOf(rule);
  if (length === 0) return layerEmpty(view, ask.layer);
  const name = siteName(view.site);
  return {
    cause: 'not-met',
    reason: {
      vi: `${name} không chung đất với đối tượng nào trong ${length} đối tượng của lớp “${ask.layer}”.`,
      en: `${name} shares no ground with any of the ${length} features of the layer "${ask.layer}".`,
    },
    facts: thresholds(ask),
  };
}

function figures(overlap: SiteOverlap, area: Figure, share: Figure): readonly Fact[] {
  if (overlap.area_m2 === 0) return [lengthFact('error_m', ERROR, overlap.error_m, 0)];
  return [
    { ...areaFact('area_m2', AREA, area.value), error: Math.round(area.error) },
    { ...shareFact('share', SHARE, share.value), error: Number(share.error.toFixed(4)) },
  ];
}

function thresholds({ area_at_least_m2, share_at_least }: LayerAsk): readonly Fact[] {
  return [
    ...(area_at_least_m2 === undefined ? [] : [{ name: 'area_at_least_m2', title: AREA_LIMIT, value: area_at_least_m2, unit: 'm2' }]), // biome-ignore format: one choice
    ...(share_at_least === undefined ? [] : [{ name: 'share_at_least', title: SHARE_LIMIT, value: share_at_least, unit: '1' }]), // biome-ignore format: one choice
  ];
}

const FEATURE = { vi: 'Đối tượng', en: 'Feature' };
const AREA = { vi: 'Diện tích chung', en: 'Common area' };
const SHARE = { vi: 'Phần khu vực nằm trong', en: 'Part of the site inside' };
const AREA_LIMIT = { vi: 'Ngưỡng diện tích', en: 'Area threshold' };
const SHARE_LIMIT = { vi: 'Ngưỡng tỷ lệ', en: 'Share threshold' };
const ERROR = { vi: 'Sai số vị trí và nét vẽ', en: 'Error of position and drawing' };
