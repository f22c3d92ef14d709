// All tiles from z0 to z12, from a GeoJSON file to an archive, each program on one core.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bboxOf, bboxUnion, EMPTY_BBOX } from '@giapranh/core';
import { allCommunes, profileCommunes } from '../data/communes.mjs';
import { amount, sideBySide } from '../harness/rounds.mjs';
import { TIPPECANOE } from '../peers/install.mjs';
import { cracksIn } from './cracks.mjs';
import { readTiles } from './files.mjs';

const OURS = fileURLToPath(new URL('./our-pyramid.mjs', import.meta.url));
const MAX_ZOOM = 12;
/** A program that takes longer is stopped: what stands in the table is then the least it takes. */
const LIMIT_MS = 240_000;
/** Tiles looked at for cracks, of each program; evenly chosen. */
const LOOKED_AT = 400;
/** Our tolerance in steps of 1/4096 tile, which is what the peers' tolerances are told as. */
const STEPS = 4;

/** Pinned to one core where the system can. */
function program(command, args) {
  const [name, ...words] =
    process.platform === 'linux' ? ['taskset', '-c', '0', command, ...args] : [command, ...args];
  const started = performance.now();
  const done = spawnSync(name, words, {
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: 1 << 26,
    env: { ...process.env, TIPPECANOE_MAX_THREADS: '1', GDAL_NUM_THREADS: '1' },
  });
  const ms = performance.now() - started;
  if (done.error?.code === 'ETIMEDOUT')
    return { ms, facts: [`not done after ${LIMIT_MS / 60_000} min, and stopped`], stopped: true };
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
  return { ms, facts: [], stdout: done.stdout };
}

const installed = (command) => spawnSync(command, ['--version']).status === 0;

function write(path, units) {
  const features = units.map(({ code, name, province, geometry }) => ({
    type: 'Feature',
    properties: { code, name, province_code: province },
    geometry,
  }));
  writeFileSync(
    path,
    `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`,
  );
}

function sizes(tiles) {
  const bytes = tiles.reduce((sum, { data }) => sum + data.length, 0);
  return { tiles: tiles.length, bytes_per_tile: Math.round(bytes / Math.max(1, tiles.length)), bytes };
}

async function pyramid({ units, data }, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'giapranh-pyramid-'));
  const source = join(folder, 'communes.geojson');
  write(source, units);
  const box = units.reduce((sum, { geometry }) => bboxUnion(sum, bboxOf(geometry)), EMPTY_BBOX);
  const [ours, tippecanoe, simple, gdal] = [
    'ours.pmtiles',
    'tippecanoe.pmtiles',
    'simple.pmtiles',
    'gdal',
  ].map((name) => join(folder, name));
  const zooms = ['-Z0', `-z${MAX_ZOOM}`];
  const unlimited = [
    '--no-feature-limit',
    '--no-tile-size-limit',
    '--quiet',
    '--force',
    '-l',
    'communes',
    '-b4',
  ];
  const peer = (present, run) => (present ? run : undefined);
  const rows = await sideBySide({
    work: `pyramid z0–${MAX_ZOOM}`,
    data,
    rounds,
    subjects: [
      {
        name: 'giapranh',
        run() {
          const { ms, stdout, ...told } = program(process.execPath, [
            '--max-old-space-size=8192',
            OURS,
            source,
            ours,
            String(MAX_ZOOM),
          ]);
          if (stdout === undefined) return { ms, ...told };
          const steps = Object.entries(JSON.parse(stdout)).map(
            ([step, took]) => `${step} ${(took / 1000).toFixed(1)} s`,
          );
          return { ms, facts: [steps.join(', ')] };
        },
      },
      {
        name: 'tippecanoe, tolerance like ours',
        note: `-S${STEPS}`,
        run: peer(existsSync(TIPPECANOE), () =>
          program(TIPPECANOE, [...unlimited, ...zooms, `-S${STEPS}`, '-o', tippecanoe, source]),
        ),
      },
      {
        name: 'tippecanoe, as it comes',
        run: peer(existsSync(TIPPECANOE), () =>
          program(TIPPECANOE, [...unlimited, ...zooms, '-o', simple, source]),
        ),
      },
      {
        name: 'GDAL MVT',
        run: peer(installed('ogr2ogr'), () => {
          rmSync(gdal, { recursive: true, force: true });
          const options = {
            MINZOOM: 0,
            MAXZOOM: MAX_ZOOM,
            EXTENT: 4096,
            BUFFER: 64,
            MAX_SIZE: 50_000_000,
            MAX_FEATURES: 1_000_000,
            SIMPLIFICATION: STEPS,
          };
          const words = Object.entries(options).flatMap(([name, value]) => ['-dsco', `${name}=${value}`]);
          return program('ogr2ogr', ['-f', 'MVT', gdal, source, '-nln', 'communes', ...words]);
        }),
      },
    ],
  });
  const outputs = [ours, tippecanoe, simple, gdal];
  const all = Array.from({ length: MAX_ZOOM + 1 }, (_, z) => z);
  for (const [at, row] of rows.entries()) {
    const { stopped } = row;
    delete row.stopped;
    delete row.stdout;
    if (stopped || !existsSync(outputs[at])) continue;
    const tiles = await readTiles(outputs[at], box, all);
    const deep = tiles.filter(({ z }) => z >= 4);
    const step = Math.max(1, Math.floor(deep.length / amount(LOOKED_AT, 60)));
    const looked = deep.filter((_, index) => index % step === 0);
    const { gaps, invalid } = await cracksIn(looked);
    row.size = sizes(tiles);
    row.cracks = { gaps, invalid, tiles: looked.length };
    row.facts = [
      ...(row.facts ?? []),
      `${row.size.tiles} tiles, ${row.size.bytes_per_tile} bytes a tile unpacked`,
      `${gaps} gaps and ${invalid} invalid polygons in ${looked.length} tiles`,
    ];
  }
  rmSync(folder, { recursive: true });
  return rows;
}

export async function pyramids() {
  return [
    ...(await pyramid(await profileCommunes(), amount(3, 1))),
    ...(amount(true, false) ? await pyramid(await allCommunes(), 1) : []),
  ];
}
