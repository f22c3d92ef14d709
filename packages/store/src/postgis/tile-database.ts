import { err, type LayerId, ok, type Result, type Secrecy, type Validity } from '@giapranh/core';
import type pg from 'pg';
import type { DatabaseUrl } from '../database-url.js';
import { type LayerTable, layerTable } from '../layer-table.js';
import { profileIdFault } from '../profile-id.js';
import { StoreFault } from '../store-fault.js';
import { dayOf } from '../stored-feature.js';
import { makePool, rowsOf, withClient } from './pool.js';
import { profileSchema, tableIn } from './postgis-tables.js';
import { isDatabaseError, postgresIssue } from './postgres-issue.js';
import { checkRequirements } from './requirements.js';
import { nearStatement, type TileQuestion, tileStatement } from './tile-sql.js';

/** A layer of a tile as the database made it; see `LayerTile` of the tiles package. */
export interface DatabaseTile {
  /** MVT, the layer and its labels; empty when nothing is drawn. */
  readonly data: Uint8Array;
  readonly features: number;
  readonly collapsed: number;
  readonly thinned: number;
}

/** What there is to say of a layer that stays in the database, of one level of secrecy. */
export interface DatabaseLevel {
  readonly secrecy: Secrecy;
  /** What its features name as their source. */
  readonly sources: readonly string[];
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  /** From the first to the last day any of them is in force; `null` ends are open. */
  readonly validity: Validity;
}

/** Tiles by PostGIS (`ST_AsMVT`), for layers too large for memory. */
export interface TileDatabase {
  /** @param numberOf the number a feature has in every tile, of its id. Throws `StoreFault`, as the others do. */
  tile(question: TileQuestion, numberOf: (id: string) => number): Promise<DatabaseTile>;
  levels(layer: LayerId): Promise<readonly DatabaseLevel[]>;
  validities(layer: LayerId): Promise<readonly Validity[]>;
  close(): Promise<void>;
}

const EMPTY: DatabaseTile = { data: new Uint8Array(), features: 0, collapsed: 0, thinned: 0 };

function bytesOf(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

async function tileOf(
  pool: pg.Pool,
  schema: string,
  question: TileQuestion,
  numberOf: (id: string) => number,
): Promise<DatabaseTile> {
  const table = layerTable(question.layer);
  const near = nearStatement(schema, table, question);
  const rows = await rowsOf(pool, near.text, near.values);
  if (rows.length === 0) return EMPTY;
  const { text, values } = tileStatement(schema, table, question, {
    fids: rows.map(([fid]) => Number(fid)),
    numbers: rows.map(([, id]) => numberOf(String(id))),
  });
  const [found] = await rowsOf(pool, text, values);
  const [features, labels, drawn, collapsed, thinned] = found ?? [];
  return {
    data: Buffer.concat([bytesOf(features), bytesOf(labels)]),
    features: Number(drawn),
    collapsed: Number(collapsed),
    thinned: Number(thinned),
  };
}

function sourceColumn({ properties }: LayerTable): string {
  return properties.some(({ name }) => name === 'source') ? 'source' : "''";
}

async function levelsOf(pool: pg.Pool, schema: string, table: LayerTable): Promise<DatabaseLevel[]> {
  const rows = await rowsOf(
    pool,
    `SELECT secrecy, array_agg(DISTINCT ${sourceColumn(table)}),
       min(ST_XMin(geom)), min(ST_YMin(geom)), max(ST_XMax(geom)), max(ST_YMax(geom)),
       CASE WHEN count(valid_from) = count(*) THEN min(valid_from) END,
       CASE WHEN count(valid_to) = count(*) THEN max(valid_to) END
     FROM ${tableIn(schema, table)} GROUP BY secrecy`,
  );
  return rows.map(([secrecy, sources, west, south, east, north, from, to]) => ({
    secrecy: secrecy as Secrecy,
    sources: (Array.isArray(sources) ? sources : [])
      .flatMap((source) => (typeof source === 'string' && source !== '' ? source.split(', ') : []))
      .sort(),
    bounds: [Number(west), Number(south), Number(east), Number(north)],
    validity: { from: dayOf(from), to: dayOf(to) },
  }));
}

async function guarded<T>(location: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isDatabaseError(error)) throw new StoreFault(postgresIssue(location, error), error);
    throw error;
  }
}

/** Issues: those of opening the store. The layout is that of `openStore`, which comes first. */
export async function openTileDatabase(
  url: DatabaseUrl,
  profile: string,
  query_ms?: number,
): Promise<Result<TileDatabase>> {
  const fault = profileIdFault(profile);
  if (fault !== undefined) return err(fault);
  const schema = profileSchema(profile);
  const location = url.toString();
  try {
    const postgis = await withClient(url, (client) => checkRequirements(client, location));
    if (!postgis.ok) return postgis;
    const pool = makePool(url, postgis.value, query_ms);
    return ok({
      tile: (question, numberOf) => guarded(location, tileOf(pool, schema, question, numberOf)),
      levels: (layer) => guarded(location, levelsOf(pool, schema, layerTable(layer))),
      validities: async (layer) => {
        const table = tableIn(schema, layerTable(layer));
        const asked = rowsOf(pool, `SELECT DISTINCT valid_from, valid_to FROM ${table}`);
        const rows = await guarded(location, asked);
        return rows.map(([from, to]) => ({ from, to }) as Validity);
      },
      close: () => pool.end(),
    });
  } catch (error) {
    if (isDatabaseError(error)) return err(postgresIssue(location, error));
    throw error;
  }
}
