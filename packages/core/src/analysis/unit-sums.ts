import type { LocalText } from '../issue.js';
import type { SiteFlags } from '../risk/flag.js';
import { unitPriorities } from '../risk/patrol/patrol-priorities.js';
import type { RiskContext } from '../risk/risk-context.js';
import type { RiskGround } from '../risk/risk-ground.js';
import { rollUp, type UnitRisk } from '../risk/roll-up.js';
import type { IsoDate } from '../units.js';

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
  ground: RiskGround,
  flags: readonly SiteFlags[],
  asOf: IsoDate,
): UnitSum[] {
  const patrol = unitPriorities(context, ground, flags, asOf);
  const points = context.profile.patrol.level_points;
  const risks = [...rollUp(flags, 'communes', points), ...rollUp(flags, 'districts', points)];
  const known = new Set(risks.map(({ unit }) => unit.code));
  const quiet = patrol.flatMap(({ own }): UnitRisk[] =>
    own === null || known.has(own.code)
      ? []
      : [{ unit: own, level: null, site_count: 0, flag_count: 0, score: 0, sites: [] }],
  );
  const scores = new Map(patrol.map(({ id, score }) => [id, score]));
  const byId = new Map(flags.map((site) => [site.site_id, site]));
  return [...risks, ...quiet].map((risk) => ({
    ...risk,
    reasons: reasonsOf(risk.sites.flatMap((id) => byId.get(id) ?? [])),
    priority: scores.get(risk.unit.code) ?? null,
  }));
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
