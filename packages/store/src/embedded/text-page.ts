import { toGeoJson } from '@giapranh/core';
import type { StoredFeature, TextPage, TextQuery } from '../feature-store.js';
import { type FeatureText, FeatureWriter } from '../feature-writer.js';
import type { LayerTable } from '../layer-table.js';
import { countOf, featureOf, matching, pageSql, readKeysetPage } from './feature-page.js';
import type { PreparedFilter } from './prepared-filter.js';
import type { SqliteConnection } from './sqlite.js';

function featureText(feature: StoredFeature): FeatureText {
  const { geometry, properties } = toGeoJson(feature);
  return {
    id: feature.id,
    state: `${feature.id}\t${feature.revision}`,
    geometry: JSON.stringify(geometry),
    properties: JSON.stringify(properties),
  };
}

function written(features: readonly StoredFeature[]): Pick<TextPage, 'text' | 'numberReturned' | 'state'> {
  const page = new FeatureWriter();
  for (const feature of features) page.add(featureText(feature));
  return page.end();
}

/** To be called inside one transaction: several statements must see the same instant. */
export function readTextPage(
  connection: SqliteConnection,
  table: LayerTable,
  query: TextQuery,
  prepared?: PreparedFilter,
): TextPage {
  const ofAll = () => matching(connection, table, query, prepared);
  const counted = query.count ? ofAll() : undefined;
  const numberMatched = counted === undefined ? null : countOf(connection, table, counted, query);
  if (query.after !== undefined) {
    const { features, next } = readKeysetPage(connection, table, query, prepared);
    return { ...written(features), numberMatched, next };
  }
  const where = counted ?? ofAll();
  const asked = { ...query, limit: query.limit + 1 };
  const { text, values } = pageSql(connection, table, where, asked, numberMatched ?? undefined);
  const rows = connection.rows(text, values);
  const page = rows.slice(0, query.limit);
  return {
    ...written(page.map((row) => featureOf(table, row))),
    numberMatched,
    next: rows.length > query.limit ? String(page.at(-1)?.[0] ?? 0) : null,
  };
}
