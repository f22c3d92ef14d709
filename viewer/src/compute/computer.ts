import type { Profile, Result } from '@giapranh/core';
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

/**
 * The core in a thread of its own, started when it is first asked. The engine cannot be interrupted: cancelling ends
 * the thread, and the next question starts another, whose ground comes from the browser's cache.
 */
export function createComputer(profile: Profile): Computer {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const send = (to: Worker, message: WorkerAsk): void => to.postMessage(message);
  const started = (): Worker => {
    if (worker !== undefined) return worker;
    const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<WorkerTold>) => {
      const asked = waiting.get(data.id);
      if (data.kind === 'progress') asked?.onprogress(data.progress);
      else {
        waiting.delete(data.id);
        asked?.settle(data.result as Result<never>);
      }
    });
    send(made, { kind: 'open', profile, origin: location.origin });
    worker = made;
    return made;
  };
  const stop = (): void => {
    worker?.terminate();
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
      send(started(), { kind: 'job', id, name, ask });
      return {
        answer,
        cancel: () => {
          if (waiting.has(id)) stop();
        },
      };
    },
  };
}
