import type { Rule } from '../rule.js';
import { type IsoDate, isValidOn } from '../units.js';
import { citations } from './citation.js';
import type { WhyNot } from './flag.js';
import { textFact } from './kinds/facts.js';
import type { SiteView, Unmet } from './kinds/finding.js';

export function isInForce(rule: Rule, asOf: IsoDate): boolean {
  return isValidOn({ from: rule.valid_from, to: rule.valid_to }, asOf);
}

/** A rule that did not fire, with its reason and the documents it stands on. */
export function whyNot(view: SiteView, rule: Rule, unmet: Unmet | WhyNotBefore): WhyNot {
  return {
    rule: rule.id,
    title: rule.title,
    ...unmet,
    documents: citations(view.profile, rule, view.asOf, null),
  };
}

type WhyNotBefore = Pick<WhyNot, 'cause' | 'reason' | 'facts'>;

export function notInForce(rule: Rule, asOf: IsoDate): WhyNotBefore {
  const [from, to] = [rule.valid_from ?? '…', rule.valid_to ?? '…'];
  return {
    cause: 'not-in-force',
    reason: {
      vi: `Quy tắc áp dụng từ ${from} đến trước ${to}, không áp dụng ngày ${asOf}.`,
      en: `The rule is in force from ${from} until before ${to}, not on ${asOf}.`,
    },
    facts: [
      ...(rule.valid_from === null ? [] : [textFact('valid_from', VALID_FROM, rule.valid_from)]),
      ...(rule.valid_to === null ? [] : [textFact('valid_to', VALID_TO, rule.valid_to)]),
    ],
  };
}

/** Of rings along one border that are not certain, only the innermost speaks. */
export function spokenFor(by: Rule): WhyNotBefore {
  return {
    cause: 'spoken-for',
    reason: {
      vi: `Dải này cũng có thể đúng, nhưng trong các dải chưa chắc chắn của cùng một đường giáp ranh chỉ báo dải trong cùng (${by.title.vi}).`,
      en: `This ring may hold too, but of the uncertain rings along one border only the innermost is told (${by.title.en}).`,
    },
    facts: [textFact('told_by', TOLD_BY, by.id)],
  };
}

const VALID_FROM = { vi: 'Áp dụng từ ngày', en: 'In force from' };
const VALID_TO = { vi: 'Hết áp dụng từ ngày', en: 'No longer in force from' };
const TOLD_BY = { vi: 'Quy tắc đã báo', en: 'Told by the rule' };
