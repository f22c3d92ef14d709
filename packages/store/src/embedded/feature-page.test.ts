import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkFilter,
  type LayerId,
  layerDefinition,
  parseCql2Text,
  parseIsoDate,
  queryablesOf,
} from '@giapranh/core';
import { expect, it } from 'vitest';
import type { FeatureQuery } from '../feature-store.js';
import { layerTable } from '../layer-table.js';
import { keysetSql, matching, pageSql } from './feature-page.js';
import { openGeoPackage } from './open-geopackage.js';
import { type PreparedFilter, prepareFilter } from './prepared-filter.js';
import { sqliteDriver } from './sqlite.js';

async function filterOf(layer: LayerId, text: string | undefined): Promise<PreparedFilter | undefined> {
  if (text === undefined) return undefined;
  const [definition, parsed] = [layerDefinition(layer), parseCql2Text(text)];
  if (definition === undefined || !parsed.ok) throw new Error(text);
  const checked = checkFilter(parsed.value, queryablesOf(definition));
  if (!checked.ok) throw new Error(checked.issues[0].message.en);
  return prepareFilter(layerTable(layer), checked.value);
}

it('answers a box by the R*Tree and a page by the key, never by a walk through the layer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'giapranh-plan-'));
  const store = await openGeoPackage(folder, 'bac-kan');
  const driver = await sqliteDriver();
  if (!store.ok || !driver.ok) throw new Error('no store');
  const connection = driver.value.open(join(folder, 'bac-kan.gpkg'), 0);
  const plan = (query: FeatureQuery, prepared?: PreparedFilter): string => {
    const table = layerTable(query.layer);
    const { text, values } = pageSql(connection, table, matching(connection, table, query, prepared), query);
    const steps = connection.rows(`EXPLAIN QUERY PLAN ${text}`, values);
    return steps.map((step) => String(step[3])).join('\n');
  };
  const asOf = parseIsoDate('2025-07-01');
  if (asOf === undefined) throw new Error('no day');
  const box = plan({
    layer: 'communes',
    bbox: [105, 22, 106, 23],
    asOf,
    filter: { level: 'high' },
    limit: 10,
    offset: 0,
  });
  expect(box).toContain('SCAN rtree_communes_geom VIRTUAL TABLE INDEX 2:');
  expect(box).toContain('SEARCH communes USING INTEGER PRIMARY KEY (rowid=?)');
  expect(box).not.toMatch(/SCAN communes|TEMP B-TREE FOR ORDER BY/);
  const across = plan({ layer: 'communes', bbox: [170, 22, -170, 23], limit: 10, offset: 0 });
  expect(across.match(/VIRTUAL TABLE INDEX 2:/g)).toHaveLength(2);
  expect(across).not.toContain('SCAN communes');
  const filtered = plan({ layer: 'communes', filter: { level: 'high' }, limit: 10, offset: 0 });
  expect(filtered).toMatch(/^SEARCH communes USING INDEX communes_level_idx \(level=\?\)/);
  const paged = keysetSql(connection, layerTable('communes'), { layer: 'communes', limit: 10, after: '500' });
  const steps = connection.rows(`EXPLAIN QUERY PLAN ${paged.text}`, paged.values);
  expect(steps.map((step) => step[3])).toEqual(['SEARCH communes USING INTEGER PRIMARY KEY (rowid>?)']);
  const layer = 'mineral-sites';
  const sites = async (text: string | undefined, query: Partial<FeatureQuery> = {}): Promise<string> =>
    plan({ layer, limit: 10, offset: 0, ...query }, await filterOf(layer, text));
  expect(await sites(undefined, { filter: { spot_index: 17 } })).toContain(
    'INDEX mineral_sites_spot_index_idx (spot_index=?)',
  );
  expect(await sites("name = 'x'", { asOf })).toContain('INDEX mineral_sites_name_idx (name=?)');
  expect(await sites("decision_date = DATE('2020-01-01')")).toContain(
    'INDEX mineral_sites_decision_date_idx',
  );
  expect(await sites("name = 'x'", { bbox: [105, 22, 106, 23] })).not.toContain('SCAN mineral_sites');
  const past = matching(connection, layerTable(layer), { layer, asOf, limit: 0 });
  const counted = connection.rows(
    `EXPLAIN QUERY PLAN SELECT count(*) FROM mineral_sites ${past.text}`,
    past.values,
  );
  expect(counted.map((step) => step[3]).join()).toMatch(/MULTI-INDEX OR.*INDEX mineral_sites_valid_/);
  connection.close();
  await store.value.close();
  await rm(folder, { recursive: true });
});
