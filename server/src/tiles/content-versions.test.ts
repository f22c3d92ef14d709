import type { Secrecy } from '@giapranh/core';
import { expect, it } from 'vitest';
import { ANONYMOUS_READER, type Reader } from '../access/reader.js';
import { RevisionSeal } from '../access/revision-seal.js';
import { ContentVersions } from './content-versions.js';
import type { MarkState } from './worker-messages.js';

const EVERYONE: Reader = { id: 'x', secrecy: ['public', 'internal', 'restricted'], units: 'all' };
const of = (...secrecy: Secrecy[]): Reader => ({ id: 'x', secrecy, units: 'all' });
const state = (secrecy: Secrecy, text: string, unit: string | null = null): MarkState => ({
  mark: { secrecy, unit },
  state: text,
});
const versions = (...marks: MarkState[]) =>
  new ContentVersions(new RevisionSeal('a key of the store'), 'content', marks, '');

it('is another after a change, to those only whom it shows to', () => {
  const own = versions(state('public', '12-9'), state('internal', '14-2', '066'));
  const readers = [
    ANONYMOUS_READER,
    of('public', 'internal'),
    { ...of('public', 'internal'), units: ['064'] },
    EVERYONE,
  ];
  const told = () => readers.map((reader) => own.of(reader));
  const first = told();
  expect(told()).toEqual(first);
  own.change([{ marks: [{ secrecy: 'internal', unit: '066' }] }], 15);
  const second = told();
  expect(second.map((text, at) => text !== first[at])).toEqual([false, true, false, true]);
  own.change([{ marks: [{ secrecy: 'public', unit: '064' }] }], 16);
  expect(told().map((text, at) => text !== second[at])).toEqual([true, true, true, true]);
  own.change([{ marks: null }], 17);
  expect(told().some((text) => second.includes(text))).toBe(false);
});

it('says nothing of what was written meanwhile where it does not show', () => {
  const quiet = versions(state('public', '12-9'));
  const busy = versions(state('public', '12-9'), state('restricted', '90-70', '066'));
  expect(busy.of(ANONYMOUS_READER)).toBe(quiet.of(ANONYMOUS_READER));
  expect(busy.of(EVERYONE)).not.toBe(quiet.of(EVERYONE));
  expect(quiet.of(ANONYMOUS_READER)).toMatch(/^content\.[0-9a-f]{24}$/);
});
