// Items over HTTP beside the bare SQL that answers them, as pg_featureserv writes it: the database makes the GeoJSON.
// Both are asked the same questions in the same order, none twice: nothing is answered from memory. The peer gets what
// our answer holds, the page and the number that match, on one open connection without JIT; a row more says what the
// page costs it when nobody counts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { seeded } from './data/made-sites.mjs';
import { plainClient } from './features/plain-client.mjs';
import { serve } from './features/served.mjs';
import { amount, sideBySide } from './harness/rounds.mjs';
import { median } from './median.mjs';
import { startCluster } from './peers/cluster.mjs';

const SCHEMA = 'giapranh_bac_kan';
const AS_OF = '2026-01-01';
const REQUESTS = amount(60, 20);
const ROUNDS = amount(9, 5);
const IN_FORCE = `(valid_from IS NULL OR valid_from <= '${AS_OF}') AND (valid_to IS NULL OR valid_to > '${AS_OF}')`;

/** A box of half a degree somewhere in the middle of the province. */
function box(random) {
  const [west, south] = [105.4 + 0.3 * random(), 21.9 + 0.2 * random()];
  const edges = [west, south, west + 0.5, south + 0.5].map((edge) => edge.toFixed(6));
  const envelope = `ST_MakeEnvelope(${edges.join(', ')}, 4326)`;
  return {
    parameter: `bbox=${edges.join(',')}`,
    where: `geom && ${envelope} AND ST_Intersects(geom, ${envelope})`,
  };
}

let turn = 0;
/** Most of the layer, with another text each time. */
function filter() {
  turn += 1;
  const where = `kind <> 'x${turn}' AND rank >= 0`;
  return { parameter: `filter=${encodeURIComponent(where)}`, where };
}

const WORKS = [
  { name: 'items by bbox', layer: 'places', limit: 100, question: box },
  { name: 'items by bbox, polygons', layer: 'communes', limit: 20, question: box },
  { name: 'items by filter', layer: 'places', limit: 1000, question: filter },
  // So little for the database that HTTP alone, some 0.3 ms, weighs as much: told, without a ceiling.
  { name: 'items by filter, a short page', layer: 'places', limit: 100, question: filter },
];

/** The page and the number that match, the features as GeoJSON text: what our answer holds too. */
function bareSql({ layer, limit }, columns, where) {
  const from = `FROM ${SCHEMA}.${layer} WHERE ${where} AND ${IN_FORCE}`;
  const properties = columns.map((name) => `'${name}', "${name}"`).join(', ');
  return [
    `SELECT id, ST_AsGeoJSON(geom, 15), json_build_object(${properties})::text ${from} ORDER BY fid LIMIT ${limit}`,
    `SELECT count(*) ${from}`,
  ];
}

const pathOf = ({ layer, limit }, { parameter }) =>
  `/collections/${layer}/items?asOf=${AS_OF}&limit=${limit}&${parameter}`;

/** One median of the requests of a round, asked one after another. */
function asking(questions, ask) {
  let next = 0;
  return async () => {
    const times = [];
    for (let at = 0; at < REQUESTS; at += 1) {
      const question = questions[next];
      next += 1;
      const started = performance.now();
      await ask(question);
      times.push(performance.now() - started);
    }
    return { ms: median(times) };
  };
}

async function columnsOf(client, layer) {
  const { rows } = await client.query(
    "SELECT column_name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 AND column_name NOT IN ('geom', 'fid', 'id', 'secrecy', 'provenance', 'revision', 'updated_at')",
    [SCHEMA, layer],
  );
  return rows.map(({ column_name }) => column_name);
}

async function measured(work, http, client) {
  const columns = await columnsOf(client, work.layer);
  const random = seeded(20_260_101);
  const questions = Array.from({ length: REQUESTS * (ROUNDS + 1) + 1 }, () => work.question(random));
  const last = questions.at(-1);
  const answer = JSON.parse((await http.get(pathOf(work, last))).toString('utf8'));
  const [page, count] = bareSql(work, columns, last.where);
  const [{ rows }, counted] = [await client.query(page), await client.query(count)];
  const told = [answer.numberMatched, ...answer.features.map(({ id }) => id)];
  const known = [Number(counted.rows[0].count), ...rows.map(({ id }) => id)];
  if (told.join() !== known.join()) throw new Error(`${work.name}: the answers are not the same`);
  const bare = (statements) =>
    asking(questions, async ({ where }) => {
      for (const text of bareSql(work, columns, where).slice(0, statements)) await client.query(text);
    });
  return sideBySide({
    work: work.name,
    data: `${work.layer}, ${work.limit} of a page, ${Math.round(answer.features.length && Buffer.byteLength(JSON.stringify(answer)) / 1024)} KiB`,
    rounds: ROUNDS,
    subjects: [
      { name: 'giapranh over HTTP', run: asking(questions, (question) => http.get(pathOf(work, question))) },
      { name: 'PostGIS, SQL alone', run: bare(2), note: 'page as GeoJSON, and count' },
      { name: 'PostGIS, SQL alone, not counted', run: bare(1), note: 'says less than our answer does' },
    ],
  });
}

/** @param wanted names of works, or none for all. */
export async function run(wanted = []) {
  const cluster = await startCluster();
  if (cluster === undefined) return [];
  const folder = mkdtempSync(join(tmpdir(), 'giapranh-bench-'));
  const server = await serve(cluster.url, folder);
  const client = new pg.Client({ connectionString: cluster.url, options: '-c jit=off' });
  await client.connect();
  const http = plainClient(server.url);
  try {
    await client.query('ANALYZE');
    const rows = [];
    for (const work of WORKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      rows.push(...(await measured(work, http, client)));
    }
    return rows;
  } finally {
    http.close();
    await client.end();
    await server.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
