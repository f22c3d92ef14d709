import type { Rule } from '../rule.js';
import type { AppliedRule } from './flag.js';
import type { Finding } from './kinds/finding.js';

const LEVEL_FIELD = {
  certain: 'level',
  possible: 'level_if_possible',
  undetermined: 'level_if_undetermined',
} as const;

/** The rule behind a flag: how it was asked, and which of its levels applies. */
export function appliedRule(rule: Rule, { certainty }: Finding): AppliedRule {
  const {
    id: _id,
    title: _title,
    subject: _subject,
    documents: _documents,
    level: _level,
    level_if_possible: _possible,
    level_if_undetermined: _undetermined,
    weight,
    why,
    valid_from,
    valid_to,
    kind,
    ...parameters
  } = rule;
  return { kind, parameters, level_from: LEVEL_FIELD[certainty], weight, why, valid_from, valid_to };
}
