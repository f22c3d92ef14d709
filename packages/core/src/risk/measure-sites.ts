import { distinctIssues, type Issue } from '../issue.js';
import { type PreparedLayer, prepareLayer } from '../overlap/prepared-layer.js';
import type { OverlapFeature, SiteOverlap } from '../overlap/site-overlap.js';
import { type Ok, ok, type Result } from '../result.js';
import type { Rule } from '../rule.js';
import type { IsoDate } from '../units.js';
import type { RiskContext } from './risk-context.js';
import { borderFeatures, unitFeatures } from './risk-features.js';
import type { RiskGround } from './risk-ground.js';
import { borderReach_m, type RuleGround, ruleFeatures } from './rule-ground.js';
import type { Site } from './site.js';

export interface Measuring {
  readonly asOf: IsoDate;
  readonly rules: readonly Rule[];
  /** Distances to borders beyond the reach of every rule too, for who asks why a rule did not fire. */
  readonly allBorders: boolean;
}

/** Farther than any site of a province lies from its border. */
const ALL_BORDERS_m = 200_000;

/** The units, the watched ground, the borders and the layers of the rules, made ready once for any number of sites. */
export interface SiteMeasures {
  /**
   * What each site has in common with them, by site id. Notes: repairs, and what could not be measured.
   */
  measure(sites: readonly Site[]): Result<ReadonlyMap<string, readonly SiteOverlap[]>>;
}

interface Ready {
  readonly layer: Ok<PreparedLayer>;
  /** Metres outside within which a site still matters, before its own error. */
  readonly reach_m: number;
  /** Whether the errors of the sites widen that. */
  readonly widens: boolean;
}

/** Layers made ready, for as long as what they are made of is kept: nothing of it changes. */
const unitsReady = new WeakMap<RiskGround, Result<PreparedLayer>>();
const bordersReady = new WeakMap<RiskGround, Result<PreparedLayer>>();
const rulesReady = new WeakMap<RuleGround, Result<PreparedLayer>>();

/** Issues: those of `prepareLayer`. */
export function siteMeasures(
  context: RiskContext,
  ground: RiskGround,
  { asOf, rules, allBorders }: Measuring,
): Result<SiteMeasures> {
  const { accuracy_m } = ground.vintage;
  const ready: Ready[] = [];
  const add = <Of extends object>(
    kept: WeakMap<Of, Result<PreparedLayer>>,
    of: Of,
    features: () => readonly OverlapFeature[],
    error_m: number,
    reach_m: number,
    widens: boolean,
  ) => {
    const layer = kept.get(of) ?? prepareLayer(context.kernel, features(), { feature_error_m: error_m });
    kept.set(of, layer);
    if (layer.ok) ready.push({ layer, reach_m, widens });
    return layer;
  };
  // Only to borders do distances matter; elsewhere it is enough to know what meets.
  const located = add(unitsReady, ground, () => unitFeatures(ground), accuracy_m, 0, false);
  if (!located.ok) return located;
  // A site farther off than the widest ring may still be in it, by its error bar.
  const widest_m = Math.max(allBorders ? ALL_BORDERS_m : 0, ...rules.map(borderReach_m)) + accuracy_m;
  const near = add(bordersReady, ground, () => borderFeatures(ground), accuracy_m, widest_m, true);
  for (const rule of near.ok ? rules : []) {
    const own = context.ruleGround(rule, asOf);
    if (own === null || own.ofUnits === true || own.features.length === 0) continue;
    const layer = add(rulesReady, own, () => ruleFeatures(rule, own), own.error_m, own.within_m, true);
    if (!layer.ok) return layer;
  }
  if (!near.ok) return near;
  return ok({ measure: (sites) => measured(sites, context, ready) });
}

function measured(
  sites: readonly Site[],
  context: RiskContext,
  ready: readonly Ready[],
): Result<ReadonlyMap<string, readonly SiteOverlap[]>> {
  if (sites.length === 0) return ok(new Map());
  const grounds = context.communes.forSites(sites);
  if (!grounds.ok) return grounds;
  const communes = grounds.value;
  const errors_m = sites.map(({ precision }) => (precision.kind === 'position' ? precision.error_m : 0));
  const widest_m = errors_m.reduce((a, b) => Math.max(a, b), 0);
  const bySite = new Map<string, SiteOverlap[]>();
  const notes: Issue[] = [];
  for (const { layer, reach_m, widens } of ready) {
    const found = layer.value.overlaps(sites, { communes, within_m: widens ? reach_m + widest_m : reach_m });
    // A site that cannot be measured keeps its place in the answer, without flags; a note says why.
    notes.push(...layer.notes, ...(found.ok ? found.notes : found.issues));
    for (const overlap of found.ok ? found.value : []) {
      const own = bySite.get(overlap.site_id);
      if (own === undefined) bySite.set(overlap.site_id, [overlap]);
      else own.push(overlap);
    }
  }
  return ok(bySite, distinctIssues(notes));
}
