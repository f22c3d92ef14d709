import { distinctIssues, type Issue } from '../issue.js';
import { type PreparedLayer, prepareLayer } from '../overlap/prepared-layer.js';
import type { OverlapFeature, SiteOverlap } from '../overlap/site-overlap.js';
import { ok, type Result } from '../result.js';
import type { Rule } from '../rule.js';
import type { IsoDate } from '../units.js';
import type { MeasuredSites } from './measured-sites.js';
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
  /** What is known of sites already, and takes up what is found of the others. */
  readonly measured?: MeasuredSites;
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
  /** Made when the first site is laid over it. */
  readonly layer: () => Result<PreparedLayer>;
  /** Metres outside within which a site still matters, before its own error. */
  readonly reach_m: number;
  /** Whether the errors of the sites widen that. */
  readonly widens: boolean;
  /** Sites whose overlaps are known, where they are kept. */
  readonly known: WeakMap<Site, readonly SiteOverlap[]> | undefined;
}

/** Layers made ready, for as long as what they are made of is kept: nothing of it changes. */
const unitsReady = new WeakMap<RiskGround, Result<PreparedLayer>>();
const bordersReady = new WeakMap<RiskGround, Result<PreparedLayer>>();
const rulesReady = new WeakMap<RuleGround, Result<PreparedLayer>>();

/** Issues: those of `prepareLayer`; where sites may be known already, only when others are measured. */
export function siteMeasures(
  context: RiskContext,
  ground: RiskGround,
  { asOf, rules, allBorders, measured }: Measuring,
): Result<SiteMeasures> {
  const { accuracy_m } = ground.vintage;
  const ready: Ready[] = [];
  const add = <Of extends object>(
    kept: WeakMap<Of, Result<PreparedLayer>>,
    of: Of,
    what: string,
    features: () => readonly OverlapFeature[],
    error_m: number,
    reach_m: number,
    widens: boolean,
    keptBy: object = ground,
  ): void => {
    const layer = () => {
      const made = kept.get(of) ?? prepareLayer(context.kernel, features(), { feature_error_m: error_m });
      kept.set(of, made);
      return made;
    };
    const known = measured?.of(keptBy, `${what}@${reach_m}`);
    ready.push({ layer, reach_m, widens, known });
  };
  // Only to borders do distances matter; elsewhere it is enough to know what meets.
  add(unitsReady, ground, 'units', () => unitFeatures(ground), accuracy_m, 0, false);
  // A site farther off than the widest ring may still be in it, by its error bar.
  const widest_m = Math.max(allBorders ? ALL_BORDERS_m : 0, ...rules.map(borderReach_m)) + accuracy_m;
  add(bordersReady, ground, 'borders', () => borderFeatures(ground), accuracy_m, widest_m, true);
  for (const rule of rules) {
    const own = context.ruleGround(rule, asOf);
    if (own === null || own.ofUnits === true || own.features.length === 0) continue;
    add(
      rulesReady,
      own,
      rule.id,
      () => ruleFeatures(rule, own),
      own.error_m,
      own.within_m,
      true,
      own.isSteady === true ? ground : own,
    );
  }
  for (const { layer } of measured === undefined ? ready : []) {
    const made = layer();
    if (!made.ok) return made;
  }
  return ok({ measure: (sites) => measureAll(sites, context, ready) });
}

function measureAll(
  sites: readonly Site[],
  context: RiskContext,
  ready: readonly Ready[],
): Result<ReadonlyMap<string, readonly SiteOverlap[]>> {
  const bySite = new Map<string, SiteOverlap[]>(sites.map(({ id }) => [id, []]));
  const notes: Issue[] = [];
  for (const one of ready) {
    const fresh = sites.filter((site) => {
      const known = one.known?.get(site);
      bySite.get(site.id)?.push(...(known ?? []));
      return known === undefined;
    });
    if (fresh.length === 0) continue;
    const found = measureOver(fresh, context, one);
    if (!found.ok) return found;
    for (const overlap of found.value) bySite.get(overlap.site_id)?.push(overlap);
    if (one.known !== undefined) keep(one.known, fresh, found.value);
    notes.push(...found.notes);
  }
  return ok(bySite, distinctIssues(notes));
}

function keep(
  known: WeakMap<Site, readonly SiteOverlap[]>,
  sites: readonly Site[],
  overlaps: readonly SiteOverlap[],
): void {
  const bySite = new Map<string, SiteOverlap[]>(sites.map(({ id }) => [id, []]));
  for (const overlap of overlaps) bySite.get(overlap.site_id)?.push(overlap);
  for (const site of sites) known.set(site, bySite.get(site.id) ?? []);
}

/** Lays sites over one layer. */
function measureOver(
  sites: readonly Site[],
  context: RiskContext,
  { layer, reach_m, widens }: Ready,
): Result<readonly SiteOverlap[]> {
  const grounds = context.communes.forSites(sites);
  if (!grounds.ok) return grounds;
  const made = layer();
  if (!made.ok) return made;
  const errors_m = sites.map(({ precision }) => (precision.kind === 'position' ? precision.error_m : 0));
  const widest_m = errors_m.reduce((a, b) => Math.max(a, b), 0);
  const found = made.value.overlaps(sites, {
    communes: grounds.value,
    within_m: widens ? reach_m + widest_m : reach_m,
  });
  // A site that cannot be measured keeps its place in the answer, without flags; a note says why.
  return ok(found.ok ? found.value : [], [...made.notes, ...(found.ok ? found.notes : found.issues)]);
}
