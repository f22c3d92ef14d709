import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Gate } from './gate.js';

const opened = async (gate: Gate, left?: () => AbortSignal): Promise<() => void> => {
  const entered = await gate.enter(left);
  if (!entered.ok) throw new Error(entered.issues[0].code);
  return entered.value;
};

it('lets in so many, then one for each that leaves, in their order', async () => {
  const gate = new Gate({ atOnce: 1, waiting: 2, wait_ms: 1_000 });
  const order: string[] = [];
  const leave = await opened(gate);
  const later = ['b', 'c'].map(async (name) => {
    const out = await opened(gate);
    order.push(name);
    out();
    out();
  });
  expect([gate.inside, gate.waiting]).toEqual([1, 2]);
  expect((await gate.enter()).ok).toBe(false);
  leave();
  await Promise.all(later);
  expect(order).toEqual(['b', 'c']);
  expect([gate.inside, gate.waiting, gate.refused]).toEqual([0, 0, 1]);
});

it('refuses who waits too long, and forgets who left', async () => {
  const gate = new Gate({ atOnce: 1, waiting: 5, wait_ms: 20 });
  const leave = await opened(gate);
  expect((await gate.enter()).ok).toBe(false);
  const gone = new AbortController();
  const waits = gate.enter(() => gone.signal);
  gone.abort();
  expect((await waits).ok).toBe(false);
  expect(gate.waiting).toBe(0);
  leave();
  await sleep(0);
  expect(gate.inside).toBe(0);
});
