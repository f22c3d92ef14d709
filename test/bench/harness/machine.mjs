import { cpus, loadavg, totalmem } from 'node:os';

/** What was measured on, without names of hosts or paths. */
export function machine() {
  return {
    cpus: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    memory_GiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

/** Processes that wanted a core in the last minute: over 1 besides the bench itself, figures are noisy. */
export const load = () => Math.round((loadavg()[0] ?? 0) * 100) / 100;
