import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { CHECKOUT } from '../../running-server.js';

/**
 * How much of each fault there is: in the suite, and by `pnpm test:faults`. `kills` end the whole server under writes over
 * HTTP, `processKills` a process that writes to the store and nothing else.
 */
const FORMS = {
  short: { kills: 2, processKills: 3, malformed: 800, soak_s: 8, warm_s: 3, restarts: 1 },
  long: { kills: 20, processKills: 80, malformed: 20_000, soak_s: 600, warm_s: 120, restarts: 10 },
} as const;

const isLong = process.env['GIAPRANH_FAULTS'] === 'long';
export const FORM = FORMS[isLong ? 'long' : 'short'];

/** The smaller of the profiles: what is looked at is the same, and a server on it is there sooner. */
export const PROFILE = 'can-tho';

/** Times are multiplied: what takes a minute of a quiet machine may take more of a busy one. */
export const PATIENCE_MS = isLong ? 3_600_000 : 240_000;

const FOLDER = join(CHECKOUT, 'test/.tmp/faults');

/** What was measured: told to whoever watches, kept for `docs/reliability.md`. */
export function noteFigures(name: string, figures: Readonly<Record<string, number | string>>): void {
  mkdirSync(FOLDER, { recursive: true });
  const told = { ...figures, load: Number((loadavg()[0] ?? 0).toFixed(1)) };
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(told)}\n`);
  process.stderr.write(`${name} ${JSON.stringify(told)}\n`);
}
