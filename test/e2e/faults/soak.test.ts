import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { type RunningServer, startRunningServer } from '../../running-server.js';
import { seeded } from '../../seeded.js';
import { withTemporaryFolders } from '../../temporary-folder.js';
import { FORM, noteFigures, PATIENCE_MS, PROFILE } from './form.js';
import { fullLoad } from './load.js';
import { loadInto } from './loaded.js';
import { OPERATOR } from './operator.js';

const folders = withTemporaryFolders();
const AT_ONCE = 16;
const LOOK_MS = 2_000;
let running: RunningServer | undefined;
afterAll(async () => {
  if (running?.hasEnded() === false) await running.kill();
});

interface Look {
  readonly at_s: number;
  readonly resident_MB: number;
  readonly heap_MB: number;
}

async function look(url: string, start: number): Promise<Look> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const of = (name: string): number => {
    const line = text.split('\n').find((row) => row.startsWith(`${name} `));
    return Number(line?.split(' ')[1]) / 1e6;
  };
  return {
    at_s: (performance.now() - start) / 1000,
    resident_MB: of('process_resident_memory_bytes'),
    heap_MB: of('process_heap_bytes'),
  };
}

/** The least of each stretch: what is left when the collector was there. */
function floors(looks: readonly Look[], of: (one: Look) => number, stretches: number): [number, number][] {
  const [first, last] = [looks[0]?.at_s ?? 0, looks.at(-1)?.at_s ?? 0];
  const length = (last - first) / stretches;
  return Array.from({ length: stretches }, (_, at): [number, number][] => {
    const from = first + at * length;
    const inside = looks.filter(({ at_s }) => at_s >= from && at_s <= from + length);
    // A machine that is busy elsewhere may not have looked in time.
    return inside.length === 0 ? [] : [[(from + length / 2) / 60, Math.min(...inside.map(of))]];
  }).flat();
}

/** By least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  if (points.length < 2) return 0;
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return above / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const round = (value: number): number => Math.round(value * 100) / 100;

it(
  `memory does not grow in ${FORM.soak_s} s of full load`,
  async () => {
    const dataDir = await folders.create();
    await loadInto(dataDir);
    const server = await startRunningServer({
      GIAPRANH_DATA: dataDir,
      GIAPRANH_PROFILE: PROFILE,
      GIAPRANH_EDIT_TOKEN: OPERATOR,
      GIAPRANH_LIMIT_CLIENT_PER_MINUTE: '0',
      GIAPRANH_LOG: 'warn',
    });
    running = server;
    const start = performance.now();
    const end = start + FORM.soak_s * 1000;
    const goesOn = (): boolean => performance.now() < end;
    const loading = fullLoad(server.url, AT_ONCE, seeded(9), goesOn);
    const looks: Look[] = [];
    while (goesOn()) {
      await sleep(FORM.soak_s > 60 ? LOOK_MS : 500);
      looks.push(await look(server.url, start));
    }
    const { statuses, requests } = await loading;
    const warm = looks.filter(({ at_s }) => at_s >= FORM.warm_s);
    const stretches = FORM.soak_s > 60 ? 8 : 4;
    const resident = floors(warm, ({ resident_MB }) => resident_MB, stretches);
    const heap = floors(warm, ({ heap_MB }) => heap_MB, stretches);
    const figures = {
      seconds: FORM.soak_s,
      warm_s: FORM.warm_s,
      requests,
      per_second: Math.round(requests / FORM.soak_s),
      resident_first_MB: round(resident[0]?.[1] ?? 0),
      resident_last_MB: round(resident.at(-1)?.[1] ?? 0),
      resident_slope_MB_per_min: round(slopeOf(resident)),
      heap_first_MB: round(heap[0]?.[1] ?? 0),
      heap_last_MB: round(heap.at(-1)?.[1] ?? 0),
      heap_slope_MB_per_min: round(slopeOf(heap)),
    };
    noteFigures('soak', figures);
    expect([...statuses.keys()].filter((status) => status >= 400 && status !== 404)).toEqual([]);
    expect(server.complaints()).toEqual([]);
    if (FORM.soak_s > 60) {
      // A part in a hundred a minute is what the collector leaves or takes.
      expect(figures.resident_slope_MB_per_min).toBeLessThan(0.01 * figures.resident_first_MB);
      // The heap is smaller than what the collector leaves lying: it may not go on from half as much again.
      expect(figures.heap_last_MB).toBeLessThan(1.5 * figures.heap_first_MB);
    } else {
      // In seconds, with caches still filling, only a flood is seen.
      expect(figures.resident_last_MB).toBeLessThan(3 * figures.resident_first_MB);
    }
    expect(await server.stop()).toBe(0);
  },
  PATIENCE_MS,
);
