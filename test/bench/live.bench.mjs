// The server while it lives, on both stores: writes, an edit on the map, a register of a million paged to its end over
// HTTP. Both stores flush each commit to disk before it is acknowledged.
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import pg from 'pg';
import { plainClient } from './features/plain-client.mjs';
import { serve } from './features/served.mjs';
import { amount, sideBySide } from './harness/rounds.mjs';
import { fillEmbedded, fillPostgis } from './live/fill.mjs';
import { median } from './median.mjs';
import { startCluster } from './peers/cluster.mjs';

const PROFILE = 'bac-kan';
const MILLION = amount(1_000_000, 50_000);
const PAGE = 1_000;
const WRITES = 50;
/** Clients that write at the same time, and what each writes. */
const WRITERS = 8;
const WRITES_EACH = 25;
/** What the server may grow by every 100,000 features once it is under way: a collector's slack, not a layer. */
const FLAT_MB = 20;
const TOKEN = randomUUID();

function value(result) {
  if (!result.ok) throw new Error(result.issues[0].message.en);
  return result.value;
}

/** The loaded profile moved over, and what was prepared beside it, so that a server starts warm on it. */
async function moveToEmbedded(url, from, to) {
  const databaseUrl = value(parseDatabaseUrl(url));
  const source = value(await openStore({ dataDir: from, profile: PROFILE, databaseUrl }));
  const target = value(await openStore({ dataDir: to, profile: PROFILE }));
  value(await target.restore(source.dump()));
  await Promise.all([source.close(), target.close()]);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) cpSync(join(from, entry.name), join(to, entry.name), { recursive: true });
  }
}

