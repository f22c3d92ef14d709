import { issue, type Profile, type Result } from '@giapranh/core';
import { bundledComputer } from '../offline/bundle.js';
import type { JobName, Jobs, Progress, WorkerAsk, WorkerTold } from './protocol.js';

export interface Run<T> {
  /** `null` when it was cancelled. */
  readonly answer: Promise<Result<T> | null>;
  readonly cancel: () => void;
}

export interface Computer {
  readonly run: <Name extends JobName>(
    name: Name,
    ask: Jobs[Name]['ask'],
    onprogress?: (progress: Progress) => void,
  ) => Run<Jobs[Name]['answer']>;
}

interface Waiting {
  readonly settle: (result: Result<never> | null) => void;
  readonly onprogress: (progress: Progress) => void;
}

const CANNOT_START = issue(
  'compute-not-started',
  [],
  'Không khởi động được phần tính toán: thư mục thiếu tệp trong data.',
  'What computes could not be started: files are missing from the data folder.',
);

/**
 * The core in a thread of its own, started when it is first asked. The engine cannot be interrupted: cancelling ends
 * the thread, and the next question starts another, whose ground comes from the browser's cache.
 */
export function createComputer(profile: Profile): Computer {
  let worker: Promise<Worker> | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const send = (to: Worker, message: WorkerAsk): void => to.postMessage(message);
  const start = async (): Promise<Worker> => {
    const carried = await bundledComputer();
    const made =
      carried === undefined
        ? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
        : new Worker(carried.script);
    made.addEventListener('message', ({ data }: MessageEvent<WorkerTold>) => {
      const asked = waiting.get(data.id);
      if (data.kind === 'progress') asked?.onprogress(data.progress);
      else {
        waiting.delete(data.id);
        asked?.settle(data.result as Result<never>);
      }
    });
    send(made, { kind: 'open', profile, origin: location.origin, ground: carried?.ground ?? null });
    return made;
  };
  const stop = (): void => {
    void worker?.then((one) => one.terminate());
    worker = undefined;
    const all = [...waiting.values()];
    waiting.clear();
    for (const { settle } of all) settle(null);
  };
  return {
    run: (name, ask, onprogress = () => undefined) => {
      last += 1;
      const id = last;
      const answer = new Promise<Result<never> | null>((settle) => {
        waiting.set(id, { settle, onprogress });
      });
      worker ??= start();
      worker.then(
        (to) => send(to, { kind: 'job', id, name, ask }),
        () => {
          worker = undefined;
          const settle = waiting.get(id)?.settle;
          waiting.delete(id);
          settle?.({ ok: false, issues: [CANNOT_START] });
        },
      );
      return {
        answer,
        cancel: () => {
          if (waiting.has(id)) stop();
        },
      };
    },
  };
}
