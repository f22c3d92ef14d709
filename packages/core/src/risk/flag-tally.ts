import { type UnitRef, unitKey } from '../admin/unit.js';
import { FLAG_LEVELS, type FlagLevel, type SiteFlags } from './flag.js';
import type { FlagReport } from './report.js';
import { highest, levelRank, type UnitRisk } from './roll-up.js';

/** The sums of a report without the ids of the sites, which would grow with them. */
export type FlagTotals = Pick<
  FlagReport['summary'],
  'site_count' | 'flagged_count' | 'flag_count' | 'sites_by_level' | 'flags_by_rule'
> & {
  readonly communes: readonly UnitTotal[];
  readonly districts: readonly UnitTotal[];
  readonly former_districts: readonly UnitTotal[];
};

export type UnitTotal = Pick<UnitRisk, 'unit' | 'level' | 'site_count' | 'flag_count'>;

/** Adds sites up as they come: what it keeps grows with the units and rules, never with the sites. */
export class FlagTally {
  readonly #byLevel: Record<FlagLevel, number> = { high: 0, medium: 0, low: 0, info: 0 };
  readonly #byRule: Map<string, number>;
  readonly #communes = new Map<string, UnitTotal>();
  readonly #districts = new Map<string, UnitTotal>();
  readonly #formerDistricts = new Map<string, UnitTotal>();
  #sites = 0;
  #flags = 0;

  constructor(rules: readonly { readonly id: string }[]) {
    this.#byRule = new Map(rules.map(({ id }) => [id, 0]));
  }

  add(site: SiteFlags): void {
    this.#sites += 1;
    this.#flags += site.flags.length;
    if (site.level !== null) this.#byLevel[site.level] += 1;
    for (const { rule } of site.flags) this.#byRule.set(rule, (this.#byRule.get(rule) ?? 0) + 1);
    for (const unit of site.communes) addTo(this.#communes, unit, site);
    for (const unit of site.districts) addTo(this.#districts, unit, site);
    for (const unit of site.former_districts) addTo(this.#formerDistricts, unit, site);
  }

  totals(): FlagTotals {
    return {
      site_count: this.#sites,
      flagged_count: FLAG_LEVELS.reduce((sum, level) => sum + this.#byLevel[level], 0),
      flag_count: this.#flags,
      sites_by_level: { ...this.#byLevel },
      flags_by_rule: Object.fromEntries(this.#byRule),
      communes: ordered(this.#communes),
      districts: ordered(this.#districts),
      former_districts: ordered(this.#formerDistricts),
    };
  }
}

function addTo(totals: Map<string, UnitTotal>, unit: UnitRef, site: SiteFlags): void {
  const known = totals.get(unitKey(unit));
  totals.set(unitKey(unit), {
    unit,
    level: highest([known?.level ?? null, site.level]),
    site_count: (known?.site_count ?? 0) + 1,
    flag_count: (known?.flag_count ?? 0) + site.flags.length,
  });
}

/** As `rollUp` orders them. */
function ordered(totals: ReadonlyMap<string, UnitTotal>): UnitTotal[] {
  return [...totals.values()].sort(
    (a, b) =>
      levelRank(a.level) - levelRank(b.level) ||
      b.flag_count - a.flag_count ||
      b.site_count - a.site_count ||
      (unitKey(a.unit) < unitKey(b.unit) ? -1 : 1),
  );
}
