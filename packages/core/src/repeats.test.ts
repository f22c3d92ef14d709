import { expect, it } from 'vitest';
import { repeatsIn } from './repeats.js';

it('tells the second and later of what is the same', () => {
  expect(repeatsIn(['a', 'b', 'a', 'c', 'a', 'b'])).toEqual([2, 4, 5]);
  expect(repeatsIn([])).toEqual([]);
});
