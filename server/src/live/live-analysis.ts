import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { ServerConfig } from '../config.js';
import type { AnalysisMessage, AnalysisThreadData } from './analysis-thread.js';

export interface LiveAnalysis {
  /** Ends what runs, then the thread. */
  close(): Promise<void>;
}

/**
 * The thread that watches the store: when a register or a site is edited, by whomever, it judges the sites anew and
 * writes what differs. No request waits for it; tiles hear of what it wrote by the same feed.
 */
export function startLiveAnalysis(config: ServerConfig, profile: string, log: Logger): LiveAnalysis {
  const data: AnalysisThreadData = {
    databaseUrl: config.databaseUrl?.reveal() ?? null,
    dataDir: config.dataDir,
    dataRoot: config.dataRoot,
    profile,
  };
  const worker = new Worker(new URL('./analysis-thread.js', import.meta.url), { workerData: data });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  worker.on('error', (error) => log.error({ err: error }, 'the analysis thread ended'));
  worker.on('message', (message: AnalysisMessage) => {
    if (message.kind === 'failed') log.error({ issues: message.issues }, 'analysis after an edit failed');
    else {
      const { took_ms, changed, causes } = message;
      log.info({ took_ms: Math.round(took_ms), changed, causes }, 'sites judged anew after an edit');
    }
  });
  return {
    close: async () => {
      worker.postMessage('close');
      await ended;
    },
  };
}
