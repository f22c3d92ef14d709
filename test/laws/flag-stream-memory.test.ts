import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readConfig } from '../../packages/cli/src/config.js';
import { runProgram } from '../../packages/cli/src/program.js';
import { DATA } from '../real-profile.js';
import { seeded } from '../seeded.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Heap that is really held, in megabytes. */
function held_MB(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

const [SOON, LATE] = [2000, 8000];
/** Ids take 16 bytes each; a site with its flags some kilobytes, so six thousand of them kept would be over 30 MB. */
const ALLOWED_MB = 8;

it('a stream of sites holds no more after eight thousand than after two thousand', async () => {
  const random = seeded(7);
  const held = new Map<number, number>();
  let written = 0;
  async function* synthetic(): AsyncGenerator<string> {
    yield 'id,lon,lat,error_m\n';
    for (let at = 0; at < LATE + 1000; at += 500) {
      if (at === SOON || at === LATE) held.set(at, held_MB());
      const row = (_: unknown, step: number): string =>
        `S${at + step},${(105.4 + 0.8 * random()).toFixed(6)},${(21.8 + 0.9 * random()).toFixed(6)},5\n`;
      yield Array.from({ length: 500 }, row).join('');
    }
  }
  const terminal = {
    input: synthetic(),
    async out(text: string) {
      written += text.length;
    },
    say: () => {},
    progress: () => {},
  };
  const config = { ...readConfig({}), dataRoot: DATA };
  const args = ['flag', '-', '--stream', '--as-of', '2026-01-01', '--format', 'json'];
  expect(await runProgram(args, { terminal, language: 'vi', config })).toBe(0);
  expect(written).toBeGreaterThan(10_000_000);
  const [soon = Number.NaN, late = Number.NaN] = [held.get(SOON), held.get(LATE)];
  expect(late - soon).toBeLessThan(ALLOWED_MB);
});
