// Items over HTTP beside the bare SQL that answers them, as pg_featureserv writes it: the database makes the GeoJSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { serve } from './features/served.mjs';
import { amount, sideBySide } from './harness/rounds.mjs';
import { median } from './median.mjs';
import { startCluster } from './peers/cluster.mjs';

const SCHEMA = 'giapranh_bac_kan';
const AS_OF = '2026-01-01';
const REQUESTS = amount(60, 20);
const IN_FORCE = `(valid_from IS NULL OR valid_from <= '${AS_OF}') AND (valid_to IS NULL OR valid_to > '${AS_OF}')`;
/** The database's answer is not compressed either. */
const PLAIN = { headers: { 'accept-encoding': 'identity' } };
const BOX = [105.5, 22, 106, 22.5];

const WORKS = [
  {
    name: 'items by bbox',
    data: 'places, 100 of a page',
    path: `/collections/places/items?asOf=${AS_OF}&limit=100&bbox=${BOX.join(',')}`,
    table: 'places',
    where: `geom && ST_MakeEnvelope(${BOX.join(',')}, 4326) AND ST_Intersects(geom, ST_MakeEnvelope(${BOX.join(',')}, 4326))`,
  },
  {
    name: 'items by bbox, polygons',
    data: 'communes, 20 of a page',
    path: `/collections/communes/items?asOf=${AS_OF}&limit=20&bbox=${BOX.join(',')}`,
    table: 'communes',
    limit: 20,
    where: `geom && ST_MakeEnvelope(${BOX.join(',')}, 4326) AND ST_Intersects(geom, ST_MakeEnvelope(${BOX.join(',')}, 4326))`,
  },
  {
    name: 'items by filter',
    data: 'places, 100 of a page',
    path: `/collections/places/items?asOf=${AS_OF}&limit=100&filter=${encodeURIComponent("kind <> 'x' AND rank >= 0")}`,
    table: 'places',
    where: `kind <> 'x' AND rank >= 0`,
  },
];

/** The page and the number that match, the features as GeoJSON text: what our answer holds too. */
function bareSql({ table, where, limit = 100 }, columns) {
  const from = `FROM ${SCHEMA}.${table} WHERE ${where} AND ${IN_FORCE}`;
  const properties = columns.map((name) => `'${name}', "${name}"`).join(', ');
  return [
    `SELECT id, ST_AsGeoJSON(geom, 15), json_build_object(${properties})::text ${from} ORDER BY fid LIMIT ${limit}`,
    `SELECT count(*) ${from}`,
  ];
}

/** Median milliseconds of one request, asked one after another. */
async function each(ask) {
  const times = [];
  for (let at = 0; at < REQUESTS; at += 1) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  return { ms: median(times) };
}

/** @param wanted names of works, or none for all. */
export async function run(wanted = []) {
  const cluster = await startCluster();
  if (cluster === undefined) return [];
  const folder = mkdtempSync(join(tmpdir(), 'giapranh-bench-'));
  const server = await serve(cluster.url, folder);
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  try {
    await client.query('ANALYZE');
    const rows = [];
    for (const work of WORKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const { rows: columns } = await client.query(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 AND column_name NOT IN ('geom', 'fid', 'id')",
        [SCHEMA, work.table],
      );
      const statements = bareSql(
        work,
        columns.map(({ column_name }) => column_name),
      );
      const answer = await (await fetch(server.url + work.path)).json();
      const count = Number((await client.query(statements[1])).rows[0].count);
      if (answer.numberMatched !== count)
        throw new Error(`${work.name}: ${answer.numberMatched} is not ${count}`);
      rows.push(
        ...(await sideBySide({
          work: work.name,
          data: work.data,
          subjects: [
            {
              name: 'giapranh over HTTP',
              run: () => each(async () => (await fetch(server.url + work.path, PLAIN)).arrayBuffer()),
            },
            {
              name: 'PostGIS, SQL alone',
              run: () =>
                each(async () => {
                  for (const text of statements) await client.query(text);
                }),
              note: 'page as GeoJSON, and count',
            },
          ],
        })),
      );
    }
    return rows;
  } finally {
    await client.end();
    await server.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
