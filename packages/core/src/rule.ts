import { z } from 'zod';
import { isoDate, localText, provinceCode, slug } from './profile-fields.js';

/** A document as a rule cites it. */
const citation = z.strictObject({
  id: slug,
  article: z.string().min(1).optional(),
  /** Cited only for the border with this neighbour; for every border when absent. */
  neighbour: provinceCode.optional(),
});

const level = z.enum(['high', 'medium', 'low', 'info']);
const length_m = z.number().nonnegative();

const base = {
  id: slug,
  title: localText,
  level,
  /** The level where the rule's fact is only possible, or lies inside the error bar of its threshold. */
  level_if_possible: level,
  level_if_undetermined: level,
  weight: z.number().nonnegative(),
  /** Why these levels and this weight. */
  why: localText,
  documents: z.array(citation).min(1),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
};

export const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('in-watch-unit'), watch_list: slug }),
  z.strictObject({
    ...base,
    kind: z.literal('near-border'),
    /** The ring: farther than `beyond_m` (0: from the line on) and at most `within_m` from the border. */
    beyond_m: length_m,
    within_m: z.number().positive(),
  }),
  z.strictObject({ ...base, kind: z.literal('crosses-border') }),
]);

export type Rule = z.output<typeof ruleSchema>;
export type RuleKind = Rule['kind'];
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;
