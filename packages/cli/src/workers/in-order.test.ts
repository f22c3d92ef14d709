import { ok, type Result } from '@giapranh/core';
import { afterEach, expect, test } from 'vitest';
import { inOrder } from './in-order.js';
import { WorkerThread } from './worker-thread.js';

/** Answers with the square, the small numbers late; dies of 13, throws at 17, leaves at 19. */
const SCRIPT = `
  import { parentPort, workerData } from 'node:worker_threads';
  parentPort.on('message', async ({ id, question: n }) => {
    if (n === 13) process.exit(5);
    if (n === 17) throw new Error('seventeen');
    if (n === 19) return;
    await new Promise((done) => setTimeout(done, n % 2 === 0 ? 8 : 0));
    const seen = Atomics.add(workerData, 0, 1) + 1;
    parentPort.postMessage({ id, answer: { ok: true, value: { square: n * n, seen }, notes: [] } });
  });`;
const script = new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`);

type Answer = { readonly square: number; readonly seen: number };
let threads: WorkerThread<number, Answer>[] = [];
function started(count: number): WorkerThread<number, Answer>[] {
  const counter = new Int32Array(new SharedArrayBuffer(4));
  threads = Array.from({ length: count }, () => new WorkerThread<number, Answer>(script, counter));
  return threads;
}
afterEach(() => Promise.all(threads.map((thread) => thread.end())));

/** Questions that count how many were taken. */
function counted(numbers: readonly number[]): {
  readonly taken: () => number;
  readonly all: AsyncIterable<Result<number>>;
} {
  let taken = 0;
  async function* all(): AsyncGenerator<Result<number>> {
    for (const number of numbers) {
      taken += 1;
      yield ok(number);
    }
  }
  return { taken: () => taken, all: all() };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => 100 + n);

test('answers keep the order of the questions, and few questions are ahead of them', async () => {
  const numbers = upTo(60);
  const questions = counted(numbers);
  const squares: number[] = [];
  for await (const answer of inOrder(started(3), questions.all)) {
    if (!answer.ok) throw new Error(answer.issues[0].message.en);
    squares.push(answer.value.square);
    expect(questions.taken() - squares.length).toBeLessThanOrEqual(6);
  }
  expect(squares).toEqual(numbers.map((n) => n * n));
});

test('all threads work, on one memory', async () => {
  const seen: number[] = [];
  const pool = started(2);
  for await (const answer of inOrder(pool, counted(upTo(20)).all))
    if (answer.ok) seen.push(answer.value.seen);
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
});

test.each([
  ['leaves', 13, 'exit code 5'],
  ['throws', 17, 'seventeen'],
])('a thread that %s ends the answers with a reason, and does not hang', async (_how, deadly, reason) => {
  const questions = counted([...upTo(10), deadly, ...upTo(1000)]);
  const answers: Result<Answer>[] = [];
  for await (const answer of inOrder(started(2), questions.all)) answers.push(answer);
  const last = answers.at(-1);
  expect(last).toMatchObject({ ok: false, issues: [{ code: 'worker-died' }] });
  expect(last?.ok === false && last.issues[0].message.en).toContain(reason);
  expect(answers.length).toBeLessThanOrEqual(11);
  expect(questions.taken()).toBeLessThan(20);
});

test('a thread that is ended while it owes an answer gives a reason too', async () => {
  const [thread] = started(1);
  const owed = thread?.ask(19);
  await thread?.end();
  expect(await owed).toMatchObject({ ok: false, issues: [{ code: 'worker-died' }] });
  expect(await thread?.ask(2)).toMatchObject({ ok: false, issues: [{ code: 'worker-died' }] });
});

test('a question that could not be read is the last answer', async () => {
  async function* broken(): AsyncGenerator<Result<number>> {
    yield ok(100);
    yield { ok: false, issues: [{ code: 'x', path: [], message: { vi: '', en: '' } }] };
    yield ok(102);
  }
  const codes: string[] = [];
  for await (const answer of inOrder(started(2), broken()))
    codes.push(answer.ok ? 'ok' : answer.issues[0].code);
  expect(codes).toEqual(['ok', 'x']);
});
