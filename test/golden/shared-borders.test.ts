import {
  type DrawingId,
  type DrawnUnit,
  type GeometryKernel,
  loadGeometryKernel,
  type ProfileSources,
  type ProfileVintage,
  sharedBorder,
} from '@giapranh/core';
import { beforeAll, it } from 'vitest';
import { realProfile } from '../real-profile.js';
import { expectGolden } from './expect-golden.js';

let kernel: GeometryKernel;
beforeAll(async () => {
  kernel = await loadGeometryKernel();
});

/** What is known of one border, without its line; or why there is none. */
function figures(a: DrawnUnit, b: DrawnUnit): object {
  const names = { a: `${a.name} (${a.code})`, b: `${b.name} (${b.code})` };
  const border = sharedBorder(kernel, a, b);
  if (!border.ok) return { ...names, issues: border.issues.map(({ code }) => code) };
  const { length_m, parts, overlap_m2, snap, pointTouches } = border.value;
  const touches = { type: 'MultiPoint', coordinates: pointTouches };
  return { ...names, length_m, parts, overlap_m2, snap, point_touches: touches };
}

function bordersOf(sources: ProfileSources, vintage: ProfileVintage, drawing: DrawingId): object {
  const province = (code: string): DrawnUnit | undefined =>
    sources.units.find(
      (unit) =>
        unit.level === 'province' &&
        unit.code === code &&
        unit.vintage === vintage.id &&
        unit.drawing === drawing,
    );
  const subject = province(vintage.subject);
  const pairs = vintage.neighbours.map((neighbour) => {
    const other = province(neighbour.code);
    return subject === undefined || other === undefined
      ? { b: `${neighbour.name} (${neighbour.code})`, geometry: 'missing' }
      : figures(subject, other);
  });
  return { vintage: vintage.id, drawing, pairs };
}

it.each(['bac-kan', 'can-tho'])('shared borders of %s, all vintages and drawings', async (id) => {
  const sources = await realProfile(kernel, id);
  const found = sources.profile.vintages.flatMap((vintage) =>
    [vintage.drawing, ...vintage.other_drawings].map((drawing) => bordersOf(sources, vintage, drawing)),
  );
  await expectGolden(`shared-borders-${id}.json`, found);
});
