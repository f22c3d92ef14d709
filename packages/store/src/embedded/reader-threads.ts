import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { StoreFault } from '../store-fault.js';
import { tooSlow } from '../too-slow.js';
import type {
  QuestionKind,
  Questions,
  ReaderAnswer,
  ReaderQuestion,
  ReaderThreadData,
} from './reader-messages.js';

const MOST_THREADS = Math.max(2, Math.min(4, availableParallelism()));
/** Threads that were told to end and are still within a statement. */
const MOST_ENDING = 4;

interface Asked {
  readonly question: ReaderQuestion;
  readonly resolve: (answer: Questions[QuestionKind]['answer']) => void;
  readonly reject: (error: Error) => void;
  timer?: NodeJS.Timeout;
}

/**
 * Questions asked in threads: SQLite has no way to stop a statement from outside but to ask it where it holds up nobody.
 * One that takes too long is answered `store-too-slow`; its thread ends after it, and meanwhile counts.
 */
export class ReaderThreads {
  readonly #path: string;
  readonly #query_ms: number;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Asked>();
  readonly #queue: Asked[] = [];
  #ending = 0;
  #closed = false;

  constructor(path: string, query_ms: number) {
    this.#path = path;
    this.#query_ms = query_ms;
  }

  /** Throws `StoreFault`. */
  ask<Kind extends QuestionKind>(
    kind: Kind,
    asked: Questions[Kind]['asked'],
  ): Promise<Questions[Kind]['answer']> {
    return new Promise((resolve, reject) => {
      const waiting: Asked = {
        question: { kind, asked },
        resolve: resolve as Asked['resolve'],
        reject,
      };
      waiting.timer = setTimeout(() => this.#giveUp(waiting), this.#query_ms).unref();
      this.#queue.push(waiting);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const threads = [...this.#idle, ...this.#busy.keys()];
    await Promise.all(
      threads.map(
        (thread) =>
          new Promise<void>((resolve) => {
            thread.once('exit', () => resolve());
            thread.ref();
            thread.postMessage('close');
          }),
      ),
    );
  }

  #next(): void {
    const asked = this.#queue[0];
    if (asked === undefined) return;
    const thread = this.#idle.pop() ?? this.#started();
    if (thread === undefined) return;
    this.#queue.shift();
    this.#busy.set(thread, asked);
    // While somebody waits for it, the process does too.
    thread.ref();
    thread.postMessage(asked.question);
  }

  #started(): Worker | undefined {
    const isFull = this.#busy.size + this.#idle.length >= MOST_THREADS || this.#ending >= MOST_ENDING;
    if (isFull || this.#closed) return undefined;
    const data: ReaderThreadData = { path: this.#path };
    const thread = new Worker(new URL('./reader-thread.js', import.meta.url), { workerData: data });
    thread.unref();
    thread.on('message', (told: ReaderAnswer) => this.#hear(thread, told));
    thread.on('error', (error) => this.#lost(thread, error));
    thread.on('exit', (code) => this.#lost(thread, new Error(`a thread of readers ended (${code})`)));
    return thread;
  }

  #hear(thread: Worker, told: ReaderAnswer): void {
    const asked = this.#busy.get(thread);
    if (asked === undefined) return;
    this.#busy.delete(thread);
    this.#idle.push(thread);
    thread.unref();
    clearTimeout(asked.timer);
    if (told.kind === 'answer') asked.resolve(told.answer);
    else asked.reject(told.kind === 'fault' ? new StoreFault(told.issue) : new Error(told.message));
    this.#next();
  }

  #giveUp(asked: Asked): void {
    asked.reject(new StoreFault(tooSlow(this.#path)));
    const at = this.#queue.indexOf(asked);
    if (at !== -1) this.#queue.splice(at, 1);
    for (const [thread, under] of this.#busy) {
      if (under !== asked) continue;
      this.#busy.delete(thread);
      this.#ending += 1;
      // Not stopped from outside: within a call of its engine that would take the whole process down.
      thread.once('exit', () => {
        this.#ending -= 1;
        this.#next();
      });
      thread.postMessage('close');
    }
    this.#next();
  }

  #lost(thread: Worker, error: Error): void {
    const asked = this.#busy.get(thread);
    this.#busy.delete(thread);
    const at = this.#idle.indexOf(thread);
    if (at !== -1) this.#idle.splice(at, 1);
    if (asked === undefined) return;
    clearTimeout(asked.timer);
    asked.reject(error);
    this.#next();
  }
}
