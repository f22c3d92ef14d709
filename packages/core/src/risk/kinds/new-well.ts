import type { RuleOf } from '../../rule.js';
import { propertyText } from './age.js';
import { textFact } from './facts.js';
import type { RuleAnswer, SiteView } from './finding.js';
import { notGiven } from './not-given.js';
import { overlapsLayer } from './overlaps-layer.js';
import { siteName } from './wording.js';
import { writtenDay } from './written-day.js';

/** A well made since a day, on ground that has piped water. A day that is not stated leaves it possible. */
export function newWell(view: SiteView, rule: RuleOf<'new-well-where-piped-water'>): RuleAnswer {
  const { activity, properties } = view.site;
  const name = siteName(view.site);
  const none = (unmet: RuleAnswer['unmet']): RuleAnswer => ({ findings: [], unmet });
  if (activity === 'unknown') {
    return none(() => notGiven({ vi: `Chưa biết hoạt động của ${name}.`, en: `The activity of ${name} is not known.` })); // biome-ignore format: a pair
  }
  const written = propertyText(properties, rule.day_property);
  const span = writtenDay(written);
  const facts = [
    textFact('well_day', DAY, written === '' ? '–' : written),
    textFact('since', SINCE, rule.since),
  ];
  const not = (vi: string, en: string): RuleAnswer =>
    none(() => ({ cause: 'not-met', reason: { vi, en }, facts }));
  if (activity !== 'groundwater') return not(`${name} không phải giếng.`, `${name} is no well.`);
  if (span !== undefined && span.last < rule.since) {
    return not(
      `${name} có từ ${written}, trước ngày ${rule.since}.`,
      `${name} is of ${written}, before ${rule.since}.`,
    );
  }
  const { findings, unmet } = overlapsLayer(view, rule, {
    layer: rule.layer,
    layer_error_m: rule.layer_error_m,
  });
  const isNew = span !== undefined && span.first >= rule.since;
  const day = isNew
    ? { vi: ` Giếng có từ ${written}.`, en: ` The well is of ${written}.` }
    : {
        vi: ` Ngày của giếng (${written === '' ? 'không ghi' : written}) chưa cho biết giếng có từ ngày ${rule.since} hay không.`,
        en: ` The day of the well (${written === '' ? 'not stated' : written}) leaves open whether it is of ${rule.since} or later.`,
      };
  return {
    findings: findings.map((finding) => ({
      ...finding,
      certainty: isNew || finding.certainty !== 'certain' ? finding.certainty : 'possible',
      reason: { vi: finding.reason.vi + day.vi, en: finding.reason.en + day.en },
      facts: [...finding.facts, ...facts],
    })),
    unmet,
  };
}

const DAY = { vi: 'Ngày của giếng', en: 'Day of the well' };
const SINCE = { vi: 'Giếng mới từ ngày', en: 'New since' };
