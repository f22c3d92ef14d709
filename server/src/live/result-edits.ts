import type { LayerFeature } from '@giapranh/core';
import type { FeatureEdit, StoredFeature } from '@giapranh/store';
import type { Geometry } from 'geojson';

/** What a row says of the site itself: in a row that people wrote, theirs. All else is worked out. */
const OWN = new Set([
  'site_id',
  'name',
  'mineral_vi',
  'mineral_en',
  'activity',
  'area_declared_m2',
  'decision',
  'decision_date',
  'precision',
  'error_m',
  'spot_index',
  'source',
  'vintage',
]);

function merged(row: StoredFeature, result: LayerFeature): LayerFeature {
  const worked = Object.entries(result.properties).filter(([name]) => !OWN.has(name));
  return { ...row, properties: { ...row.properties, ...Object.fromEntries(worked) } };
}

/** A single part is kept as the multi-geometry its column takes. */
function kept(geometry: Geometry, like: Geometry): Geometry {
  if (geometry.type === 'Polygon' && like.type === 'MultiPolygon') {
    return { type: 'MultiPolygon', coordinates: [geometry.coordinates] };
  }
  return geometry;
}

/** The same once stored: absent is null, and keys come in the catalogue's order. */
function saysTheSame(row: StoredFeature, result: LayerFeature): boolean {
  if (JSON.stringify(row.geometry) !== JSON.stringify(kept(result.geometry, row.geometry))) return false;
  const names = new Set([...Object.keys(row.properties), ...Object.keys(result.properties)]);
  const value = (feature: LayerFeature, name: string) =>
    JSON.stringify(feature.properties[name] ?? null).normalize('NFC');
  return [...names].every((name) => value(row, name) === value(result, name));
}

function replacing(row: StoredFeature, feature: LayerFeature): FeatureEdit[] {
  return saysTheSame(row, feature) ? [] : [{ op: 'replace', feature, expected: row.revision }];
}

function bySite<T extends LayerFeature>(features: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const sites = new Map<string, T[]>();
  for (const feature of features) {
    const site = String(feature.properties['site_id'] ?? feature.id);
    sites.set(site, [...(sites.get(site) ?? []), feature]);
  }
  return sites;
}

/** Rows of a site that people wrote stay the rows they are, one or one a vintage, whatever the results are split by. */
function ofEditedSite(
  rows: readonly StoredFeature[],
  results: readonly LayerFeature[],
  current: string,
): FeatureEdit[] {
  return rows.flatMap((row) => {
    const of = (vintage: unknown) => results.find(({ properties }) => properties['vintage'] === vintage);
    const result = of(row.properties['vintage'] ?? null) ?? of(null) ?? of(current);
    if (result === undefined) return [];
    const moved = row.provenance === 'edited' ? row : { ...row, geometry: result.geometry };
    return replacing(row, merged(moved, result));
  });
}

function byId(stored: readonly StoredFeature[], results: readonly LayerFeature[]): FeatureEdit[] {
  const rows = new Map(stored.map((row) => [row.id, row]));
  const wanted = new Set(results.map(({ id }) => id));
  const written = results.flatMap((result): FeatureEdit[] => {
    const row = rows.get(result.id);
    if (row === undefined) return [{ op: 'insert', feature: result }];
    return replacing(row, row.provenance === 'edited' ? merged(row, result) : result);
  });
  const gone = stored.filter(({ id, provenance }) => provenance === 'loaded' && !wanted.has(id));
  return [...written, ...gone.map(({ id, revision }) => ({ op: 'delete', id, expected: revision }) as const)];
}

/**
 * What makes the sites say the new results: only rows that differ. A row of people keeps its geometry, name and
 * validity; nothing that people wrote is removed. `current`: the vintage that speaks for a row without one.
 */
export function resultEdits(
  stored: readonly StoredFeature[],
  results: readonly LayerFeature[],
  current: string,
): readonly FeatureEdit[] {
  const [rows, found] = [bySite(stored), bySite(results)];
  return [...new Set([...rows.keys(), ...found.keys()])].flatMap((site) => {
    const [before, after] = [rows.get(site) ?? [], found.get(site) ?? []];
    const edited = before.some(({ provenance }) => provenance === 'edited');
    return edited ? ofEditedSite(before, after, current) : byId(before, after);
  });
}
