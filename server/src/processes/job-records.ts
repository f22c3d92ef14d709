import type { Issue, Result } from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';
import { z } from 'zod';
import { PROCESSES, type ProcessId } from './inputs.js';
import type { Job } from './job.js';

const issues = z.array(
  z.custom<Issue>((value) => typeof value === 'object' && value !== null && 'code' in value),
);
const instant = z.iso.datetime().transform((text) => new Date(text));

const jobSchema = z.object({
  id: z.string(),
  process: z.custom<ProcessId>((value) => PROCESSES.some(({ id }) => id === value)),
  inputs: z.unknown(),
  owner: z.string(),
  response: z.enum(['raw', 'document']),
  created: instant,
  started: instant.optional(),
  finished: instant.optional(),
  status: z.enum(['accepted', 'running', 'successful', 'failed', 'dismissed']),
  progress: z.number(),
  json: z.string().optional(),
  notes: issues,
  issues: issues.optional(),
});

/** A job as it was accepted, or as it ended; one that was under way begins anew. */
function jobOf(body: unknown): Job | undefined {
  const read = jobSchema.safeParse(body);
  if (!read.success) return undefined;
  const { issues: found = [], json, started, finished, ...job } = read.data;
  const [first, ...rest] = found;
  const isOver = job.status === 'successful' || job.status === 'failed';
  if (!isOver) return { ...job, status: 'accepted', progress: 0 };
  return {
    ...job,
    ...(json === undefined ? {} : { json }),
    ...(started === undefined ? {} : { started }),
    ...(finished === undefined ? {} : { finished }),
    ...(first === undefined ? {} : { issues: [first, ...rest] }),
  };
}

const MOST = 1_000;

/** Jobs that were promised a result, as records of the store. */
export class JobRecords {
  readonly #records: FeatureStore['records'];
  readonly #onLost: (message: string) => void;
  #last: Promise<unknown> = Promise.resolve();

  /** `onLost`: a result could not be written; who asked finds it only while this process runs. */
  constructor({ records }: Pick<FeatureStore, 'records'>, onLost: (message: string) => void) {
    this.#records = records;
    this.#onLost = onLost;
  }

  /** Those of an earlier process, oldest first. */
  async all(): Promise<readonly Job[]> {
    const found = await this.#records.list('job', { limit: MOST });
    const jobs = found.flatMap(({ body }) => jobOf(body) ?? []);
    return jobs.sort((a, b) => a.created.getTime() - b.created.getTime());
  }

  /** As the job is now: what is asked for first is written first. Rejects when the store is away. */
  put(job: Job): Promise<Result<unknown>> {
    const body = JSON.parse(JSON.stringify(job)) as Record<string, unknown>;
    return this.#inTurn(() => this.#records.put('job', job.id, body));
  }

  /** As it ended; `onLost` hears when it cannot be written. */
  note(job: Job): void {
    this.put(job).catch(() => undefined);
  }

  remove(id: string): void {
    this.#inTurn(() => this.#records.remove('job', id)).catch(() => undefined);
  }

  /** When all that was asked for so far is written. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async #inTurn(write: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
    const written = this.#last.then(write);
    this.#last = written.then(
      (done) => {
        if (!done.ok) this.#onLost(done.issues[0].message.en);
      },
      (error: unknown) => this.#onLost(String(error)),
    );
    return written;
  }
}
