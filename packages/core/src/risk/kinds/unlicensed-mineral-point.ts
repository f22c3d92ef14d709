import { bareKey, lacksDiacritics, nameKey } from '../../admin/unit-name.js';
import type { LocalText } from '../../issue.js';
import type { RuleOf } from '../../rule.js';
import { propertyText } from './age.js';
import { borderCommunes } from './border-commune.js';
import { reachOf } from './border-reach.js';
import { textFact } from './facts.js';
import type { Finding, RuleAnswer, SiteView } from './finding.js';
import { notGiven } from './not-given.js';
import { borderText, siteName, unitText } from './wording.js';

/** What people write where there is no licence. */
const NONE = new Set(['không', 'không có', 'chưa', 'chưa có', 'no', 'none', 'false', '0', 'unlicensed']);

/**
 * A point of a mineral that is easily taken, in a commune on a border, without a licence. Where the licence is not
 * stated at all, this is possible; where the site says that there is none, it is as certain as its commune.
 */
export function unlicensedMineralPoint(view: SiteView, rule: RuleOf<'unlicensed-mineral-point'>): RuleAnswer {
  const { mineral, properties } = view.site;
  const name = siteName(view.site);
  const none = (unmet: RuleAnswer['unmet']): RuleAnswer => ({ findings: [], unmet });
  if (mineral === null) {
    return none(() => notGiven({ vi: `${name} không ghi khoáng sản.`, en: `${name} states no mineral.` }));
  }
  const word = wordFor(rule, mineral);
  const not = (vi: string, en: string): RuleAnswer =>
    none(() => ({ cause: 'not-met', reason: { vi, en }, facts: [textFact('mineral', MINERAL, mineral.vi)] }));
  if (word === undefined) {
    return not(
      `Khoáng sản của ${name} (${mineral.vi}) không thuộc quy tắc này.`,
      `The mineral of ${name} (${mineral.en}) is not one this rule is about.`,
    );
  }
  const licence = propertyText(properties, rule.licence_property).trim();
  const denied = properties[rule.licence_property] === false || NONE.has(licence.toLocaleLowerCase('vi'));
  if (licence !== '' && !denied)
    return not(`${name} có giấy phép ${licence}.`, `${name} has licence ${licence}.`);
  const communes = borderCommunes(view);
  if (communes.length === 0) {
    return not(`${name} không ở xã nào nằm trên đường giáp ranh.`, `${name} is in no commune on a border.`);
  }
  return {
    findings: communes.map(({ unit, line, certain }): Finding => {
      const [where, border] = [unitText(unit), borderText(line)];
      const stated = denied
        ? { vi: 'ghi là không có giấy phép', en: 'is said to have no licence' }
        : { vi: 'không ghi giấy phép nào', en: 'states no licence' };
      return {
        certainty: denied && certain ? 'certain' : 'possible',
        reason: {
          vi: `${name} (${mineral.vi}) ${stated.vi}, ở ${where.vi}, nằm trên ${border.vi}.`,
          en: `${name} (${mineral.en}) ${stated.en}, in ${where.en}, on ${border.en}.`,
        },
        facts: [
          textFact('mineral', MINERAL, mineral.vi),
          textFact('mineral_word', WORD, word),
          textFact('licence', LICENCE, licence === '' ? '–' : licence),
          textFact('unit', UNIT, `${unit.name} (${unit.code})`),
          textFact('border', BORDER, line.pair),
        ],
        neighbour: line.neighbour,
        facingAt: reachOf(view, line).facing,
      };
    }),
    unmet: () => notGiven({ vi: name, en: name }),
  };
}

/** Minerals whose word is kept, for each rule: files name the same few over and over. */
const KEPT = 500;
const WORDS = new WeakMap<RuleOf<'unlicensed-mineral-point'>, Map<string, string | undefined>>();

/** The mineral of the rule that a site's mineral is; `undefined` for others. */
function wordFor(rule: RuleOf<'unlicensed-mineral-point'>, { vi, en }: LocalText): string | undefined {
  const known = WORDS.get(rule) ?? new Map<string, string | undefined>();
  WORDS.set(rule, known);
  const key = `${vi}\n${en}`;
  if (known.has(key)) return known.get(key);
  const word = rule.minerals.find((asked) => holds(vi, asked) || holds(en, asked));
  if (known.size >= KEPT) known.clear();
  known.set(key, word);
  return word;
}

/** Whole words only: `vàng` is not in `khoáng vật`. */
function holds(text: string, asked: string): boolean {
  const key = lacksDiacritics(asked) ? bareKey : nameKey;
  const words = text.split(/[^\p{L}\p{M}]+/u).map(key);
  const wanted = asked.split(/\s+/u).map(key);
  return words.some((_, at) => wanted.every((word, step) => words[at + step] === word));
}

const MINERAL = { vi: 'Khoáng sản', en: 'Mineral' };
const WORD = { vi: 'Từ khớp', en: 'Matching word' };
const LICENCE = { vi: 'Giấy phép', en: 'Licence' };
const UNIT = { vi: 'Đơn vị giáp ranh', en: 'Border unit' };
const BORDER = { vi: 'Đường giáp ranh', en: 'Border' };
