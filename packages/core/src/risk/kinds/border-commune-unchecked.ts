import { numberText } from '../../figure-text.js';
import type { RuleOf } from '../../rule.js';
import { checksOf, type LastCheck } from '../last-check.js';
import { type BorderCommune, borderCommunes } from './border-commune.js';
import { reachOf } from './border-reach.js';
import { textFact } from './facts.js';
import type { Finding, RuleAnswer, SiteView } from './finding.js';
import { layerEmpty } from './not-given.js';
import { outsideGround } from './outside-ground.js';
import { atLeast } from './threshold.js';
import { borderText, joined, siteName, unitText } from './wording.js';

type UncheckedRule = RuleOf<'border-commune-unchecked'>;

/**
 * The site lies in a commune on a border where nobody has checked for so many days, or never as far as the layer of
 * inspections tells. One finding a commune.
 */
export function borderCommuneUnchecked(view: SiteView, rule: UncheckedRule): RuleAnswer {
  const communes = borderCommunes(view);
  const none = (unmet: RuleAnswer['unmet']): RuleAnswer => ({ findings: [], unmet });
  if (view.place.provinces.length === 0) return none(() => outsideGround(view));
  if (communes.length === 0) return none(() => notOnBorder(view));
  if (!view.givenLayers.has(rule.layer)) return none(() => layerEmpty(view, rule.layer));
  const checks = communes.map((commune) => ({
    commune,
    last: checksOf(view, view.featuresOf(rule), rule, commune.unit),
  }));
  return {
    findings: checks.flatMap(({ commune, last }) => unchecked(view, rule, commune, last)),
    unmet: () => ({
      cause: 'not-met',
      reason: {
        vi: `${siteName(view.site)}: các xã giáp ranh có khu vực này đều đã được kiểm tra trong ${numberText(rule.after_days, 0).vi} ngày trước ngày hỏi.`,
        en: `${siteName(view.site)}: each border commune it lies in was checked in the ${numberText(rule.after_days, 0).en} days before the day asked about.`,
      },
      facts: checks.map(({ commune, last }) => textFact('checked', LAST, `${commune.unit.name}: ${last?.written ?? '–'}`)), // biome-ignore format: one fact
    }),
  };
}

function unchecked(
  view: SiteView,
  rule: UncheckedRule,
  { unit, line, certain }: BorderCommune,
  last: LastCheck | null,
): readonly Finding[] {
  const long = last === null ? 'yes' : atLeast(last.age, rule.after_days);
  if (long === 'no') return [];
  const [name, where, border] = [siteName(view.site), unitText(unit), borderText(line)];
  const days = last === null ? null : numberText(last.age.value, 0);
  const since =
    days === null
      ? { vi: 'chưa có lần kiểm tra nào trong dữ liệu', en: 'no check in the data at hand' }
      : {
          vi: `lần kiểm tra cuối ngày ${last?.written}, cách ngày hỏi ${days.vi} ngày`,
          en: `last checked on ${last?.written}, ${days.en} days before the day asked about`,
        };
  return [
    {
      certainty: !certain ? 'possible' : long === 'yes' ? 'certain' : 'undetermined',
      reason: {
        vi: `${name} ở ${where.vi}, nằm trên ${border.vi}: ${since.vi}.`,
        en: `${name} is in ${where.en}, on ${border.en}: ${since.en}.`,
      },
      facts: [
        textFact('unit', UNIT, `${unit.name} (${unit.code})`),
        ...(last === null
          ? [textFact('last_check', LAST, '–')]
          : [
              textFact('last_check', LAST, last.written),
              {
                name: 'days_since_check',
                title: SINCE,
                value: last.age.value,
                unit: 'd',
                error: last.age.error,
              },
            ]),
        { name: 'after_days', title: LIMIT, value: rule.after_days, unit: 'd' },
        textFact('border', BORDER, line.pair),
      ],
      neighbour: line.neighbour,
      facingAt: reachOf(view, line).facing,
    },
  ];
}

function notOnBorder(view: SiteView) {
  const units = [...view.place.communes, ...view.place.districts];
  const [name, where] = [siteName(view.site), joined(units.map(unitText))];
  return {
    cause: 'not-met',
    reason: {
      vi: `${name} ở ${where.vi}, không nằm trên đường giáp ranh nào của hồ sơ.`,
      en: `${name} is in ${where.en}, which lies on no border of the profile.`,
    },
    facts: [],
  } as const;
}

const UNIT = { vi: 'Đơn vị giáp ranh', en: 'Border unit' };
const LAST = { vi: 'Lần kiểm tra cuối', en: 'Last check' };
const SINCE = { vi: 'Số ngày chưa kiểm tra', en: 'Days since the last check' };
const LIMIT = { vi: 'Ngưỡng số ngày', en: 'Limit of days' };
const BORDER = { vi: 'Đường giáp ranh', en: 'Border' };
