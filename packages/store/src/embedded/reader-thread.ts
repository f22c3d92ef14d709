import { parentPort, workerData } from 'node:worker_threads';
import { askReader } from './ask-reader.js';
import { connectReader } from './connect.js';
import type { ReaderAnswer, ReaderQuestion, ReaderThreadData } from './reader-messages.js';
import { type SqliteConnection, sqliteDriver } from './sqlite.js';
import { SqliteError } from './sqlite-error.js';
import { sqliteIssue } from './sqlite-issue.js';

/** A thread that reads: one question at a time, and ended when one takes too long. */
const { path } = workerData as ReaderThreadData;
let connection: SqliteConnection | undefined;

async function answer({ kind, asked }: ReaderQuestion): Promise<ReaderAnswer> {
  try {
    if (connection === undefined) {
      const driver = await sqliteDriver();
      if (!driver.ok) return { kind: 'fault', issue: driver.issues[0] };
      connection = connectReader(driver.value, path);
    }
    return { kind: 'answer', answer: await askReader(connection, kind, asked) };
  } catch (error) {
    if (error instanceof SqliteError) return { kind: 'fault', issue: sqliteIssue(path, error) };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'broken', message };
  }
}

/** One after another: it is closed when what was asked before is answered. */
let turn: Promise<void> = Promise.resolve();
parentPort?.on('message', (question: ReaderQuestion | 'close') => {
  turn = turn.then(async () => {
    if (question !== 'close') return parentPort?.postMessage(await answer(question));
    connection?.close();
    parentPort?.close();
  });
});