function residentMB(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** By least squares, of evenly spaced samples: what one step adds. */
function slopeOf(samples) {
  const [middle, mean] = [
    (samples.length - 1) / 2,
    samples.reduce((sum, one) => sum + one, 0) / samples.length,
  ];
  const over = samples.reduce((sum, one, at) => sum + (at - middle) * (one - mean), 0);
  const under = samples.reduce((sum, _one, at) => sum + (at - middle) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

const SAMPLED_pages = 10;

/** Every page by its `next`: the features, what a page took at the beginning and at the end, the server's memory. */
async function walk({ server, http }) {
  const [times, memory] = [[], []];
  let seen = 0;
  for (let path = `/collections/incidents/items?limit=${PAGE}`; path !== undefined; ) {
    const started = performance.now();
    const page = JSON.parse((await http.get(path)).toString('utf8'));
    times.push(performance.now() - started);
    seen += page.features.length;
    if (page.numberMatched !== MILLION) throw new Error(`${page.numberMatched} matched`);
    if (times.length % SAMPLED_pages === 0) memory.push(residentMB(server.pid));
    path = page.links.find(({ rel }) => rel === 'next')?.href;
  }
  if (seen !== MILLION) throw new Error(`${seen} of ${MILLION} features`);
  const [first, last] = [median(times.slice(0, 20)), median(times.slice(-20))];
  const [early = 0] = memory;
  const most = Math.max(...memory);
  const slope = (slopeOf(memory.slice(Math.floor(memory.length / 2))) * 100_000) / (SAMPLED_pages * PAGE);
  const isFlat = MILLION < 1_000_000 || slope < FLAT_MB;
  if (!isFlat) process.exitCode = 1;
  return {
    facts: [
      ...(isFlat ? [] : ['memory is not flat']),
      `a page ${first.toFixed(1)} ms at first, ${last.toFixed(1)} ms at last`,
      `the server ${Math.round(early)} MB after ${SAMPLED_pages} pages, ${Math.round(most)} MB at most; in the second half ${slope.toFixed(2)} MB more every 100,000 features`,
    ],
  };
}

async function insert(http, lon, lat) {
  const feature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { kind: 'thử' },
  };
  const { status, bytes } = await http.send('POST', '/collections/incidents/items', JSON.stringify(feature), {
    'content-type': 'application/geo+json',
  });
  if (status !== 201) throw new Error(`${status} ${bytes}`);
}

async function writeOneByOne({ http }) {
  for (let turn = 0; turn < WRITES; turn += 1) await insert(http, 106.4, 22.8);
}

async function writeAtOnce({ clients }) {
  await Promise.all(
    clients.map(async (http) => {
      for (let turn = 0; turn < WRITES_EACH; turn += 1) await insert(http, 106.4, 22.8);
    }),
  );
}

/** From sending an edit to the changed tile in hand. */
async function edited({ http }) {
  const tile = '/tiles/incidents/14/13034/7125.mvt';
  const before = await http.get(tile);
  const started = performance.now();
  await insert(http, 106.4, 22.8);
  for (;;) {
    if (!(await http.get(tile)).equals(before)) return { ms: performance.now() - started };
  }
}

const WORKS = [
  ['an edit on the tile', 'one incident inserted over HTTP, its tile at z14', edited, amount(15, 5)],
  [
    `${WRITES} writes over HTTP`,
    'incidents, one after another, each audited',
    writeOneByOne,
    amount(3, 1),
    [WRITES, 'writes'],
  ],
  [
    `${WRITES_EACH * WRITERS} writes over HTTP`,
    `incidents, ${WRITERS} clients at once, each audited`,
    writeAtOnce,
    amount(3, 1),
    [WRITES_EACH * WRITERS, 'writes'],
  ],
  ['page to the end over HTTP', `${MILLION} incidents, ${PAGE} a page`, walk, 1],
];

/** Milliseconds of a core that a process has used. */
function used_ms(pid) {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

const MOST_SECONDS = 90;

/** After the first edit, which makes the ground that sites are judged on: until the server has nothing left to do. */
async function warmUp({ http, server }) {
  await insert(http, 106.4, 22.8);
  let before = used_ms(server.pid);
  for (let second = 0; second < MOST_SECONDS; second += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const now = used_ms(server.pid);
    if (second > 2 && now - before < 50) return;
    before = now;
  }
}

/** A server on one store, and clients of it. */
async function subject(name, url, folder, fill) {
  const server = await serve(url, folder, { GIAPRANH_EDIT_TOKEN: TOKEN });
  const clients = Array.from({ length: WRITERS }, () =>
    plainClient(server.url, { authorization: `Bearer ${TOKEN}` }),
  );
  return { name, server, clients, http: clients[0], fill };
}

/** @param wanted names of works, or none for all. */
export async function run(wanted = []) {
  const cluster = await startCluster({ durable: true });
  if (cluster === undefined) return [];
  const folder = mkdtempSync(join(tmpdir(), 'giapranh-bench-'));
  const [own, other] = ['postgis', 'embedded'].map((name) => join(folder, name));
  for (const each of [own, other]) mkdirSync(each);
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  const subjects = [];
  try {
    subjects.push(
      await subject('giapranh over HTTP, PostGIS', cluster.url, own, () => fillPostgis(client, MILLION)),
    );
    await moveToEmbedded(cluster.url, own, other);
    subjects.push(
      await subject('giapranh over HTTP, embedded', '', other, () =>
        fillEmbedded(join(other, `${PROFILE}.gpkg`), MILLION),
      ),
    );
    for (const one of subjects) await warmUp(one);
    const rows = [];
    for (const [work, data, measure, rounds, aSecond] of WORKS) {
      if (wanted.length > 0 && !wanted.includes(work)) continue;
      if (measure === walk) for (const { fill } of subjects) await fill();
      const warm = measure === walk ? 0 : 1;
      const asked = subjects.map((one) => ({ name: one.name, run: () => measure(one) }));
      rows.push(...(await sideBySide({ work, data, subjects: asked, rounds, warm, aSecond })));
    }
    return rows;
  } finally {
    await client.end();
    for (const { clients, server } of subjects) {
      for (const http of clients) http.close();
      await server.stop();
    }
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
