import type pg from 'pg';
import type { LayerSummary, StoreInfo, StoreMeta } from '../feature-store.js';
import { LAYER_TABLES, type LayerTable } from '../layer-table.js';
import { dayOf } from '../stored-feature.js';
import { inTransaction, rowsOf } from './pool.js';
import { profileSchema, tableIn } from './postgis-tables.js';

async function summary(client: pg.PoolClient, schema: string, table: LayerTable): Promise<LayerSummary> {
  const [row] = await rowsOf(
    client,
    `SELECT count, valid_from, valid_to, ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box) FROM (
       SELECT count(*) AS count, ST_3DExtent(geom) AS box,
         CASE WHEN count(valid_from) = count(*) THEN min(valid_from) END AS valid_from,
         CASE WHEN count(valid_to) = count(*) THEN max(valid_to) END AS valid_to
       FROM ${tableIn(schema, table)}) AS layer`,
  );
  const [count, from, to, west, south, east, north] = row ?? [];
  return {
    layer: table.layer.id,
    count: Number(count),
    bbox: west === null ? null : [Number(west), Number(south), Number(east), Number(north)],
    validity: { from: dayOf(from), to: dayOf(to) },
  };
}

export async function readMeta(client: pg.PoolClient, profile: string): Promise<StoreMeta | null> {
  const [meta] = await rowsOf(
    client,
    'SELECT content_hash, loaded_at FROM giapranh.profile WHERE profile = $1 AND content_hash IS NOT NULL',
    [profile],
  );
  return meta === undefined ? null : { profile, contentHash: String(meta[0]), loadedAt: String(meta[1]) };
}

export async function readInfo(pool: pg.Pool, location: string, profile: string): Promise<StoreInfo> {
  return inTransaction(pool, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
    const meta = await readMeta(client, profile);
    const layers: LayerSummary[] = [];
    for (const table of LAYER_TABLES) layers.push(await summary(client, profileSchema(profile), table));
    return {
      kind: 'postgis',
      location,
      meta,
      layers,
    };
  });
}
