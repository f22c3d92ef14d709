import { distinctIssues } from '../issue.js';
import { prepareOverlaps } from '../overlap/overlap-sites.js';
import type { CommuneGround, OverlapFeature, SiteOverlap } from '../overlap/site-overlap.js';
import { type Ok, ok, type Result } from '../result.js';
import type { Rule } from '../rule.js';
import type { IsoDate } from '../units.js';
import type { RiskContext } from './risk-context.js';
import { borderFeatures, unitFeatures } from './risk-features.js';
import type { RiskGround } from './risk-ground.js';
import { borderReach_m, ruleFeatures, ruleGround } from './rule-ground.js';
import type { Site } from './site.js';

export interface Measuring {
  readonly asOf: IsoDate;
  readonly rules: readonly Rule[];
  /** Distances to borders beyond the reach of every rule too, for who asks why a rule did not fire. */
  readonly allBorders: boolean;
}

/** Farther than any site of a province lies from its border. */
const ALL_BORDERS_m = 200_000;

/**
 * What each site has in common with the units, the watched ground and the borders, by site id. Notes: repairs, and
 * what could not be measured.
 */
export function measureSites(
  sites: readonly Site[],
  context: RiskContext,
  ground: RiskGround,
  { asOf, rules, allBorders }: Measuring,
): Result<ReadonlyMap<string, readonly SiteOverlap[]>> {
  if (sites.length === 0) return ok(new Map());
  const grounds = context.communes.forSites(sites);
  if (!grounds.ok) return grounds;
  const communes = grounds.value;
  const widths_m = rules.map(borderReach_m);
  const asked = { sites, context, communes };
  const { accuracy_m } = ground.vintage;
  // Only to borders do distances matter; elsewhere it is enough to know what meets.
  const located = overlapsWith(unitFeatures(ground), 0, { ...asked, error_m: accuracy_m });
  if (!located.ok) return located;
  // A site farther off than the widest ring may still be in it, by its error bar.
  const errors_m = sites.map(({ precision }) => (precision.kind === 'position' ? precision.error_m : 0));
  const widest_m = errors_m.reduce((a, b) => Math.max(a, b), 0);
  const reach_m = Math.max(allBorders ? ALL_BORDERS_m : 0, ...widths_m) + accuracy_m + widest_m;
  const near = overlapsWith(borderFeatures(ground), reach_m, { ...asked, error_m: accuracy_m });
  if (!near.ok) return near;
  const ofRules: Ok<SiteOverlap[]>[] = [];
  for (const rule of rules) {
    const own = ruleGround(rule, context.layers, asOf, context.communeGround);
    if (own === null || own.ofUnits === true || own.features.length === 0) continue;
    const found = overlapsWith(ruleFeatures(rule, own), own.within_m + widest_m, {
      ...asked,
      error_m: own.error_m,
    });
    if (!found.ok) return found;
    ofRules.push(found);
  }
  const all = [located, near, ...ofRules];
  const bySite = new Map<string, SiteOverlap[]>();
  for (const overlap of all.flatMap(({ value }) => value)) {
    bySite.set(overlap.site_id, [...(bySite.get(overlap.site_id) ?? []), overlap]);
  }
  return ok(bySite, distinctIssues(all.flatMap(({ notes }) => notes)));
}

/** A site that cannot be measured keeps its place in the answer, without flags; a note says why. */
function overlapsWith(
  features: readonly OverlapFeature[],
  within_m: number,
  asked: {
    readonly sites: readonly Site[];
    readonly context: RiskContext;
    readonly communes: readonly CommuneGround[];
    /** Of features that state none. */
    readonly error_m: number;
  },
): Result<SiteOverlap[]> {
  const layer = prepareOverlaps(asked.context.kernel, features, {
    within_m,
    feature_error_m: asked.error_m,
    communes: asked.communes,
  });
  if (!layer.ok) return layer;
  const found = layer.value.overlaps(asked.sites);
  layer.value.dispose();
  return ok(found.ok ? found.value : [], [...layer.notes, ...(found.ok ? found.notes : found.issues)]);
}
