import type { GeometryKernel } from '../geometry/kernel.js';
import { type Profile, withRules } from '../profile.js';
import type { ContextFeature } from './context-feature.js';
import type { SiteFlags } from './flag.js';
import { flagSites } from './flag-sites.js';
import { RiskContext } from './risk-context.js';
import type { Site } from './site.js';
import { day, drawnWorld, LINEAGE, RECORDS, smallProfile } from './small-world.fixture.js';

const text = (words: string) => ({ vi: words, en: words });

/** The fields that every rule has. */
export const RULE = {
  id: 'one',
  title: text('one'),
  subject: 'mining',
  level: 'high',
  level_if_possible: 'medium',
  level_if_undetermined: 'low',
  weight: 1,
  why: text('why'),
  documents: [{ id: 'letter' }],
  valid_from: null,
  valid_to: null,
} as const;

export interface OneRuleWorld {
  readonly layers?: readonly ContextFeature[];
  readonly given?: readonly string[];
  readonly lineage?: typeof LINEAGE;
  readonly documents?: Profile['documents'];
}

/** Asks one rule, written as in `rules.json`, of sites of the small world. */
export function oneRule(
  kernel: GeometryKernel,
  rule: object,
  { layers = [], given = [], documents = [], lineage = LINEAGE }: OneRuleWorld = {},
) {
  const small = smallProfile();
  const profile = withRules(
    { ...small, documents: [...small.documents, ...documents] },
    { version: '1', rules: [{ ...RULE, ...rule }] },
  );
  if (!profile.ok) throw new Error(JSON.stringify(profile.issues));
  const sources = { records: RECORDS, lineage, units: drawnWorld(kernel), layers, given };
  const context = new RiskContext(kernel, { profile: profile.value, ...sources });
  return (site: Site, asOf = '2023-05-23'): SiteFlags => {
    const found = flagSites([site], context, { asOf: day(asOf), whyNot: true });
    const [flags] = found.ok ? found.value : [];
    if (flags === undefined) throw new Error(JSON.stringify(found));
    return flags;
  };
}

/** `certain high`, or why it did not fire. */
export function told({ flags, why_not = [] }: SiteFlags): string {
  const [flag] = flags;
  return flag === undefined ? (why_not[0]?.cause ?? 'nothing') : `${flag.certainty} ${flag.level}`;
}
