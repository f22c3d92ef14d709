import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../geometry/kernel.js';
import { oneRule } from './one-rule.fixture.js';
import { day, point, siteAt, smallProfile } from './small-world.fixture.js';

const kernel = await loadGeometryKernel();
const [letter] = smallProfile().documents;
if (letter === undefined) throw new Error('no document');
const plan = { ...letter, id: 'plan', number: '178/KH', valid_from: day('2023-03-16'), valid_to: day('2026-01-01') }; // biome-ignore format: one entry
const twin = { ...letter, id: 'twin', number: '6341', conflicts_with: [{ document: 'plan', fact: { vi: 'số', en: 'figure' } }] }; // biome-ignore format: one entry
const RULE = { kind: 'position-undetermined', error_at_least_m: 1 };
const documents = [plan, { ...twin }].map((entry) => ({ ...entry }));
const flagOn = (asOf: string, ...ids: string[]) => {
  const register = documents.map((entry) => (entry.id === 'plan' ? { ...entry, conflicts_with: [{ document: 'twin', fact: { vi: 'số', en: 'figure' } }] } : entry)); // biome-ignore format: one register
  const ask = oneRule(kernel, { ...RULE, documents: ids.map((id) => ({ id })) }, { documents: register });
  return ask(siteAt('s', point(2, 5)), asOf).flags[0];
};

test('a lapsed plan stops supporting a flag, which falls to info and says so', () => {
  expect(flagOn('2025-12-31', 'plan')).toMatchObject({ level: 'high', support: 'in-force' });
  const late = flagOn('2026-01-01', 'plan');
  expect(late).toMatchObject({ level: 'info', support: 'none', documents: [{ status: 'lapsed' }] });
  expect(late?.reason.vi).toContain(
    'Không còn văn bản nào của quy tắc này (178/KH) có hiệu lực vào ngày 2026-01-01.',
  );
  expect(flagOn('2026-01-01', 'plan', 'letter')).toMatchObject({ level: 'high', support: 'unknown' });
});

test('a document that another one contradicts says so', () => {
  expect(flagOn('2025-12-31', 'plan')?.documents[0]?.conflicts).toEqual([
    { id: 'twin', number: '6341', fact: { vi: 'số', en: 'figure' } },
  ]);
});
