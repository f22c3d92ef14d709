import type { LocalText } from '../../issue.js';
import type { RuleOf } from '../../rule.js';
import type { RuleAnswer, SiteView } from './finding.js';
import { nearBorder, notNearBorder } from './near-border.js';
import { notGiven } from './not-given.js';
import { overlapsLayer } from './overlaps-layer.js';
import { siteName } from './wording.js';

/** A levelling site in ground where levelling may be a cover: a mineral area, a prohibited area or a border band. */
export function levellingIn(view: SiteView, rule: RuleOf<'levelling-in'>): RuleAnswer {
  const { activity } = view.site;
  const name = siteName(view.site);
  if (!rule.activities.includes(activity)) {
    const unknown = activity === 'unknown';
    const reason = {
      vi: unknown ? `Chưa biết hoạt động của ${name}.` : `Hoạt động của ${name} (${ACTIVITY[activity].vi}) không thuộc quy tắc này.`, // biome-ignore format: one choice
      en: unknown ? `The activity of ${name} is not known.` : `The activity of ${name} (${ACTIVITY[activity].en}) is not one this rule is about.`, // biome-ignore format: one choice
    };
    return {
      findings: [],
      unmet: () => (unknown ? notGiven(reason) : { cause: 'not-met', reason, facts: [] }),
    };
  }
  const answer = placed(view, rule);
  const what = ACTIVITY[activity];
  return {
    findings: answer.findings.map((finding) => ({
      ...finding,
      reason: {
        vi: `${finding.reason.vi} Hoạt động: ${what.vi}.`,
        en: `${finding.reason.en} Activity: ${what.en}.`,
      },
    })),
    unmet: answer.unmet,
  };
}

function placed(view: SiteView, rule: RuleOf<'levelling-in'>): RuleAnswer {
  const { ground } = rule;
  if (ground.type === 'layer') return overlapsLayer(view, rule, ground);
  const ring = { beyond_m: 0, within_m: ground.within_m };
  return { findings: nearBorder(view, ring), unmet: () => notNearBorder(view, ring) };
}

const ACTIVITY: Readonly<Record<SiteView['site']['activity'], LocalText>> = {
  mining: { vi: 'khai thác', en: 'mining' },
  levelling: { vi: 'san ủi mặt bằng', en: 'levelling' },
  transport: { vi: 'vận chuyển', en: 'transport' },
  processing: { vi: 'chế biến', en: 'processing' },
  groundwater: { vi: 'khai thác nước dưới đất', en: 'groundwater use' },
  landfill: { vi: 'chôn lấp chất thải', en: 'landfill' },
  unknown: { vi: 'chưa biết', en: 'not known' },
};
