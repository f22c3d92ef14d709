import { z } from 'zod';
import { type Issue, issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { FLAG_LEVELS, type Flag, type SiteFlags } from './flag.js';
import type { FlagReport } from './report.js';

const flagSchema = z.object({
  /** The rule, and the border it is about where it is about one. */
  key: z.string(),
  level: z.enum(FLAG_LEVELS),
  certainty: z.enum(['certain', 'possible', 'undetermined']),
});
const baselineSchema = z.object({
  format: z.literal('giapranh-baseline-1'),
  as_of: z.string(),
  profile: z.string(),
  rule_set: z.string(),
  vintage: z.string(),
  sites: z.array(z.object({ site_id: z.string(), flags: z.array(flagSchema) })),
});

type KnownFlag = Readonly<z.output<typeof flagSchema>>;

/** The flags of a run, kept to compare a later run with. */
export type Baseline = Readonly<z.output<typeof baselineSchema>>;

/** What tells the flags of a site apart, run after run: the rule, and the border it is about. */
export function flagKey({ rule, facts }: Pick<Flag, 'rule' | 'facts'>): string {
  const border = facts.find(({ name }) => name === 'border');
  return border === undefined ? rule : `${rule}:${String(border.value)}`;
}

export function baselineOf({
  as_of,
  profile,
  inputs,
  sites,
}: Pick<FlagReport, 'as_of' | 'profile' | 'inputs' | 'sites'>): Baseline {
  const known = sites.map((site) => ({ site_id: site.site_id, flags: knownFlags(site) }));
  return {
    format: 'giapranh-baseline-1',
    as_of,
    profile,
    rule_set: inputs.rule_set,
    vintage: inputs.vintage,
    sites: known.sort((a, b) => (a.site_id < b.site_id ? -1 : 1)),
  };
}

/** Issues: `baseline-unreadable`, each fault with its place. */
export function parseBaseline(file: unknown): Result<Baseline> {
  const read = baselineSchema.safeParse(file);
  if (read.success) return ok(read.data);
  const [first, ...rest] = read.error.issues.map(
    ({ path, message }): Issue =>
      issue(
        'baseline-unreadable',
        path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
        `Tệp mốc so sánh không đúng dạng: ${message}`,
        `This is not a baseline file: ${message}`,
        { vi: 'Tệp do --write-baseline ghi ra.', en: 'Such files are written by --write-baseline.' },
      ),
  );
  if (first === undefined) throw new Error('a schema failed without an issue');
  return err(first, ...rest);
}

/** What a baseline keeps of a site's flags. */
export function knownFlags({ flags }: SiteFlags): KnownFlag[] {
  return flags.map((flag) => ({ key: flagKey(flag), level: flag.level, certainty: flag.certainty }));
}
