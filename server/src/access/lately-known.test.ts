import { issue } from '@giapranh/core';
import { StoreFault } from '@giapranh/store';
import { expect, it } from 'vitest';
import { LatelyKnown } from './lately-known.js';
import { ANONYMOUS_READER } from './reader.js';

const away = (code: string) => async () => {
  throw new StoreFault(issue(code, [], 'hỏng', 'broken'));
};
const here = async () => ANONYMOUS_READER;

it('remembers who was known only while the store is away', async () => {
  const lately = new LatelyKnown();
  await expect(lately.known('a', away('store-unreachable'))).rejects.toThrow('broken');
  expect(await lately.known('a', here)).toBe(ANONYMOUS_READER);
  expect(await lately.known('a', away('store-unreachable'))).toBe(ANONYMOUS_READER);
  await expect(lately.known('a', away('store-corrupt'))).rejects.toThrow('broken');
  // Shut out while the store was there: not known when it is away.
  expect(await lately.known('a', async () => undefined)).toBeUndefined();
  await expect(lately.known('a', away('store-unreachable'))).rejects.toThrow('broken');
});
