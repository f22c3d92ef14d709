import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { err, type IsoDate, issue, ok, type Result } from '@giapranh/core';
import type { Limits } from '../limits/limits.js';
import { hasEnded, type Job } from './job.js';
import type { JobRecords } from './job-records.js';
import type { ProcessWorkerData, RunMessage, RunRequest } from './worker-messages.js';

/** Results that are kept, and for how long. */
const KEPT = { most: 100, time_ms: 3_600_000 } as const;

type Asked = Pick<Job, 'process' | 'inputs' | 'owner' | 'response'>;

export interface JobQueueOptions extends ProcessWorkerData {
  readonly today: () => IsoDate;
  readonly limits: Pick<Limits, 'jobs_waiting' | 'job_s'>;
  /** Where jobs that were promised a result are kept. */
  readonly records: JobRecords;
  /** Our own bugs in the thread: for the log. */
  readonly onBroken: (message: string) => void;
}

/** One thread, one job at a time, first come first served; made when the first job comes. */
export class JobQueue {
  readonly #options: JobQueueOptions;
  readonly #jobs = new Map<string, Job>();
  readonly #ends = new Map<string, (() => void)[]>();
  /** When a job ended, by a clock that never jumps. */
  readonly #endedAt_ms = new Map<string, number>();
  /** Jobs that outlive a restart. */
  readonly #kept = new Set<string>();
  #worker: Worker | undefined;
  #running: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  #closed = false;

  constructor(options: JobQueueOptions) {
    this.#options = options;
  }

  /** How many run and wait. */
  get load(): { readonly running: number; readonly waiting: number } {
    const waiting = [...this.#jobs.values()].filter(({ status }) => status === 'accepted').length;
    return { running: this.#running === undefined ? 0 : 1, waiting };
  }

  /** Takes up what an earlier process accepted and did not finish, and the results it left. */
  async resume(): Promise<void> {
    for (const job of await this.#options.records.all()) {
      this.#jobs.set(job.id, job);
      this.#kept.add(job.id);
      if (hasEnded(job)) this.#endedAt_ms.set(job.id, performance.now());
    }
    this.#next();
  }

  /** From now on the job outlives this process. Issues: those of the store. */
  async keep(job: Job): Promise<Result<unknown>> {
    this.#kept.add(job.id);
    const kept = await this.#options.records.put(job);
    if (!kept.ok) this.#kept.delete(job.id);
    return kept;
  }

  /** Issue: `process-busy`, when too many wait, or the server is stopping. */
  submit(asked: Asked): Result<Job> {
    this.#forgetOld();
    if (this.#stopping || this.load.waiting >= this.#options.limits.jobs_waiting) {
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
      this.#forget(job);
      return;
    }
    const wasRunning = this.#running === job;
    this.#end(job, 'dismissed');
    if (wasRunning) await this.#stopWorker();
    this.#next();
  }

  /** Takes no more, and finishes what it accepted; what is kept and not finished by then is taken up by the next start. */
  async close(grace_ms: number): Promise<void> {
    this.#stopping = true;
    const open = [...this.#jobs.values()].filter((job) => !hasEnded(job));
    const late = sleep(grace_ms, undefined, { ref: false });
    await Promise.race([Promise.all(open.map((job) => this.ended(job))), late]);
    this.#closed = true;
    for (const job of open) {
      if (hasEnded(job)) continue;
      // Its record stays as it was accepted.
      this.#kept.delete(job.id);
      this.#end(job, 'dismissed');
    }
    await this.#stopWorker();
    await this.#options.records.settled();
  }

  /** Too long: its thread is stopped, the next job gets another. */
  async #overdue(job: Job): Promise<void> {
    if (this.#running !== job) return;
    job.issues = [
      issue(
        'process-too-long',
        [],
        `Việc chạy quá ${this.#options.limits.job_s} giây nên đã dừng; hãy chia nhỏ đầu vào.`,
        `The job ran for more than ${this.#options.limits.job_s} seconds and was stopped; ask for less at once.`,
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
    this.#timer = setTimeout(() => void this.#overdue(job), this.#options.limits.job_s * 1000).unref();
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
    this.#endedAt_ms.set(job.id, performance.now());
    if (this.#kept.has(job.id)) {
      if (status === 'dismissed') this.#options.records.remove(job.id);
      else this.#options.records.note(job);
    }
    for (const resolve of this.#ends.get(job.id) ?? []) resolve();
    this.#ends.delete(job.id);
  }

  #forget({ id }: Job): void {
    this.#jobs.delete(id);
    this.#endedAt_ms.delete(id);
    if (this.#kept.delete(id)) this.#options.records.remove(id);
  }

  #forgetOld(): void {
    const ended = [...this.#jobs.values()].filter(hasEnded);
    const oldest_ms = performance.now() - KEPT.time_ms;
    const surplus = ended.length - KEPT.most;
    for (const [at, job] of ended.entries()) {
      if (at < surplus || (this.#endedAt_ms.get(job.id) ?? 0) < oldest_ms) this.#forget(job);
    }
  }
}
