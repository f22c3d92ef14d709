import { areaText, shareText } from '../../figure-text.js';
import type { RuleOf } from '../../rule.js';
import { areaFact, shareFact } from './facts.js';
import type { RuleAnswer, SiteView } from './finding.js';
import { notGiven } from './not-given.js';
import { areaFigure } from './outline.js';
import { atLeast } from './threshold.js';
import { siteName } from './wording.js';

/** The area that was declared and the one of the outline differ, as part of what was declared. */
export function areasDiffer(view: SiteView, rule: RuleOf<'areas-differ'>): RuleAnswer {
  const { areaDeclared_m2, geometry, precision } = view.site;
  const name = siteName(view.site);
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  if (areaDeclared_m2 === null || areaDeclared_m2 <= 0 || !isArea || precision.kind !== 'position') {
    const what =
      isArea && precision.kind === 'position'
        ? { vi: 'diện tích khai báo', en: 'declared area' }
        : { vi: 'hình vùng để tính diện tích', en: 'outline to compute an area of' };
    return {
      findings: [],
      unmet: () => notGiven({ vi: `${name} không có ${what.vi}.`, en: `${name} has no ${what.en}.` }),
    };
  }
  const computed = areaFigure(geometry, precision.error_m);
  const difference = {
    value: Math.abs(computed.value - areaDeclared_m2) / areaDeclared_m2,
    error: computed.error / areaDeclared_m2,
  };
  const answer = atLeast(difference, rule.by_share);
  const [said, found, part, limit, off] = [areaText(areaDeclared_m2), areaText(computed.value), shareText(difference.value), shareText(rule.by_share), shareText(difference.error)]; // biome-ignore format: five texts
  const tail = {
    yes: { vi: `từ ngưỡng ${limit.vi} trở lên`, en: `at or above the threshold of ${limit.en}` },
    no: { vi: `dưới ngưỡng ${limit.vi}`, en: `below the threshold of ${limit.en}` },
    undetermined: {
      vi: `ngưỡng ${limit.vi} nằm trong sai số nên chưa xác định được`,
      en: `the threshold of ${limit.en} is inside the error bar, so this is undetermined`,
    },
  }[answer];
  const reason = {
    vi: `${name}: diện tích khai báo ${said.vi}, tính được ${found.vi}, lệch ${part.vi} (±${off.vi}), ${tail.vi}.`,
    en: `${name}: declared ${said.en}, computed ${found.en}, a difference of ${part.en} (±${off.en}), ${tail.en}.`,
  };
  const facts = [
    { ...areaFact('area_declared_m2', DECLARED, areaDeclared_m2), method: 'as declared' },
    { ...areaFact('area_computed_m2', COMPUTED, computed.value), error: Math.round(computed.error) },
    { ...shareFact('difference', DIFFERENCE, difference.value), error: Number(difference.error.toFixed(4)) },
    { name: 'by_share', title: LIMIT, value: rule.by_share, unit: '1' },
  ];
  if (answer === 'no') return { findings: [], unmet: () => ({ cause: 'not-met', reason, facts }) };
  const certainty = answer === 'yes' ? 'certain' : 'undetermined';
  return {
    findings: [{ certainty, reason, facts, neighbour: null, facingAt: null }],
    unmet: () => ({ cause: 'not-met', reason, facts }),
  };
}

const DECLARED = { vi: 'Diện tích khai báo', en: 'Declared area' };
const COMPUTED = { vi: 'Diện tích tính được', en: 'Computed area' };
const DIFFERENCE = { vi: 'Chênh lệch', en: 'Difference' };
const LIMIT = { vi: 'Ngưỡng chênh lệch', en: 'Threshold' };
