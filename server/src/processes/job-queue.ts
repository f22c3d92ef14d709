import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { err, type IsoDate, issue, ok, type Result } from '@giapranh/core';
import { hasEnded, type Job } from './job.js';
import type { ProcessWorkerData, RunMessage, RunRequest } from './worker-messages.js';

/** Jobs that may wait, results that are kept and for how long, and how long one job may run. */
export const JOB_LIMITS = { waiting: 20, kept: 100, kept_ms: 3_600_000, run_ms: 900_000 } as const;

type Asked = Pick<Job, 'process' | 'inputs' | 'owner' | 'response'>;

export interface JobQueueOptions extends ProcessWorkerData {
  readonly today: () => IsoDate;
  /** Our own bugs in the thread: for the log. */
  readonly onBroken: (message: string) => void;
}

/** One thread, one job at a time, first come first served; made when the first job comes. */
export class JobQueue {
  readonly #options: JobQueueOptions;
  readonly #jobs = new Map<string, Job>();
  readonly #ends = new Map<string, (() => void)[]>();
  #worker: Worker | undefined;
  #running: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: JobQueueOptions) {
    this.#options = options;
  }

  /** Issue: `process-busy`, when too many wait. */
  submit(asked: Asked): Result<Job> {
    this.#forgetOld();
    const waiting = [...this.#jobs.values()].filter(({ status }) => status === 'accepted').length;
    if (waiting >= JOB_LIMITS.waiting) {
      return err(
        issue(
          'process-busy',
          [],
          'Máy chủ đang có quá nhiều việc chờ; xin thử lại sau.',
          'Too many jobs are waiting; try again later.',
        ),
      );
    }
    const job: Job = {
      ...asked,
      id: randomUUID(),
      created: new Date(),
      status: 'accepted',
      progress: 0,
      notes: [],
    };
    this.#jobs.set(job.id, job);
    this.#next();
    return ok(job);
  }

  get(id: string, owner: string): Job | undefined {
    this.#forgetOld();
    const job = this.#jobs.get(id);
    return job?.owner === owner ? job : undefined;
  }

  list(owner: string): readonly Job[] {
    this.#forgetOld();
    return [...this.#jobs.values()].filter((job) => job.owner === owner);
  }

  /** Resolves when the job has ended. */
  ended(job: Job): Promise<void> {
    if (hasEnded(job)) return Promise.resolve();
    return new Promise((resolve) => this.#ends.set(job.id, [...(this.#ends.get(job.id) ?? []), resolve]));
  }

  /** Stops a job that has not ended; forgets one that has. */
  async dismiss(job: Job): Promise<void> {
    if (hasEnded(job)) {
      this.#jobs.delete(job.id);
      return;
    }
    const wasRunning = this.#running === job;
    this.#end(job, 'dismissed');
    if (wasRunning) await this.#stopWorker();
    this.#next();
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#jobs.values()) if (!hasEnded(job)) this.#end(job, 'dismissed');
    await this.#stopWorker();
  }

  /** Too long: its thread is stopped, the next job gets another. */
  async #overdue(job: Job): Promise<void> {
    if (this.#running !== job) return;
    job.issues = [
      issue(
        'process-too-long',
        [],
        `Việc chạy quá ${JOB_LIMITS.run_ms / 60_000} phút nên đã dừng; hãy chia nhỏ đầu vào.`,
        `The job ran for more than ${JOB_LIMITS.run_ms / 60_000} minutes and was stopped; ask for less at once.`,
      ),
    ];
    this.#end(job, 'failed');
    await this.#stopWorker();
    this.#next();
  }

  async #stopWorker(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#running = undefined;
    worker?.removeAllListeners();
    await worker?.terminate();
  }

  #next(): void {
    if (this.#running !== undefined || this.#closed) return;
    const job = [...this.#jobs.values()].find(({ status }) => status === 'accepted');
    if (job === undefined) return;
    this.#running = job;
    job.status = 'running';
    job.started = new Date();
    const { id, process, inputs } = job;
    const request: RunRequest = { run: id, process, inputs, today: this.#options.today() };
    this.#thread().postMessage(request);
    this.#timer = setTimeout(() => void this.#overdue(job), JOB_LIMITS.run_ms).unref();
  }

  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const { dataRoot, profile } = this.#options;
    const data: ProcessWorkerData = { dataRoot, profile };
    const worker = new Worker(new URL('./process-worker.js', import.meta.url), { workerData: data });
    worker.unref();
    worker.on('message', (message: RunMessage) => this.#hear(message));
    worker.on('error', (error) => this.#lost(error.stack ?? error.message));
    worker.on('exit', () => this.#lost('the thread of processes ended'));
    this.#worker = worker;
    return worker;
  }

  #hear(message: RunMessage): void {
    const job = this.#running;
    if (job === undefined || job.id !== message.run) return;
    switch (message.kind) {
      case 'progress':
        job.progress = message.percent;
        return;
      case 'done':
        job.json = message.json;
        job.notes = message.notes;
        job.progress = 100;
        this.#end(job, 'successful');
        break;
      case 'failed':
        job.issues = message.issues;
        this.#end(job, 'failed');
        break;
      case 'broken':
        this.#options.onBroken(message.message);
        this.#end(job, 'failed');
    }
    this.#running = undefined;
    this.#next();
  }

  /** The thread died: its job failed, the next one gets a new thread. */
  #lost(message: string): void {
    this.#options.onBroken(message);
    this.#worker?.removeAllListeners();
    this.#worker = undefined;
    if (this.#running !== undefined) this.#end(this.#running, 'failed');
    this.#running = undefined;
    this.#next();
  }

  #end(job: Job, status: 'successful' | 'failed' | 'dismissed'): void {
    if (this.#running === job) clearTimeout(this.#timer);
    job.status = status;
    job.finished = new Date();
    for (const resolve of this.#ends.get(job.id) ?? []) resolve();
    this.#ends.delete(job.id);
  }

  #forgetOld(): void {
    const ended = [...this.#jobs.values()].filter(hasEnded);
    const oldest = Date.now() - JOB_LIMITS.kept_ms;
    const surplus = ended.length - JOB_LIMITS.kept;
    for (const [at, job] of ended.entries()) {
      if (at < surplus || (job.finished?.getTime() ?? 0) < oldest) this.#jobs.delete(job.id);
    }
  }
}
