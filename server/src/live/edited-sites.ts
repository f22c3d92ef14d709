import {
  DRAWN_ERROR_m,
  type LayerFeature,
  type ProfileSources,
  type Site,
  type SiteDataset,
} from '@giapranh/core';
import type { StoredFeature } from '@giapranh/store';

const EDITED = 'edited';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function siteId({ id, properties }: LayerFeature): string {
  return text(properties['site_id']) ?? id;
}

/** A row that people wrote, as the site it says; what it leaves open is as the source has it. */
function siteOf(row: StoredFeature, known: Site | undefined): Site {
  const { properties, geometry } = row;
  const mineral_vi = text(properties['mineral_vi']);
  const number_ = text(properties['decision']);
  const error_m = number(properties['error_m']);
  const base: Site = known ?? {
    id: siteId(row),
    name: siteId(row),
    geometry,
    precision: { kind: 'position', error_m: DRAWN_ERROR_m, method: 'drawn' },
    activity: 'unknown',
    mineral: null,
    areaDeclared_m2: null,
    decision: null,
    properties: {},
  };
  const stays = JSON.stringify(base.geometry) === JSON.stringify(geometry);
  const drawn = { kind: 'position', error_m: error_m ?? DRAWN_ERROR_m, method: 'drawn' } as const;
  const activities = ['mining', 'levelling', 'transport', 'processing', 'unknown'] as const;
  return {
    ...base,
    name: text(properties['name']) ?? base.name,
    geometry,
    precision: stays ? base.precision : drawn,
    activity: activities.find((known) => known === properties['activity']) ?? base.activity,
    mineral:
      mineral_vi === null
        ? base.mineral
        : { vi: mineral_vi, en: text(properties['mineral_en']) ?? mineral_vi },
    areaDeclared_m2: number(properties['area_declared_m2']) ?? base.areaDeclared_m2,
    decision:
      number_ === null || number_ === base.decision?.number
        ? base.decision
        : { number: number_, date: null, issuer: null },
  };
}

/**
 * The sites of the sources as people left them in the store: moved, added, removed. `made`: those of rows that were
 * seen before; the same row is the same site.
 */
export function sitesAsEdited(
  sources: ProfileSources,
  rows: readonly StoredFeature[],
  made: WeakMap<StoredFeature, Site> = new WeakMap(),
): readonly SiteDataset[] {
  const of = (row: StoredFeature, known: Site | undefined): Site => {
    const site = made.get(row) ?? siteOf(row, known);
    made.set(row, site);
    return site;
  };
  const present = new Set(rows.map(siteId));
  const newest = new Map<string, StoredFeature>();
  for (const row of rows.filter(({ provenance }) => provenance === EDITED)) {
    const other = newest.get(siteId(row));
    if (other === undefined || other.revision < row.revision) newest.set(siteId(row), row);
  }
  const datasets = sources.sites.map(({ source, sites }) => ({
    source,
    sites: sites
      .filter(({ id }) => present.has(id))
      .map((site) => {
        const row = newest.get(site.id);
        newest.delete(site.id);
        return row === undefined ? site : of(row, site);
      }),
  }));
  return [...datasets, { source: EDITED, sites: [...newest.values()].map((row) => of(row, undefined)) }];
}
