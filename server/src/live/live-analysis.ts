import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { ServerConfig } from '../config.js';
import type { AnalysisMessage, AnalysisOrder, AnalysisThreadData } from './analysis-messages.js';

export interface LiveAnalysis {
  /** Somebody who may record is here: the ground is made ready, so that what they record is judged at once. */
  warm(): void;
  /** Ends the thread; what it is in the middle of is done by the next start. */
  close(): Promise<void>;
}

/** What the thread may take to end by itself: stopped in the middle of a call of the store's engine it takes all down. */
const CLOSING_ms = 10_000;
const FIRST_PAUSE_ms = 500;
const LONGEST_PAUSE_ms = 4_000;
/** A thread that ran this long ended for a reason of its own: the next one begins soon. */
const STEADY_ms = 60_000;

function tellOf(message: AnalysisMessage, log: Logger): void {
  if (message.kind === 'failed') log.error({ issues: message.issues }, 'analysis after an edit failed');
  else {
    const { took_ms, changed, causes } = message;
    log.info({ took_ms: Math.round(took_ms), changed, causes }, 'sites judged anew after an edit');
  }
}

/**
 * The thread that watches the store: when a register or a site is edited, by whomever, it judges the sites anew and
 * writes what differs. No request waits for it; tiles hear of what it wrote by the same feed.
 */
export function startLiveAnalysis(
  config: ServerConfig,
  profile: string,
  contentHash: string,
  log: Logger,
): LiveAnalysis {
  const data: AnalysisThreadData = {
    databaseUrl: config.databaseUrl?.reveal() ?? null,
    dataDir: config.dataDir,
    dataRoot: config.dataRoot,
    profile,
    contentHash,
  };
  let worker: Worker;
  let closing = false;
  let ended: Promise<void> = Promise.resolve();
  const begin = (pause_ms: number): void => {
    const started = performance.now();
    worker = new Worker(new URL('./analysis-thread.js', import.meta.url), { workerData: data });
    worker.on('error', (error) => log.error({ err: error }, 'the analysis thread ended'));
    worker.on('message', (message: AnalysisMessage) => tellOf(message, log));
    ended = new Promise((resolve) => {
      worker.once('exit', () => {
        resolve();
        if (closing) return;
        // The store was away, or a bug of ours: the next one looks at everything anew.
        const next_ms = performance.now() - started > STEADY_ms ? FIRST_PAUSE_ms : pause_ms * 2;
        setTimeout(() => closing || begin(next_ms), Math.min(pause_ms, LONGEST_PAUSE_ms)).unref();
      });
    });
  };
  begin(FIRST_PAUSE_ms);
  const order = (what: AnalysisOrder): void => worker.postMessage(what);
  return {
    warm: () => order('warm'),
    close: async () => {
      closing = true;
      order('close');
      // It ends after what it is in the middle of; the rest the next start judges.
      await Promise.race([ended, sleep(CLOSING_ms, undefined, { ref: false })]);
      await worker.terminate();
    },
  };
}
