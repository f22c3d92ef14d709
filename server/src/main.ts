import { pino } from 'pino';
import { serveArchive } from './archive/serve-archive.js';
import { readConfig, type ServerConfig } from './config.js';
import { bilingual } from './load/announce.js';
import { type RunningServer, startServer } from './start-server.js';
import { say, tell, tellIssues } from './tell.js';

const BAD_INPUT = 2;
const OUR_BUG = 3;

async function sayWhatIsServed({ url, setupUrl, services }: RunningServer, start: number): Promise<void> {
  const { location, layers } = await services.store.info();
  const counts = layers.map(({ layer, count }) => `${layer} ${count}`).join(', ');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`Giáp Ranh: ${bilingual(services.profile.title)}`);
  say(`  ${counts}`);
  say(`  ${location}`);
  say(`  ${url}  (${seconds} s)`);
  if (setupUrl !== undefined) {
    say('  Chưa có người dùng; quản trị viên đầu tiên đặt mật khẩu tại (dùng một lần, trong 24 giờ):');
    say('  There is no user yet; the first administrator chooses a password here (once, within 24 hours):');
    say(`  ${setupUrl}`);
  }
}

/** Finishes what was accepted, then ends with 0. */
function stopOnSignal(server: { close(): Promise<void> }): void {
  let closing = false;
  const stop = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await server.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      stop().catch(endOnBug);
    });
}

async function runArchive(config: ServerConfig, path: string, start: number): Promise<void> {
  const server = await serveArchive(config, path);
  if (!server.ok) {
    tellIssues(server.issues);
    process.exitCode = BAD_INPUT;
    return;
  }
  stopOnSignal(server.value);
  const { name, header } = server.value.archive;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`Giáp Ranh: ${name} (z${header.minZoom}–${header.maxZoom}, ${header.numAddressedTiles})`);
  say(`  ${path}`);
  say(`  ${server.value.url}  (${seconds} s)`);
}

async function main(): Promise<void> {
  const start = performance.now();
  const config = readConfig();
  if (!config.ok) {
    tellIssues(config.issues);
    process.exitCode = BAD_INPUT;
    return;
  }
  const lines = pino.destination({ dest: 2, sync: true });
  // A log that cannot be written, on a full disk or into a closed pipe, does not end the server.
  const ignore = (): void => {};
  lines.on('error', ignore);
  process.stdout.on('error', ignore);
  process.stderr.on('error', ignore);
  const log = pino({ level: config.value.logLevel, base: null }, lines);
  if (config.value.archive !== undefined) return runArchive(config.value, config.value.archive, start);
  const server = await startServer(config.value, { announce: (text) => tell(bilingual(text)), log });
  if (!server.ok) {
    tellIssues(server.issues);
    process.exitCode = BAD_INPUT;
    return;
  }
  stopOnSignal(server.value);
  await sayWhatIsServed(server.value, start);
}

function endOnBug(error: unknown): void {
  tell(
    `Lỗi nội bộ / internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  process.exit(OUR_BUG);
}

main().catch(endOnBug);
