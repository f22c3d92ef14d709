// The server over PostGIS while it lives: a register of a million paged to its end over HTTP, writes, an edit on the map.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { serve } from './features/served.mjs';
import { amount, sideBySide } from './harness/rounds.mjs';
import { median } from './median.mjs';
import { startCluster } from './peers/cluster.mjs';

const MILLION = amount(1_000_000, 50_000);
const PAGE = 1_000;
const WRITES = 50;
/** What the server may grow by in a thousand pages: a collector's slack, not a layer. */
const FLAT_MB = 200;
const TOKEN = randomUUID();
const SYNC_OFF = 'cluster with fsync off';
const headers = { authorization: `Bearer ${TOKEN}`, 'accept-encoding': 'identity' };

/** As a load writes: nobody is told, the tiles stay. */
async function fill(client) {
  await client.query('BEGIN');
  await client.query("SELECT set_config('giapranh.writer', 'load', true)");
  await client.query(
    `INSERT INTO giapranh_bac_kan.incidents (geom, id, kind, people)
     SELECT ST_SetSRID(ST_MakePoint(105 + at % 1000 / 1000.0, 21.5 + at / 1000 / 1000.0), 4326), 'm' || at, 'thử', at % 9
     FROM generate_series(1, $1::bigint) AS at`,
    [MILLION],
  );
  await client.query('COMMIT');
  await client.query('ANALYZE giapranh_bac_kan.incidents');
}

function residentMB(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

const spread = (times) => ({ first: median(times.slice(0, 20)), last: median(times.slice(-20)) });

/** Every page by its `next`: the features, what a page took at the beginning and at the end, the server's memory. */
async function walk(server) {
  const [times, memory] = [[], []];
  let seen = 0;
  for (let path = `${server.url}/collections/incidents/items?limit=${PAGE}`; path !== undefined; ) {
    const started = performance.now();
    const page = await (await fetch(path, { headers })).json();
    times.push(performance.now() - started);
    seen += page.features.length;
    if (page.numberMatched !== MILLION) throw new Error(`${page.numberMatched} matched`);
    if (times.length % 20 === 0) memory.push(residentMB(server.pid));
    path = page.links.find(({ rel }) => rel === 'next')?.href;
  }
  if (seen !== MILLION) throw new Error(`${seen} of ${MILLION} features`);
  const { first, last } = spread(times);
  const [early = 0] = memory;
  const most = Math.max(...memory);
  if (most > early + FLAT_MB) throw new Error(`memory is not flat: ${early} MB became ${most} MB`);
  return {
    facts: [
      `a page ${Math.round(first)} ms at first, ${Math.round(last)} ms at last`,
      `the server ${Math.round(early)} MB after 20 pages, ${Math.round(most)} MB at most`,
    ],
  };
}

async function insert(server, lon, lat) {
  const feature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { kind: 'thử' },
  };
  const response = await fetch(`${server.url}/collections/incidents/items`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/geo+json' },
    body: JSON.stringify(feature),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return response.headers.get('location');
}

async function write(server) {
  const started = performance.now();
  for (let turn = 0; turn < WRITES; turn += 1) await insert(server, 106.4, 22.8);
  return { facts: [`${Math.round((WRITES * 1000) / (performance.now() - started))} writes a second`] };
}

/** From sending an edit to the changed tile in hand. */
async function edited(server) {
  const tile = `${server.url}/tiles/incidents/14/13034/7125.mvt`;
  const before = await (await fetch(tile, { headers })).arrayBuffer();
  const started = performance.now();
  await insert(server, 106.4, 22.8);
  for (;;) {
    const now = await (await fetch(tile, { headers })).arrayBuffer();
    if (now.byteLength !== before.byteLength) return { ms: performance.now() - started };
  }
}

/** @param wanted names of works, or none for all. */
export async function run(wanted = []) {
  const cluster = await startCluster();
  if (cluster === undefined) return [];
  const folder = mkdtempSync(join(tmpdir(), 'giapranh-bench-'));
  const server = await serve(cluster.url, folder, { GIAPRANH_EDIT_TOKEN: TOKEN });
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  const works = [
    ['an edit on the tile', 'one incident inserted over HTTP, its tile at z14', edited, amount(15, 5)],
    [`${WRITES} writes over HTTP`, 'incidents, one after another, each audited', write, amount(5, 3)],
    ['page to the end over HTTP', `${MILLION} incidents, ${PAGE} a page`, walk, 1],
  ];
  try {
    const rows = [];
    for (const [work, data, measure, rounds] of works) {
      if (wanted.length > 0 && !wanted.includes(work)) continue;
      if (measure === walk) {
        await client.query('TRUNCATE giapranh_bac_kan.incidents');
        await fill(client);
      }
      const subjects = [{ name: 'giapranh over HTTP, PostGIS', run: () => measure(server), note: SYNC_OFF }];
      rows.push(...(await sideBySide({ work, data, subjects, rounds })));
    }
    return rows;
  } finally {
    await client.end();
    await server.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
