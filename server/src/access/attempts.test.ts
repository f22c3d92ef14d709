import { expect, it } from 'vitest';
import { Attempts } from './attempts.js';

const MINUTE_ms = 60_000;

it('lets five wrong passwords through, then none for a quarter of an hour', () => {
  const attempts = new Attempts();
  for (let at = 0; at < 5; at += 1) {
    expect(attempts.wait_s('an', '10.0.0.1', at * 1000)).toBe(0);
    attempts.note('an', '10.0.0.1', at * 1000);
  }
  expect(attempts.wait_s('an', '10.0.0.1', 5000)).toBe(895);
  expect(attempts.wait_s('an', '10.0.0.2', 5000)).toBe(0);
  expect(attempts.wait_s('an', '10.0.0.1', 15 * MINUTE_ms + 1)).toBe(0);
});

it('counts one address over many names, and forgives what was right', () => {
  const attempts = new Attempts();
  for (let at = 0; at < 30; at += 1) attempts.note(`user${at}`, '10.0.0.1', 0);
  expect(attempts.wait_s('another', '10.0.0.1', 0)).toBe(900);
  attempts.forgive('user0', '10.0.0.1');
  expect(attempts.wait_s('another', '10.0.0.1', 0)).toBe(0);
});
