import type { LayerFeature, LayerId } from '@giapranh/core';
import type { FeatureEdit, StoredFeature } from '@giapranh/store';

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
]);

function merged(row: StoredFeature, result: LayerFeature): LayerFeature {
  const worked = Object.entries(result.properties).filter(([name]) => !OWN.has(name));
  return { ...row, properties: { ...row.properties, ...Object.fromEntries(worked) } };
}

/** The same once stored: absent is null, and keys come in the catalogue's order. */
function saysTheSame(row: StoredFeature, result: LayerFeature): boolean {
  const names = new Set([...Object.keys(row.properties), ...Object.keys(result.properties)]);
  const value = (feature: LayerFeature, name: string) =>
    JSON.stringify(feature.properties[name] ?? null).normalize('NFC');
  return [...names].every((name) => value(row, name) === value(result, name));
}

function replacing(row: StoredFeature, feature: LayerFeature): FeatureEdit[] {
  return saysTheSame(row, feature) ? [] : [{ op: 'replace', feature, expected: row.revision }];
}

/** The row that stands for a site people added under one id, whatever the vintage. */
function rowOfAdded(
  rows: ReadonlyMap<string, StoredFeature>,
  result: LayerFeature,
): StoredFeature | undefined {
  const row = rows.get(String(result.properties['site_id']));
  return row?.provenance === 'edited' ? row : undefined;
}

/**
 * What makes a layer say the new results: only rows that differ. A row of people keeps its geometry, name and
 * validity; nothing that people wrote is removed. `current`: the vintage that speaks for a row without one.
 */
export function resultEdits(
  layer: LayerId,
  stored: readonly StoredFeature[],
  results: readonly LayerFeature[],
  current: string,
): readonly FeatureEdit[] {
  const rows = new Map(stored.map((row) => [row.id, row]));
  const wanted = new Set<string>();
  const edits: FeatureEdit[] = [];
  for (const result of results.filter((feature) => feature.layer === layer)) {
    const row = rows.get(result.id);
    const added = row === undefined && layer === 'mineral-sites' ? rowOfAdded(rows, result) : undefined;
    wanted.add(result.id);
    if (row !== undefined) {
      edits.push(...replacing(row, row.provenance === 'edited' ? merged(row, result) : result));
    } else if (added === undefined) edits.push({ op: 'insert', feature: result });
    else if (result.properties['vintage'] === current) edits.push(...replacing(added, merged(added, result)));
  }
  for (const row of stored) {
    if (row.provenance === 'loaded' && !wanted.has(row.id)) {
      edits.push({ op: 'delete', id: row.id, expected: row.revision });
    }
  }
  return edits;
}
