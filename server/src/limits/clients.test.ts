import { expect, it } from 'vitest';
import { Clients, clientAddress } from './clients.js';

it('turns away who has too much at once, and lets in again who left', async () => {
  const clients = new Clients({ perMinute: 0, atOnce: 2 });
  const [first] = [await clients.enter('a'), await clients.enter('a')];
  expect(await clients.enter('a')).toEqual({ why: 'at-once', retry_s: 1 });
  expect(await clients.enter('b')).toBeTypeOf('function');
  if (typeof first === 'function') first();
  expect(await clients.enter('a')).toBeTypeOf('function');
  expect(clients.inside).toBe(2);
});

it('counts a minute for each client, and says how long to wait', async () => {
  const clients = new Clients({ perMinute: 3, atOnce: 10 });
  for (let at = 0; at < 3; at += 1) expect(await clients.enter('a')).toBeTypeOf('function');
  const refused = await clients.enter('a');
  expect(refused).toMatchObject({ why: 'per-minute' });
  if (typeof refused !== 'function') expect(refused.retry_s).toBeGreaterThan(55);
  expect(await clients.enter('b')).toBeTypeOf('function');
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('counts %s as %s', (address, client) => {
  expect(clientAddress(address)).toBe(client);
});
