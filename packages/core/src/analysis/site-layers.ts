import type { VintageId } from '../admin/unit.js';
import type { LayerId } from '../catalog.js';
import type { LayerFeature } from '../feature.js';
import { distinctIssues, type Issue } from '../issue.js';
import { ok, type Result } from '../result.js';
import type { SiteFlags } from '../risk/flag.js';
import type { RiskContext } from '../risk/risk-context.js';
import type { Site } from '../risk/site.js';
import type { IsoDate } from '../units.js';
import { judgedVintage } from './judged-vintage.js';
import { type JudgedSite, siteFeatures } from './site-features.js';
import type { SiteDataset } from './sources.js';
import { withSpots } from './spots.js';

/** Layers that hang on sites and on what rules ask about; borders, zones and what was read do not. */
export const SITE_LAYERS = [
  'mineral-sites',
  'provinces',
  'districts',
  'communes',
  'watch-units',
] as const satisfies readonly LayerId[];

/** Judged sites of several vintages as features, one list a site. */
export function judgedFeatures(judged: readonly JudgedSite[]): LayerFeature[] {
  const bySite = new Map<string, JudgedSite[]>();
  for (const entry of judged) bySite.set(entry.site.id, [...(bySite.get(entry.site.id) ?? []), entry]);
  return withSpots([...bySite.values()].flatMap(siteFeatures));
}

/** What was found of sites, by vintage. To be thrown away when the ground or a layer that rules ask about changes. */
export type SiteMemory = Map<VintageId, WeakMap<Site, SiteFlags>>;

/**
 * The features of `SITE_LAYERS` as `analyseProfile` gives them, over ground that is made once and kept by the
 * context: for when a site or a layer that rules ask about has changed.
 */
export function siteLayers(
  context: RiskContext,
  datasets: readonly SiteDataset[],
  options: { readonly asOf?: IsoDate; readonly memory?: SiteMemory } = {},
): Result<LayerFeature[]> {
  const features: LayerFeature[] = [];
  const judged: JudgedSite[] = [];
  const notes: Issue[] = [];
  for (const vintage of context.profile.vintages) {
    const ground = context.ground(vintage.id);
    if (!ground.ok) continue;
    const known = options.memory?.get(vintage.id) ?? new WeakMap();
    options.memory?.set(vintage.id, known);
    const found = judgedVintage(context, datasets, vintage, ground.value, options.asOf, known);
    if (!found.ok) return found;
    judged.push(...found.value.sites);
    features.push(...found.value.features);
    notes.push(...found.notes);
  }
  return ok([...features, ...judgedFeatures(judged)], distinctIssues(notes));
}
