import { parentPort, workerData } from 'node:worker_threads';
import { vietnamDay } from '@giapranh/core';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import { PendingChanges } from '../changes/pending-changes.js';
import type { AnalysisMessage, AnalysisOrder, AnalysisThreadData } from './analysis-messages.js';
import { LiveJudge, WATCHED } from './live-judge.js';

/** Edits that come in a burst, as a saved QGIS session is, are judged together. */
const BURST_MS = 20;
/** How often to look whether the day has changed: what was seen grows older. */
const DAY_LOOK_MS = 600_000;

async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  const data = workerData as AnalysisThreadData;
  const post = (message: AnalysisMessage): void => port.postMessage(message);
  const url = data.databaseUrl === null ? undefined : parseDatabaseUrl(data.databaseUrl);
  if (url?.ok === false) return post({ kind: 'failed', issues: url.issues });
  const { dataDir, profile } = data;
  const store = await openStore({
    dataDir,
    profile,
    ...(url === undefined ? {} : { databaseUrl: url.value }),
  });
  if (!store.ok) return post({ kind: 'failed', issues: store.issues });
  const analysis = new LiveJudge(store.value, data);
  const pending = new PendingChanges();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let closing = false;
  const runAll = async (): Promise<void> => {
    while (!pending.isEmpty && !closing) {
      const { changes, causes, isAsked } = pending.takeAll();
      const message = await analysis.run(changes, causes, isAsked);
      if (message !== null) post(message);
    }
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // Cleared after it was set: a run that finds nothing pending ends at once.
      running ??= runAll().finally(() => {
        running = undefined;
      });
    }, BURST_MS);
  };
  const stop = await store.value.watch((change) => {
    if (closing || !WATCHED.includes(change.layer) || analysis.isOwn(change)) return;
    pending.add(change);
    soon();
  });
  const edited = await analysis.isEdited();
  if (edited) {
    pending.ask('start');
    soon();
  }
  let day = vietnamDay(new Date());
  const days = setInterval(() => {
    const today = vietnamDay(new Date());
    if (today === day || !analysis.isWarm) return;
    day = today;
    pending.ask('day');
    soon();
  }, DAY_LOOK_MS);
  port.on('message', (order: AnalysisOrder) => {
    if (order === 'warm') {
      if (!analysis.isWarm) void analysis.warm();
      return;
    }
    void (async () => {
      closing = true;
      clearTimeout(timer);
      clearInterval(days);
      pending.takeAll();
      await running;
      await analysis.settled().catch(() => undefined);
      await stop();
      await store.value.close();
      port.close();
    })();
  });
}

if (parentPort !== null) await main(parentPort);
