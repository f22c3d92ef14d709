import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import {
  ANONYMOUS_READER,
  letIn,
  mayDo,
  mayRead,
  NOBODY,
  type Reader,
  readerOf,
  secrecyKey,
} from './reader.js';
import { lesserRole, NEEDS } from './role.js';

const cleared: Reader = { id: 'a', secrecy: ['restricted', 'public'], units: 'all' };

async function requestOf(use: (request: IncomingMessage) => void): Promise<void> {
  const server = createServer((request, response) => {
    use(request);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  server.close();
}

it('takes a request for anonymous until it is let in, and only that request', async () => {
  const seen: string[] = [];
  await requestOf((request) => {
    seen.push(readerOf(request).id);
    letIn(request, cleared);
    seen.push(readerOf(request).id);
  });
  await requestOf((request) => seen.push(readerOf(request).id));
  expect(seen).toEqual(['anonymous', 'a', 'anonymous']);
});

it('shows a level only to who has that very level', () => {
  const levels = ['public', 'internal', 'restricted'] as const;
  const layer = { id: 'roads' } as const;
  const shown = (reader: Reader): boolean[] =>
    levels.map((secrecy) => mayRead(reader, { ...layer, secrecy }));
  expect(shown(ANONYMOUS_READER)).toEqual([true, false, false]);
  expect(shown(cleared)).toEqual([true, false, true]);
  expect(shown({ ...cleared, units: ['06'] })).toEqual([true, false, false]);
  expect(shown(NOBODY)).toEqual([false, false, false]);
  expect(mayRead({ ...cleared, units: ['06'] }, { id: 'tips', secrecy: 'restricted' })).toBe(true);
});

it('has one key for equal rights, whoever has them and however they are written', () => {
  const same: Reader = { id: 'b', secrecy: ['public', 'restricted', 'public'], units: 'all' };
  expect(secrecyKey(same)).toBe(secrecyKey(cleared));
  const others: Reader[] = [
    ANONYMOUS_READER,
    cleared,
    { ...cleared, units: [] },
    { ...cleared, units: ['06'] },
    { ...cleared, units: ['06', '19'] },
    { ...cleared, secrecy: [] },
  ];
  expect(new Set(others.map(secrecyKey)).size).toBe(others.length);
});

it('grants by role, and to nobody but what is public', () => {
  const may = (reader: Reader): string[] => NEEDS.filter((need) => mayDo(reader, need));
  expect(may(NOBODY)).toEqual(['open']);
  expect(may(ANONYMOUS_READER)).toEqual(['open', 'read', 'compute']);
  expect(may({ ...cleared, role: 'viewer' })).toEqual(['open', 'read', 'signed-in']);
  expect(may({ ...cleared, role: 'analyst' })).toEqual(['open', 'read', 'compute', 'exchange', 'signed-in']);
  expect(may({ ...cleared, role: 'editor' })).toEqual([
    'open',
    'read',
    'compute',
    'exchange',
    'write',
    'signed-in',
  ]);
  expect(may({ ...cleared, role: 'admin' })).toEqual(NEEDS);
  expect(lesserRole('editor', 'analyst')).toBe('analyst');
  expect(lesserRole('admin', 'viewer')).toBe('viewer');
});
