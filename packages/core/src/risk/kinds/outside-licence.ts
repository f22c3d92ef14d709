import type { Geometry } from 'geojson';
import { areaText, numberText } from '../../figure-text.js';
import type { LocalText } from '../../issue.js';
import type { RuleOf } from '../../rule.js';
import { featureName } from '../context-feature.js';
import type { Fact } from '../flag.js';
import { areaFact, textFact } from './facts.js';
import type { RuleAnswer, SiteView } from './finding.js';
import { layerEmpty, notGiven } from './not-given.js';
import { areaFigure } from './outline.js';
import type { Figure } from './threshold.js';
import { siteName } from './wording.js';

type LicenceRule = RuleOf<'outside-licence'>;

/**
 * A worked area reaches outside the licence it names. The excess has the error bar of its outline. Fine tiers are
 * advice on where to look, never a verdict; a tier edge inside the error bar, or a tier nobody read, is said so.
 */
export function outsideLicence(view: SiteView, rule: LicenceRule): RuleAnswer {
  const none = (reason: LocalText): RuleAnswer => ({ findings: [], unmet: () => notGiven(reason) });
  const name = siteName(view.site);
  const { precision, geometry, properties } = view.site;
  const number = properties[rule.licence_property];
  if (typeof number !== 'string' || number === '') {
    return none({ vi: `${name} không ghi giấy phép (${rule.licence_property}).`, en: `${name} names no licence (${rule.licence_property}).` }); // biome-ignore format: a pair
  }
  if (!view.givenLayers.has(rule.layer)) return { findings: [], unmet: () => layerEmpty(view, rule.layer) };
  const licence = view.featuresOf(rule).find(({ id }) => id === number);
  if (licence === undefined) {
    return none({ vi: `Không có giấy phép ${number} trong lớp “${rule.layer}” vào ngày hỏi.`, en: `There is no licence ${number} in the layer "${rule.layer}" on that day.` }); // biome-ignore format: a pair
  }
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  if (precision.kind !== 'position' || !isArea) {
    return none({ vi: `${name} không có hình vùng đã khai thác.`, en: `${name} has no outline of what was worked.` }); // biome-ignore format: a pair
  }
  const excess = excessOf(view, geometry, licence.geometry, precision.error_m + (licence.error_m ?? rule.layer_error_m)); // biome-ignore format: one call
  if (excess === null) {
    return none({ vi: `Không so được hình của ${name} với giấy phép ${number}.`, en: `The outline of ${name} could not be compared with licence ${number}.` }); // biome-ignore format: a pair
  }
  const [size, off, where] = [areaText(excess.value), areaText(excess.error), featureName(licence)];
  const facts: readonly Fact[] = [
    textFact('licence', LICENCE, number),
    { ...areaFact('excess_m2', EXCESS, excess.value), error: Math.round(excess.error) },
  ];
  const head = {
    vi: `${size.vi} (sai số ±${off.vi}) của ${name} nằm ngoài giấy phép ${where}`,
    en: `${size.en} (±${off.en}) of ${name} lies outside licence ${where}`,
  };
  if (excess.value === 0) {
    const reason = { vi: `${name} nằm trọn trong giấy phép ${where}.`, en: `${name} lies wholly in licence ${where}.` }; // biome-ignore format: a pair
    return { findings: [], unmet: () => ({ cause: 'not-met', reason, facts }) };
  }
  const certain = excess.value > excess.error;
  const tiers = advice(view, rule, excess);
  const tail = certain
    ? { vi: '.', en: '.' }
    : {
        vi: ': phần vượt còn trong sai số, chưa xác định được.',
        en: ': the excess is inside the error bar, so this is undetermined.',
      };
  const finding = {
    certainty: certain ? 'certain' : 'undetermined',
    reason: { vi: head.vi + tail.vi + tiers.text.vi, en: head.en + tail.en + tiers.text.en },
    facts: [...facts, ...tiers.facts],
    neighbour: null,
    facingAt: null,
  } as const;
  return { findings: [finding], unmet: () => notGiven(head) };
}

function excessOf(view: SiteView, worked: Geometry, licensed: Geometry, error_m: number): Figure | null {
  const outside = view.kernel.difference(worked, licensed);
  return outside.ok ? areaFigure(outside.value, error_m) : null;
}

/** The tiers that the excess may fall into, by schedule: a sentence for people, a fact for programs. */
function advice(view: SiteView, { advice: given }: LicenceRule, { value, error }: Figure): Advice {
  if (given === undefined) return { text: { vi: '', en: '' }, facts: [] };
  const number = view.profile.documents.find(({ id }) => id === given.document)?.number ?? given.document;
  const told = given.schedules.map(({ title, tiers }) => {
    const may = tiers.filter(
      ({ from_m2, below_m2 }) => value + error >= from_m2 && (below_m2 === null || value - error < below_m2),
    );
    const texts = may.length === 0 ? [NOT_READ] : may.map(tierText);
    const unsure = may.length > 1 ? UNDETERMINED : { vi: '', en: '' };
    return {
      vi: `${title.vi}: ${unsure.vi}${texts.map(({ vi }) => vi).join(' hoặc ')}`,
      en: `${title.en}: ${unsure.en}${texts.map(({ en }) => en).join(' or ')}`,
    };
  });
  return {
    text: {
      vi: ` Tham khảo, không phải kết luận (${number}, ${given.article}): ${told.map(({ vi }) => vi).join('; ')}.`,
      en: ` Advice, not a verdict (${number}, ${given.article}): ${told.map(({ en }) => en).join('; ')}.`,
    },
    facts: told.map(({ vi }, at) => textFact(`advice_${at + 1}`, ADVICE, vi)),
  };
}

interface Advice {
  readonly text: LocalText;
  readonly facts: readonly Fact[];
}

type Tier = NonNullable<LicenceRule['advice']>['schedules'][number]['tiers'][number];

function tierText({ from_m2, below_m2, fine }: Tier): LocalText {
  const from = areaText(from_m2);
  const below = below_m2 === null ? null : areaText(below_m2);
  const range = {
    vi: below === null ? `từ ${from.vi}` : `từ ${from.vi} đến dưới ${below.vi}`,
    en: below === null ? `from ${from.en}` : `${from.en} to under ${below.en}`,
  };
  if (fine === null) return { vi: `${range.vi}: ${NOT_READ.vi}`, en: `${range.en}: ${NOT_READ.en}` };
  const [low, high] = [fine.from_vnd, fine.to_vnd].map((vnd) => numberText(vnd / 1_000_000, 0));
  return {
    vi: `${range.vi}: ${low?.vi}–${high?.vi} triệu đồng`,
    en: `${range.en}: ${low?.en}–${high?.en} million đồng`,
  };
}

const UNDETERMINED = { vi: 'chưa xác định được, ', en: 'undetermined, ' };
const LICENCE = { vi: 'Giấy phép', en: 'Licence' };
const EXCESS = { vi: 'Diện tích ngoài giấy phép', en: 'Area outside the licence' };
const ADVICE = { vi: 'Mức phạt tham khảo', en: 'Fine, as advice' };
const NOT_READ = { vi: 'mức phạt chưa đọc được', en: 'the fine was not read' };
