// Tiles that are asked for again and again, at 64 connections, from the same tiles in both servers.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bboxOf, bboxUnion, EMPTY_BBOX } from '@giapranh/core';
import { profileCommunes } from '../data/communes.mjs';
import { amount, sideBySide } from '../harness/rounds.mjs';
import { TILESERVER } from '../peers/install.mjs';
import { readTiles } from './files.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const LOAD = fileURLToPath(new URL('./load.mjs', import.meta.url));
const AS_OF = '2026-01-01';
const CONNECTIONS = 64;
const SECONDS = amount(5, 2);
const ZOOMS = [8, 9, 10, 11];
const START_MS = 180_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Server on one core, load on the other, where the system can. */
const pinned = (core, ...words) =>
  process.platform === 'linux' ? ['taskset', '-c', String(core), ...words] : words;

async function start(words, url, options) {
  const [command, ...args] = pinned(0, ...words);
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore'], ...options });
  const until = performance.now() + START_MS;
  while (performance.now() < until && child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return child;
    await sleep(200);
  }
  child.kill();
  throw new Error(`no answer from ${url}`);
}

async function end(child) {
  if (child === undefined || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([ended, sleep(5000)]);
  child.kill('SIGKILL');
}

async function loaded(origin, paths) {
  const [command, ...args] = pinned(
    1,
    process.execPath,
    LOAD,
    origin,
    String(CONNECTIONS),
    String(SECONDS),
    ...paths,
  );
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  const { requests, seconds, p50_ms, p99_ms, bytes, faults } = JSON.parse(text);
  const rate = requests / seconds;
  return {
    ms: (1000 * seconds * 1000) / requests,
    tiles_per_s: Math.round(rate),
    p99_ms,
    facts: [
      `${Math.round(rate)} tiles/s`,
      `p50 ${p50_ms.toFixed(1)} ms, p99 ${p99_ms.toFixed(1)} ms`,
      `${Math.round(bytes / requests)} bytes each`,
      ...(faults > 0 ? [`${faults} faults`] : []),
    ],
  };
}

/** Without one it looks for a folder of styles that npm puts elsewhere, and does not start. */
function tileserverConfig(folder) {
  const path = join(folder, 'tileserver.json');
  const data = { communes: { pmtiles: 'communes.pmtiles' } };
  writeFileSync(
    path,
    JSON.stringify({ options: { paths: { root: folder, pmtiles: folder } }, styles: {}, data }),
  );
  return path;
}

export async function hot() {
  mkdirSync(join(ROOT, 'test/.tmp'), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'giapranh-hot-'));
  const archive = join(folder, 'communes.pmtiles');
  const build = ['tiles', 'build', '--layers', 'communes', '--as-of', AS_OF, '--out', archive];
  const built = spawnSync(process.execPath, [join(ROOT, 'packages/cli/dist/main.js'), ...build], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  const { units } = await profileCommunes();
  const box = units.reduce((sum, { geometry }) => bboxUnion(sum, bboxOf(geometry)), EMPTY_BBOX);
  const tiles = (await readTiles(archive, box, ZOOMS)).map(({ z, x, y }) => `${z}/${x}/${y}`);
  const [own, other] = [await freePort(), await freePort()];
  let [ours, theirs] = [undefined, undefined];
  try {
    ours = await start(
      [process.execPath, join(ROOT, 'server/dist/main.js')],
      `http://127.0.0.1:${own}/tiles/communes/${tiles[0]}.mvt`,
      { env: { ...process.env, PORT: String(own), GIAPRANH_TILES: archive } },
    );
    if (existsSync(TILESERVER)) {
      theirs = await start(
        [
          process.execPath,
          TILESERVER,
          '--config',
          tileserverConfig(folder),
          '--port',
          String(other),
          '--bind',
          '127.0.0.1',
          '--silent',
        ],
        `http://127.0.0.1:${other}/data/communes/${tiles[0]}.pbf`,
        { cwd: folder },
      ).catch((cause) => void process.stderr.write(`  tileserver-gl-light: ${cause.message}\n`));
    }
    return await sideBySide({
      work: 'hot tiles, a thousand',
      data: `${tiles.length} tiles of communes z${ZOOMS[0]}–${ZOOMS.at(-1)}, ${CONNECTIONS} connections`,
      rounds: amount(3, 1),
      subjects: [
        {
          name: 'giapranh',
          run: () =>
            loaded(
              `http://127.0.0.1:${own}`,
              tiles.map((tile) => `/tiles/communes/${tile}.mvt`),
            ),
        },
        {
          name: 'tileserver-gl-light 5.6',
          run:
            theirs &&
            (() =>
              loaded(
                `http://127.0.0.1:${other}`,
                tiles.map((tile) => `/data/communes/${tile}.pbf`),
              )),
        },
      ],
    });
  } finally {
    await Promise.all([end(ours), end(theirs)]);
    rmSync(folder, { recursive: true, force: true });
  }
}
