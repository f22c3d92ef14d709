import type { LocalText } from '../issue.js';
import { ok, type Result } from '../result.js';
import type { SiteFlags } from '../risk/flag.js';
import { patrolPriorities } from '../risk/patrol/patrol-priorities.js';
import type { RiskContext } from '../risk/risk-context.js';
import { rollUp, type UnitRisk } from '../risk/roll-up.js';
import type { IsoDate } from '../units.js';
import type { JudgedSite } from './site-features.js';

/** What a unit comes to, as layers carry it. */
export interface UnitSum extends UnitRisk {
  /** The rules that fired there, the heaviest first, with the number of sites. */
  readonly reasons: LocalText;
  /** Its patrol priority, 0 to 100; `null` for units that none is worked out for. */
  readonly priority: number | null;
}

/** The sums of the communes and districts that hold sites, and of those that only have a priority. */
export function unitSums(
  context: RiskContext,
  judged: readonly Omit<JudgedSite, 'validity'>[],
  asOf: IsoDate,
): Result<UnitSum[]> {
  const flags = judged.map((entry) => entry.flags);
  const sites = judged.map(({ site }) => site);
  const patrol = patrolPriorities(context, sites, flags, asOf);
  if (!patrol.ok) return patrol;
  const points = context.profile.patrol.level_points;
  const risks = [...rollUp(flags, 'communes', points), ...rollUp(flags, 'districts', points)];
  const known = new Set(risks.map(({ unit }) => unit.code));
  const quiet = patrol.value.units.flatMap(({ own }): UnitRisk[] =>
    own === null || known.has(own.code)
      ? []
      : [{ unit: own, level: null, site_count: 0, flag_count: 0, score: 0, sites: [] }],
  );
  const scores = new Map(patrol.value.units.map(({ id, score }) => [id, score]));
  const byId = new Map(flags.map((site) => [site.site_id, site]));
  return ok(
    [...risks, ...quiet].map((risk) => ({
      ...risk,
      reasons: reasonsOf(risk.sites.flatMap((id) => byId.get(id) ?? [])),
      priority: scores.get(risk.unit.code) ?? null,
    })),
  );
}

function reasonsOf(sites: readonly SiteFlags[]): LocalText {
  const rules = new Map<string, { title: LocalText; weight: number; sites: Set<string> }>();
  for (const { site_id, flags } of sites) {
    for (const { rule, title, weight } of flags) {
      const known = rules.get(rule) ?? { title, weight, sites: new Set<string>() };
      known.sites.add(site_id);
      rules.set(rule, known);
    }
  }
  const ordered = [...rules.entries()].toSorted(([a, one], [b, other]) => other.weight - one.weight || (a < b ? -1 : 1)); // biome-ignore format: one order
  const told = (language: 'vi' | 'en'): string =>
    ordered.map(([, { title, sites: held }]) => `${title[language]} (${held.size})`).join('; ');
  return { vi: told('vi'), en: told('en') };
}
