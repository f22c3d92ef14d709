import { Worker } from 'node:worker_threads';
import { err, type Issue, issue, type Result } from '@giapranh/core';

/** What a thread gets, and what it sends back. */
export interface Asked<Question> {
  readonly id: number;
  readonly question: Question;
}
export interface Answered<Answer> {
  readonly id: number;
  readonly answer: Result<Answer>;
}

/** A thread that is asked `Asked` and answers `Answered`, in any order. */
export class WorkerThread<Question, Answer> {
  readonly #worker: Worker;
  readonly #asked = new Map<number, (answer: Result<Answer>) => void>();
  #count = 0;
  #dead: Issue | undefined;

  /** `data` goes to the thread when it starts: what lies in shared memory is not copied. */
  constructor(script: URL, data: unknown) {
    this.#worker = new Worker(script, { workerData: data });
    this.#worker.on('message', ({ id, answer }: Answered<Answer>) => {
      this.#asked.get(id)?.(answer);
      this.#asked.delete(id);
    });
    this.#worker.once('messageerror', (fault: Error) => this.#die(fault.message));
    this.#worker.once('error', (fault: unknown) =>
      this.#die(fault instanceof Error ? fault.message : String(fault)),
    );
    this.#worker.once('exit', (code) => this.#die(`exit code ${code}`));
  }

  /** Questions not yet answered. */
  get waiting(): number {
    return this.#asked.size;
  }

  /** `moved` buffers of the question are not copied, and gone here. Issue: `worker-died`, also while waiting. Never rejects. */
  ask(question: Question, moved: readonly ArrayBuffer[] = []): Promise<Result<Answer>> {
    return new Promise((resolve) => {
      if (this.#dead !== undefined) return resolve(err(this.#dead));
      const id = this.#count;
      this.#count += 1;
      this.#asked.set(id, resolve);
      const asked: Asked<Question> = { id, question };
      this.#worker.postMessage(asked, moved);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #die(reason: string): void {
    this.#dead ??= died(reason);
    for (const answer of this.#asked.values()) answer(err(this.#dead));
    this.#asked.clear();
  }
}

function died(reason: string): Issue {
  return issue(
    'worker-died',
    [],
    `Một luồng tính toán đã dừng giữa chừng (${reason}); kết quả chưa đầy đủ.`,
    `A worker thread stopped in the middle (${reason}); the result is not complete.`,
    {
      vi: 'Có thể máy thiếu bộ nhớ: hãy chạy lại với ít luồng hơn (--workers 1).',
      en: 'The machine may be short of memory: run again with fewer threads (--workers 1).',
    },
  );
}
