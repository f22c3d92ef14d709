import type { LocalText } from '../../issue.js';
import type { RuleOf } from '../../rule.js';
import type { Fact } from '../flag.js';
import { textFact } from './facts.js';
import type { Finding, RuleAnswer, SiteView } from './finding.js';
import { notGiven } from './not-given.js';
import { siteName } from './wording.js';
import { type DaySpan, writtenDay } from './written-day.js';

interface Term {
  readonly title: LocalText;
  readonly property: string;
  readonly written: string;
  readonly span: DaySpan | undefined;
}

/** The licence or plan of a site had not begun, or had ended, on the day. A date known by its year leaves it open. */
export function notValidAtDate(view: SiteView, rule: RuleOf<'not-valid-at-date'>): RuleAnswer {
  const first = term(view, FIRST, rule.first_day_property);
  const last = term(view, LAST, rule.last_day_property);
  const known = [first, last].filter((one) => one !== null);
  const facts: readonly Fact[] = known.map(({ property, title, written }) =>
    textFact(property, title, written),
  );
  const name = siteName(view.site);
  const unread = known.find(({ span }) => span === undefined);
  if (known.length === 0 || unread !== undefined) {
    const asked = [rule.first_day_property, rule.last_day_property].filter(Boolean).join(', ');
    const reason = {
      vi: unread === undefined ? `${name} không ghi thời hạn (${asked}).` : `Không đọc được ngày “${unread.written}” của ${name}.`, // biome-ignore format: one choice
      en: unread === undefined ? `${name} states no term (${asked}).` : `The date "${unread.written}" of ${name} could not be read.`, // biome-ignore format: one choice
    };
    return { findings: [], unmet: () => ({ ...notGiven(reason), facts }) };
  }
  const early = first?.span === undefined ? 'no' : before(view.asOf, first.span);
  const late = last?.span === undefined ? 'no' : after(view.asOf, last.span);
  const answer = early === 'no' ? late : early;
  const what = early === 'no' ? { vi: 'đã hết thời hạn', en: 'had ended' } : { vi: 'chưa đến thời hạn', en: 'had not begun' }; // biome-ignore format: one choice
  const dates = known.map(({ title, written }) => ({ vi: `${title.vi.toLowerCase()} ${written}`, en: `${title.en.toLowerCase()} ${written}` })); // biome-ignore format: a pair
  const [vi, en] = [dates.map((date) => date.vi).join(', '), dates.map((date) => date.en).join(', ')];
  const reason = {
    yes: { vi: `${name} ${what.vi} vào ngày ${view.asOf} (${vi}).`, en: `${name} ${what.en} on ${view.asOf} (${en}).` }, // biome-ignore format: a pair
    undetermined: {
      vi: `${name}: chưa xác định được còn thời hạn vào ngày ${view.asOf} hay không (${vi}).`,
      en: `${name}: whether it was valid on ${view.asOf} is undetermined (${en}).`,
    },
    no: { vi: `${name} còn thời hạn vào ngày ${view.asOf} (${vi}).`, en: `${name} was valid on ${view.asOf} (${en}).` }, // biome-ignore format: a pair
  }[answer];
  const certainty = answer === 'yes' ? 'certain' : 'undetermined';
  const finding: Finding = { certainty, reason, facts, neighbour: null, facingAt: null };
  return {
    findings: answer === 'no' ? [] : [finding],
    unmet: () => ({ cause: 'not-met', reason, facts }),
  };
}

function term({ site }: SiteView, title: LocalText, property: string | undefined): Term | null {
  const written = property === undefined ? undefined : site.properties[property];
  if (property === undefined || written === undefined || written === null || written === '') return null;
  return { title, property, written: String(written), span: writtenDay(String(written)) };
}

function before(day: string, { first, last }: DaySpan): 'yes' | 'no' | 'undetermined' {
  if (day < first) return 'yes';
  return day < last ? 'undetermined' : 'no';
}

function after(day: string, { first, last }: DaySpan): 'yes' | 'no' | 'undetermined' {
  if (day > last) return 'yes';
  return day > first ? 'undetermined' : 'no';
}

const FIRST = { vi: 'Ngày bắt đầu', en: 'First day' };
const LAST = { vi: 'Ngày cuối', en: 'Last day' };
