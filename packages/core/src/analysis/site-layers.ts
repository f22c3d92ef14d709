import { unitKey, type VintageId } from '../admin/unit.js';
import type { LayerId } from '../catalog.js';
import type { LayerFeature, PropertyValue } from '../feature.js';
import { distinctIssues, type Issue } from '../issue.js';
import { ok, type Result } from '../result.js';
import type { SiteFlags } from '../risk/flag.js';
import type { MeasuredSites } from '../risk/measured-sites.js';
import type { RiskContext } from '../risk/risk-context.js';
import type { RiskGround } from '../risk/risk-ground.js';
import type { Site } from '../risk/site.js';
import { watchFeatureId } from '../risk/watch-area.js';
import type { IsoDate } from '../units.js';
import { groundUnits } from './ground-layers.js';
import { judgedVintage } from './judged-vintage.js';
import { type JudgedSite, siteFeatures } from './site-features.js';
import type { SiteDataset } from './sources.js';
import { withSpots } from './spots.js';
import { LAYER_OF, sumProperties } from './unit-features.js';
import type { UnitSum } from './unit-sums.js';
import { watchSums } from './watch-features.js';

/** Layers whose features carry what their sites come to, beside what they are. */
export const SUM_LAYERS = ['districts', 'communes', 'watch-units'] as const satisfies readonly LayerId[];

/** Judged sites of several vintages as features, one list a site. */
export function judgedFeatures(judged: readonly JudgedSite[]): LayerFeature[] {
  const bySite = new Map<string, JudgedSite[]>();
  for (const entry of judged) bySite.set(entry.site.id, [...(bySite.get(entry.site.id) ?? []), entry]);
  return withSpots([...bySite.values()].flatMap(siteFeatures));
}

/** What was found of sites, by vintage. `forgetSites` takes out what a change of the registers may have made wrong. */
export type SiteMemory = Map<VintageId, WeakMap<Site, SiteFlags>>;

/** Properties that hang on sites, of a feature that is there. */
export interface SumPatch {
  readonly layer: (typeof SUM_LAYERS)[number];
  readonly id: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

export interface SiteLayers {
  /** Features of `mineral-sites`. */
  readonly sites: readonly LayerFeature[];
  readonly sums: readonly SumPatch[];
}

export interface SiteLayersOptions {
  readonly asOf?: IsoDate;
  readonly memory?: SiteMemory;
  /** See `JudgeOptions.permits`; of the vintage that `asOf` belongs to. */
  readonly permits?: readonly Site[];
  /** See `FlagOptions.measured`. */
  readonly measured?: MeasuredSites;
}

/**
 * What `analyseProfile` finds of sites, over ground that is made once and kept by the context: for when a site or a
 * layer that rules ask about has changed.
 */
export function siteLayers(
  context: RiskContext,
  datasets: readonly SiteDataset[],
  { asOf, memory, permits = [], measured }: SiteLayersOptions = {},
): Result<SiteLayers> {
  const current = asOf === undefined ? undefined : context.registry.vintageAt(asOf);
  const judged: JudgedSite[] = [];
  const sums: SumPatch[] = [];
  const notes: Issue[] = [];
  for (const vintage of context.profile.vintages) {
    const ground = context.ground(vintage.id);
    if (!ground.ok) continue;
    const known = memory?.get(vintage.id) ?? new WeakMap();
    memory?.set(vintage.id, known);
    const isCurrent = current?.ok === true && current.value.id === vintage.id;
    const found = judgedVintage(context, datasets, vintage, ground.value, {
      known,
      permits: isCurrent ? permits : [],
      ...(asOf === undefined ? {} : { asOf }),
      ...(measured === undefined ? {} : { measured }),
    });
    if (!found.ok) return found;
    judged.push(...found.value.sites);
    sums.push(...sumPatches(ground.value, found.value.sums));
    notes.push(...found.notes);
  }
  return ok({ sites: judgedFeatures(judged), sums }, distinctIssues(notes));
}

function sumPatches(ground: RiskGround, sums: readonly UnitSum[]): SumPatch[] {
  const sumOf = new Map(sums.map((sum) => [sum.unit.code, sum]));
  const units = groundUnits(ground).flatMap((unit): SumPatch[] => {
    const layer = SUM_LAYERS.find((one) => one === LAYER_OF[unit.level]);
    return layer === undefined
      ? []
      : [{ layer, id: unitKey(unit), properties: sumProperties(sumOf.get(unit.code)) }];
  });
  const watched = ground.watch.map(
    (area): SumPatch => ({
      layer: 'watch-units',
      id: `${ground.vintage.id}:${watchFeatureId(area)}`,
      properties: watchSums(sumOf.get(area.unit.code)),
    }),
  );
  return [...units, ...watched];
}
