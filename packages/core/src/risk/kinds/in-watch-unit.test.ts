import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { flagSites } from '../flag-sites.js';
import type { Site } from '../site.js';
import { box, day, point, siteAt, siteIn, smallContext } from '../small-world.fixture.js';

const kernel = await loadGeometryKernel();
const all = smallContext(kernel);
const oldPart = smallContext(kernel, 'old-part-only');

function watch(site: Site, asOf = '2023-05-23', context = all) {
  const flagged = flagSites([site], context, { asOf: day(asOf) });
  if (!flagged.ok) throw new Error(flagged.issues[0].message.en);
  return flagged.value[0]?.flags.find((flag) => flag.rule === 'watch');
}
const fact = (flag: ReturnType<typeof watch>, name: string) =>
  flag?.facts.find((entry) => entry.name === name)?.value;

test('a position inside is certain, outside is nothing, within the error bar of the edge undetermined', () => {
  expect(watch(siteAt('in', point(2, 5)))).toMatchObject({ certainty: 'certain', level: 'medium' });
  expect(watch(siteAt('out', point(6, 5)))).toBeUndefined();
  // 0.0003 units are 30 m; the drawing's 30 m and the site's 5 m make 35 m.
  const edge = watch(siteAt('edge', point(3.97, 5)));
  expect(edge).toMatchObject({ certainty: 'undetermined', level: 'low' });
  expect(edge?.reason.vi).toContain('trong phạm vi sai số 35 m');
  expect(watch(siteAt('inside', point(3.9, 5)))?.certainty).toBe('certain');
});

test('an area says how much of it lies inside', () => {
  const half = watch(siteAt('half', box(3.5, 5, 4.5, 6)));
  expect(half?.certainty).toBe('certain');
  expect(fact(half, 'share')).toBeCloseTo(0.5, 3);
  expect(half?.reason.en).toMatch(
    /^[\d.]+ ha \(50\.0%\) of half lies in Đồn \(huyện\), ground that document 1254/,
  );
});

test('a site known by its commune is judged by the ground that holds it', () => {
  expect(watch(siteIn('whole', ['11111', '2023']))?.certainty).toBe('certain');
  // Its successor is mixed, but the old commune was of the watched district: its ground is cut to that district.
  expect(watch(siteIn('mixed', ['22222', '2023']))).toMatchObject({ certainty: 'certain' });
  expect(watch(siteIn('other', ['33333', '2023']))).toBeUndefined();
  const across = watch(siteIn('two', ['22222', '2023'], ['44444', '2023']));
  expect(across).toMatchObject({ certainty: 'possible', level: 'low' });
  expect(fact(across, 'commune_share')).toBeCloseTo(1 / 4, 2);
});

test('after the reform the successors are watched, mixed ones as the list says', () => {
  expect(watch(siteAt('a', point(2, 5)), '2026-01-01')?.reason.en).toContain('Đồn (xã), made from Huyện Đồn');
  const mixed = watch(siteAt('b', point(6, 5)), '2026-01-01');
  expect(mixed).toMatchObject({ certainty: 'certain' });
  expect(fact(mixed, 'watched_share')).toBeCloseTo(0.25, 2);
  expect(mixed?.reason.vi).toContain('xã Pha (25,0 % diện tích kế tục huyện Đồn)');
  expect(watch(siteAt('c', point(6, 5)), '2026-01-01', oldPart)).toBeUndefined();
  expect(watch(siteAt('d', point(3.5, 5)), '2026-01-01', oldPart)?.certainty).toBe('certain');
  expect(watch(siteIn('e', ['02014', '2025-07-01']), '2026-01-01', oldPart)?.certainty).toBe('possible');
});
