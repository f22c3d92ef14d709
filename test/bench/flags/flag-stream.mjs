// Runs `giapranh flag FILE --stream` in this process and tells on standard error what it took: sites, CPU, most memory.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readConfig } from '../../../packages/cli/dist/config.js';
import { runProgram } from '../../../packages/cli/dist/program.js';

const [sites, out] = process.argv.slice(2);
const file = createWriteStream(out);
const terminal = {
  input: process.stdin,
  async out(text) {
    if (!file.write(text)) await once(file, 'drain');
  },
  say: () => {},
  progress: () => {},
};
const args = ['flag', sites, '--stream', '--as-of', '2026-01-01', '--format', 'csv'];
const exit = await runProgram(args, { terminal, language: 'vi', config: readConfig({}) });
file.end();
await once(file, 'close');
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stderr.write(
  JSON.stringify({ exit, cpu_s: (userCPUTime + systemCPUTime) / 1e6, rss_MB: maxRSS / 1024 }),
);
