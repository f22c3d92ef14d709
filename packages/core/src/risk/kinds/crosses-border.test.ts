import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { flagSites } from '../flag-sites.js';
import type { Site } from '../site.js';
import { box, day, point, siteAt, siteIn, smallContext } from '../small-world.fixture.js';

const context = smallContext(await loadGeometryKernel());

function crossing(site: Site, asOf = '2023-05-23') {
  const flagged = flagSites([site], context, { asOf: day(asOf) });
  if (!flagged.ok) throw new Error(flagged.issues[0].message.en);
  return flagged.value[0]?.flags.find((flag) => flag.rule === 'crosses');
}

test('an area on both sides is certain when it reaches farther than the error bar into both', () => {
  const flag = crossing(siteAt('wide', box(9.5, 4, 11, 5)));
  expect(flag).toMatchObject({ certainty: 'certain', level: 'high' });
  expect(flag?.reason.en).toMatch(/^wide lies on both sides of the border Bắc – Đông: [\d.]+ ha in Bắc, [\d.]+ ha in Đông\.$/); // biome-ignore format: one sentence
  // 0.01 units are 10 m: less than the 35 m of drawing and survey.
  expect(crossing(siteAt('sliver', box(9.5, 4, 10.01, 5)))).toMatchObject({
    certainty: 'undetermined',
    level: 'medium',
  });
  expect(crossing(siteAt('apart', box(9, 4, 9.9, 5)))).toBeUndefined();
});

test('a point within the error bar of the line has no side', () => {
  expect(crossing(siteAt('near', point(9.99, 5)))?.reason.vi).toContain('cần hai bên cùng kiểm tra');
  expect(crossing(siteAt('off', point(9.9, 5)))).toBeUndefined();
});

test('communes of both sides make it possible, in any vintage', () => {
  const site = siteIn('both', ['44444', '2023'], ['55555', '2023']);
  expect(crossing(site)?.certainty).toBe('possible');
  expect(crossing(site, '2026-01-01')?.reason.en).toContain('(Xã Thông; Xã Bình)');
  expect(crossing(siteIn('one', ['44444', '2023']))).toBeUndefined();
});
