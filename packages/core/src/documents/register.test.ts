import { expect, test } from 'vitest';
import { day } from '../admin/reform.fixture.js';
import { smallProfile } from '../risk/small-world.fixture.js';
import type { ProfileDocument } from './document.js';
import { searchDocuments } from './search.js';
import { documentStanding } from './standing.js';

const [letter] = smallProfile().documents;
if (letter === undefined) throw new Error('no document');
const entry = (id: string, extra: Partial<ProfileDocument>): ProfileDocument => ({
  ...letter,
  id,
  title: { vi: id, en: id },
  number: id,
  ...extra,
});
const REGISTER = [
  entry('law', { number: '60/2010/QH12', valid_from: day('2011-07-01'), valid_to: day('2025-07-01') }),
  entry('new', { number: '54/2024/QH15', valid_from: day('2025-07-01'), supersedes: ['law'] }),
  entry('plan', { valid_from: day('2023-03-16'), valid_to: day('2026-01-01'), title: { vi: 'Kế hoạch khoáng sản', en: 'Plan' } }), // biome-ignore format: one entry
  entry('letter', { number: '1254/STNMT-KS' }),
];

test('how a document stands on a day: by its own days and by what replaces it', () => {
  const on = (text: string) =>
    REGISTER.map((document) => documentStanding(REGISTER, document, day(text)).status);
  expect(on('2010-01-01')).toEqual(['not-yet', 'not-yet', 'not-yet', 'unknown']);
  expect(on('2025-06-30')).toEqual(['in-force', 'not-yet', 'in-force', 'unknown']);
  expect(on('2026-01-01')).toEqual(['superseded', 'in-force', 'lapsed', 'unknown']);
  const [law] = REGISTER;
  if (law === undefined) throw new Error('no law');
  expect(documentStanding(REGISTER, law, day('2026-01-01')).superseded_by).toEqual(['new']);
  expect(documentStanding([law], law, day('2026-01-01'))).toEqual({ status: 'lapsed', superseded_by: [] });
});

test('entries are found by all words, with or without diacritics; with them they are meant', () => {
  const found = (text: string) => searchDocuments(REGISTER, text).map(({ id }) => id);
  expect(found('1254')).toEqual(['letter']);
  expect(found('ke hoach')).toEqual(['plan']);
  expect(found('khoáng sản kế')).toEqual(['plan']);
  expect(found('kê hoạch')).toEqual([]);
  expect(found('')).toHaveLength(REGISTER.length);
});
