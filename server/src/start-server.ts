import type { RequestListener, Server } from 'node:http';
import { ok, type Result, vietnamDay } from '@giapranh/core';
import { readExchangePolicy, readProfile } from '@giapranh/formats';
import { type Logger, pino } from 'pino';
import { readAccess } from './access/access.js';
import { namesOperator } from './access/identify.js';
import { firstSetupPath } from './access/setup-link.js';
import { createApp } from './app.js';
import { MatchCounts } from './changes/match-counts.js';
import type { ServerConfig } from './config.js';
import { fastTiles } from './http/fast-tiles.js';
import { closeServer, listen, shownUrl } from './http/listen.js';
import { limitedServer } from './http/sockets.js';
import { stillLoading } from './http/still-loading.js';
import { Limiter } from './limits/limited.js';
import { type LiveAnalysis, startLiveAnalysis } from './live/live-analysis.js';
import type { Announce } from './load/announce.js';
import { inFolder } from './load/folder-fault.js';
import { openContent } from './load/open-content.js';
import { Metrics } from './metrics.js';
import { JobQueue } from './processes/job-queue.js';
import { JobRecords } from './processes/job-records.js';
import type { Services } from './services.js';

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Where the first administrator chooses a password, while there is no user. */
  readonly setupUrl?: string;
  readonly services: Services;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly announce?: Announce;
  readonly log?: Logger;
}

/** Takes no more, finishes what was accepted as far as the time allows, then lets go of everything. */
async function closeAll(
  server: Server,
  live: LiveAnalysis,
  { jobs, tiles, store, config }: Pick<Services, 'store' | 'tiles' | 'jobs' | 'config'>,
): Promise<void> {
  const grace_ms = config.limits.stop_s * 1000;
  await Promise.all([closeServer(server, grace_ms + CUT_ms), jobs.close(grace_ms)]);
  await live.close();
  await tiles.close();
  await store.close();
}

/** Requests that wait for a job are told that it was dismissed before they are cut. */
const CUT_ms = 500;

/**
 * Listens first (a port in use is known before minutes of loading), answers 503 while it loads, then serves.
 * Issues: `server-port-in-use`, `server-listen`, and those of the profile, the data, the store and the tiles.
 */
export async function startServer(
  config: ServerConfig,
  options: StartOptions = {},
): Promise<Result<RunningServer>> {
  const announce = options.announce ?? (() => {});
  const log = options.log ?? pino({ level: 'silent' });
  const profile = await readProfile(config.dataRoot, config.profile);
  if (!profile.ok) return profile;
  const exchange = await readExchangePolicy(config.dataRoot, profile.value);
  if (!exchange.ok) return exchange;
  let listener: RequestListener = stillLoading;
  const server = limitedServer(config.limits, (request, response) => listener(request, response));
  const port = await listen(server, config);
  if (!port.ok) return port;
  const metrics = new Metrics();
  const content = await inFolder(config.dataDir, () =>
    openContent(config, profile.value, { announce, log }, metrics),
  );
  if (!content.ok) {
    await closeServer(server);
    return content;
  }
  const counts = new MatchCounts();
  const stopCounts = await content.value.store.watch((change) => counts.forget(change));
  const services: Services = {
    config,
    profile: profile.value,
    exchange: exchange.value,
    ...content.value,
    access: await readAccess(content.value.store, config),
    metrics,
    counts,
    jobs: new JobQueue({
      dataRoot: config.dataRoot,
      profile: config.profile,
      today: () => vietnamDay(new Date()),
      limits: config.limits,
      records: new JobRecords(content.value.store, (message) => log.error({ message }, 'a job is not kept')),
      onBroken: (message) => log.error({ message }, 'a process broke'),
    }),
    limiter: new Limiter(config.limits, metrics, (request) => namesOperator(request, config)),
    today: () => vietnamDay(new Date()),
  };
  listener = fastTiles(services, createApp(services, log));
  await services.jobs.resume();
  const setup = await firstSetupPath(services.access);
  const live = startLiveAnalysis(config, profile.value.id, services.ground.version, log);
  services.access.onWriter(live.warm);
  // Where people write, the ground is made ready at once: without users, nobody but the operator can.
  if (setup === undefined || config.editToken !== undefined) live.warm();
  return ok({
    url: shownUrl(config, port.value),
    ...(setup === undefined ? {} : { setupUrl: `${shownUrl(config, port.value)}${setup}` }),
    services,
    close: async () => {
      await stopCounts();
      await closeAll(server, live, services);
    },
  });
}
