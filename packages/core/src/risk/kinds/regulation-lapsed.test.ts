import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { oneRule, told } from '../one-rule.fixture.js';
import { day, LINEAGE, point, siteAt, siteIn, smallProfile } from '../small-world.fixture.js';

const kernel = await loadGeometryKernel();
const [letter] = smallProfile().documents;
if (letter === undefined) throw new Error('no document');
const parties = [
  { code: '06', vintage: '2023' },
  { code: '04', vintage: '2023' },
];
const RULE = { kind: 'regulation-lapsed', regulations: ['agreed'], within_m: 5000 };
const agreed = oneRule(kernel, RULE, { documents: [{ ...letter, id: 'agreed', number: '7/QC', parties }] });
const ended = oneRule(kernel, RULE, { documents: [{ ...letter, id: 'agreed', number: '7/QC', parties, valid_to: day('2023-01-01') }] }); // biome-ignore format: one call

test('stands while both parties do; a party that another unit took over leaves it open', () => {
  const near = siteAt('s', point(9, 5));
  expect(told(agreed(near))).toBe('not-met');
  const lost = agreed(near, '2026-01-01');
  expect(told(lost)).toBe('undetermined low');
  expect(lost.flags[0]?.reason.vi).toMatch(
    /^s cách đường giáp ranh Bắc – Đông 1,03 km \(sai số ±60 m\); 1254\/STNMT-KS \(7\/QC\) có một bên đã kết thúc \(Tỉnh Bắc không còn ở mốc 2025-07-01\)/,
  );
  expect(lost.flags[0]?.bodies.map(({ side }) => side)).toContain('neighbour');
});

test('parties that became one province leave no agreement', () => {
  const lineage = LINEAGE.map((link) => ({ ...link, to: { ...link.to, code: '01981' } }));
  const documents = [{ ...letter, id: 'agreed', number: '7/QC', parties }];
  const merged = oneRule(kernel, RULE, { documents, lineage })(siteAt('s', point(9, 5)), '2026-01-01');
  expect(told(merged)).toBe('certain high');
  expect(merged.flags[0]?.reason.en).toContain('all parties are Tỉnh Mới now');
});

test('a regulation past its last day has lapsed', () => {
  const [flag] = ended(siteAt('s', point(9, 5))).flags;
  expect(flag?.reason.en).toContain('lapsed on 2023-01-01');
});

test('far from that border it does not matter; by communes it possibly does; at the limit it is undetermined', () => {
  expect(told(agreed(siteAt('s', point(2, 5)), '2026-01-01'))).toBe('not-met');
  const vague = agreed(siteIn('c', ['44444', '2023']), '2026-01-01');
  expect(told(vague)).toBe('possible medium');
  expect(vague.flags[0]?.reason.vi).toMatch(/^c chỉ biết theo xã; chỗ gần nhất của các xã đó cách/);
  // 4.85 units are 5,001 m.
  expect(told(agreed(siteAt('s', point(5.15, 5)), '2026-01-01'))).toBe('undetermined low');
});
