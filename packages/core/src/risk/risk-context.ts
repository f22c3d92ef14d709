import type { LineageLink } from '../admin/lineage.js';
import { UnitRegistry } from '../admin/registry.js';
import type { AdminUnit, DrawnUnit, VintageId } from '../admin/unit.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { issue } from '../issue.js';
import type { Profile } from '../profile.js';
import { err, type Result } from '../result.js';
import type { Rule } from '../rule.js';
import type { IsoDate, Validity } from '../units.js';
import { CommuneGrounds } from './commune-ground.js';
import type { ContextFeature } from './context-feature.js';
import type { KnownGround } from './known-ground.js';
import { type RiskGround, riskGround } from './risk-ground.js';
import { type CommuneGroundOf, layersAsked, type RuleGround, ruleGround } from './rule-ground.js';

export interface RiskSources {
  readonly profile: Profile;
  readonly records: readonly AdminUnit[];
  readonly lineage: readonly LineageLink[];
  readonly units: readonly DrawnUnit[];
  /** Layers that rules ask about by name, beside the profile's own. */
  readonly layers?: readonly ContextFeature[];
  /** Names of layers that were given, for those that hold no feature. */
  readonly given?: readonly string[];
  readonly roads?: readonly ContextFeature[];
  readonly rivers?: readonly ContextFeature[];
  /** What was found of the ground of a vintage before, of these very sources. */
  readonly known?: ReadonlyMap<VintageId, KnownGround>;
}

const isAlways = ({ from, to }: Validity = { from: null, to: null }): boolean => from === null && to === null;

/** Days a rule's ground is kept of: one a vintage, and some that were asked about. */
const DAYS_KEPT = 8;

/** What flags are worked out from; the ground of each vintage is made when first asked for, and kept. */
export class RiskContext {
  readonly kernel: GeometryKernel;
  readonly profile: Profile;
  readonly registry: UnitRegistry;
  readonly communes: CommuneGrounds;
  readonly layers: readonly ContextFeature[];
  /** Layers that were given, with features or without. */
  readonly givenLayers: ReadonlySet<string>;
  readonly #sources: RiskSources;
  readonly #grounds: Map<VintageId, Result<RiskGround>>;
  readonly #ruleGrounds = new WeakMap<Rule, Map<IsoDate, RuleGround | null>>();

  /** `ground`: a context of the same profile and units, whose ground is taken over. */
  constructor(kernel: GeometryKernel, sources: RiskSources, ground?: RiskContext) {
    const { profile, records, lineage, units, layers = [], given = [], roads = [], rivers = [] } = sources;
    this.kernel = kernel;
    this.profile = profile;
    this.#grounds = ground === undefined ? new Map() : ground.#grounds;
    this.registry =
      ground?.registry ??
      new UnitRegistry({
        vintages: profile.vintages.map(({ id, valid_from, valid_to }) => ({
          id,
          validity: { from: valid_from, to: valid_to },
        })),
        records,
        lineage,
      });
    this.communes = ground?.communes ?? new CommuneGrounds(kernel, this.registry, units);
    this.layers = [...layers, ...roads, ...rivers];
    this.givenLayers = new Set([...given, ...this.layers.map(({ layer }) => layer)]);
    this.#sources = sources;
    if (ground !== undefined)
      this.#keepRuleGrounds(ground, new Set([...given, ...layers.map(({ layer }) => layer)]));
  }

  /** What rules stand on that ask about none of the layers that changed. */
  #keepRuleGrounds(before: RiskContext, named: ReadonlySet<string>): void {
    const { layers = [], given = [] } = before.#sources;
    const changed = new Set([...named, ...given, ...layers.map(({ layer }) => layer)]);
    for (const rule of this.profile.rules) {
      const days = before.#ruleGrounds.get(rule);
      if (days !== undefined && !layersAsked(rule).some((layer) => changed.has(layer))) {
        this.#ruleGrounds.set(rule, days);
      }
    }
  }

  /** The same ground with other layers for the rules to ask about. */
  withLayers(layers: readonly ContextFeature[], given: readonly string[]): RiskContext {
    return new RiskContext(this.kernel, { ...this.#sources, layers, given }, this);
  }

  /** The ground of a commune of any vintage; `null` where it is not drawn. */
  readonly communeGround: CommuneGroundOf = (commune) => {
    const known = this.communes.of(commune);
    return known.ok ? known.value : null;
  };

  /** What a rule measures sites against on a day; kept for the days asked about last. */
  ruleGround(rule: Rule, asOf: IsoDate): RuleGround | null {
    const days = this.#ruleGrounds.get(rule) ?? new Map<IsoDate, RuleGround | null>();
    this.#ruleGrounds.set(rule, days);
    const known = days.get(asOf);
    if (known !== undefined) return known;
    const made = ruleGround(rule, this.layers, asOf, this.communeGround);
    const ground = made !== null && this.#isSteady(rule) ? { ...made, isSteady: true as const } : made;
    if (days.size >= DAYS_KEPT) days.clear();
    days.set(asOf, ground);
    return ground;
  }

  /** Whether a rule asks of nothing but roads, rivers and places of the profile, none of which begins or ends. */
  #isSteady(rule: Rule): boolean {
    const { roads = [], rivers = [] } = this.#sources;
    const own = new Set([...roads, ...rivers]);
    const asked = layersAsked(rule);
    return this.layers
      .filter(({ layer }) => asked.includes(layer))
      .every((feature) => own.has(feature) && isAlways(feature.validity));
  }

  /** Issues: `profile-vintage-unknown`, those of `riskGround`. */
  ground(vintage: VintageId): Result<RiskGround> {
    const known = this.#grounds.get(vintage);
    if (known !== undefined) return known;
    const entry = this.profile.vintages.find((candidate) => candidate.id === vintage);
    const made =
      entry === undefined
        ? err(
            issue(
              'profile-vintage-unknown',
              ['vintages', vintage],
              `Hồ sơ ${this.profile.id} không có mốc ${vintage}.`,
              `Profile ${this.profile.id} has no vintage ${vintage}.`,
            ),
          )
        : riskGround(
            this.kernel,
            this.registry,
            this.profile,
            entry,
            this.#sources.units,
            this.#sources.known?.get(vintage),
          );
    this.#grounds.set(vintage, made);
    return made;
  }
}
