import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '@giapranh/core';
import { processDefinition } from './inputs.js';
import { runProcess } from './run.js';
import type { ProcessWorkerData, RunMessage, RunRequest } from './worker-messages.js';
import { type ProcessWorld, readWorld } from './world.js';

/** The thread that computes: requests never wait for it, and it is ended when its job is dismissed. */
const { dataRoot, profile } = workerData as ProcessWorkerData;
let world: Promise<Result<ProcessWorld>> | undefined;

const tell = (message: RunMessage): void => parentPort?.postMessage(message);

async function run({ run: id, process, inputs, today }: RunRequest): Promise<void> {
  try {
    world ??= readWorld(dataRoot, profile);
    const read = await world;
    if (!read.ok) return tell({ kind: 'failed', run: id, issues: read.issues });
    tell({ kind: 'progress', run: id, percent: 5 });
    const definition = processDefinition(process);
    if (definition === undefined) throw new Error(`no process ${process}`);
    const advance = (percent: number): void => tell({ kind: 'progress', run: id, percent });
    // The schema is the one that let them in: parsing again gives them their type.
    const typed = definition.inputs.parse(inputs) as Parameters<typeof runProcess>[1];
    const result = await runProcess(process, typed, { world: read.value, today, advance });
    if (!result.ok) return tell({ kind: 'failed', run: id, issues: result.issues });
    tell({ kind: 'done', run: id, json: JSON.stringify(result.value), notes: result.notes });
  } catch (error) {
    tell({
      kind: 'broken',
      run: id,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

parentPort?.on('message', (request: RunRequest) => void run(request));
