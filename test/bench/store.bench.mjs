// The two stores: loading, paging to the end, items by box beside bare SQL, writes, news of an edit. Both flush each
// commit to disk. A million features are paged over HTTP by the bench `live`.
import { createRequire } from 'node:module';
import { amount, sideBySide } from './harness/rounds.mjs';
import { insertIncidents, load, openStores } from './store/stores.mjs';

const POINTS = amount(200_000, 50_000);
const PAGE = 1_000;
const MB = 1024 * 1024;
/** Edits of one transaction. */
const BATCH = 500;

/** Every page after the other; the most memory held at a page's end, collected where node lets us. */
async function walk(next) {
  let [seen, most_MB] = [0, 0];
  for (let after; ; ) {
    const page = await next(after);
    seen += page.count;
    if ((seen / PAGE) % 50 === 0) {
      globalThis.gc?.();
      most_MB = Math.max(most_MB, process.memoryUsage().rss / MB);
    }
    if (page.next === null) return { facts: [`${Math.round(most_MB)} MB at most`] };
    after = page.next;
  }
}

const ofStore = (store) => () =>
  walk(async (after) => {
    const page = await store.page({
      layer: 'places',
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    return { count: page.features.length, next: page.next };
  });

const BARE = `SELECT fid, id, ST_AsGeoJSON(geom) AS geom, name, kind, rank FROM giapranh_bac_kan.places`;

const ofSql = (pool) => () =>
  walk(async (after) => {
    const { rows } = await pool.query(`${BARE} WHERE fid > $1 ORDER BY fid LIMIT ${PAGE}`, [after ?? 0]);
    for (const row of rows) JSON.parse(row.geom);
    return { count: rows.length, next: rows.length < PAGE ? null : rows.at(-1).fid };
  });

async function paging({ embedded, postgis }, pool) {
  const data = `${POINTS} points, pages of ${PAGE}`;
  const subjects = [
    { name: 'giapranh embedded', run: ofStore(embedded) },
    { name: 'giapranh PostGIS', run: postgis && ofStore(postgis) },
    { name: 'bare SQL through pg', run: pool && ofSql(pool) },
  ];
  return sideBySide({ work: 'page to the end', data, subjects, rounds: amount(3, 1) });
}

async function items({ postgis, embedded }, pool) {
  const bbox = [105.2, 21.2, 105.23, 21.23];
  const ask = (store) => async () => {
    for (let turn = 0; turn < 50; turn += 1) await store.page({ layer: 'places', bbox, limit: 100 });
  };
  const bare = async () => {
    const where = 'WHERE geom && ST_MakeEnvelope($1, $2, $3, $4, 4326)';
    for (let turn = 0; turn < 50; turn += 1) {
      const { rows } = await pool.query(`${BARE} ${where} ORDER BY fid LIMIT 100`, bbox);
      for (const row of rows) JSON.parse(row.geom);
    }
  };
  const subjects = [
    { name: 'giapranh PostGIS', run: postgis && ask(postgis) },
    { name: 'giapranh embedded', run: ask(embedded) },
    { name: 'bare SQL through pg', run: pool && bare },
  ];
  return sideBySide({ work: '50 × items by box', data: `${POINTS} points, 100 a page`, subjects });
}

let serial = 0;
function newId() {
  serial += 1;
  return `i${serial}`;
}

async function writing({ embedded, postgis }) {
  const each = (store) => async () => {
    for (let turn = 0; turn < 50; turn += 1) await insertIncidents(store, [newId()]);
  };
  const together = (store) => async () => {
    await Promise.all(Array.from({ length: 50 }, () => insertIncidents(store, [newId()])));
  };
  const batch = (store) => async () => {
    await insertIncidents(store, Array.from({ length: BATCH }, newId));
  };
  const written = (work, count, run) =>
    sideBySide({
      work,
      data: 'incidents, each audited and acknowledged',
      aSecond: [count, 'writes'],
      subjects: [
        { name: 'giapranh embedded', run: run(embedded) },
        { name: 'giapranh PostGIS', run: postgis && run(postgis) },
      ],
    });
  return [
    ...(await written('50 writes, one after another', 50, each)),
    ...(await written('50 writes at once', 50, together)),
    ...(await written(`${BATCH} writes in one transaction`, BATCH, batch)),
  ];
}

/** From the acknowledgement of an edit to the word of it. */
async function hearing({ embedded, postgis }) {
  const heard = (store) => async () => {
    let told;
    const word = new Promise((resolve) => {
      told = resolve;
    });
    const stop = await store.watch(() => told());
    const start = performance.now();
    await insertIncidents(store, [newId()]);
    await word;
    const ms = performance.now() - start;
    await stop();
    return { ms };
  };
  const subjects = [
    { name: 'giapranh embedded', run: heard(embedded) },
    { name: 'giapranh PostGIS', run: postgis && heard(postgis) },
  ];
  return sideBySide({
    work: 'an edit is heard of',
    data: 'one insert, with its writing',
    subjects,
    rounds: amount(15, 5),
  });
}

export async function run(wanted = []) {
  const stores = await openStores();
  const { Pool } = createRequire(new URL('../../packages/store/package.json', import.meta.url))('pg');
  const pool =
    stores.url === undefined ? undefined : new Pool({ connectionString: stores.url, options: '-c jit=off' });
  const is = (name) => wanted.length === 0 || wanted.includes(name);
  const rows = [];
  try {
    const loading = [
      { name: 'giapranh embedded', run: () => load(stores.embedded, POINTS).then(() => ({})) },
      {
        name: 'giapranh PostGIS',
        run: stores.postgis && (() => load(stores.postgis, POINTS).then(() => ({}))),
      },
    ];
    rows.push(
      ...(await sideBySide({
        work: 'load',
        data: `${POINTS} points`,
        subjects: loading,
        rounds: 1,
        warm: 0,
      })),
    );
    if (is('page')) rows.push(...(await paging(stores, pool)));
    if (is('items')) rows.push(...(await items(stores, pool)));
    if (is('write')) rows.push(...(await writing(stores)));
    if (is('hear')) rows.push(...(await hearing(stores)));
    return rows;
  } finally {
    await pool?.end();
    await stores.close();
  }
}
