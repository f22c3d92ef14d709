import { type GeometryKernel, loadGeometryKernel, unitIndex, unitWorld } from '@giapranh/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { realProfile } from '../real-profile.js';

let kernel: GeometryKernel;
beforeAll(async () => {
  kernel = await loadGeometryKernel();
});

describe('the units by name', () => {
  it('has every commune of before the reform, at the ground it went into', async () => {
    const sources = await realProfile(kernel, 'bac-kan');
    const world = unitWorld(kernel, sources);
    const index = unitIndex(world);
    const old = index.filter(({ vintage, level }) => vintage === '2023' && level === 'commune');
    const ofBacKan = world.registry
      .units('2023', 'commune')
      .filter(({ provinceCode }) => provinceCode === '06');
    // 108 communes, wards and towns of Bắc Kạn in the list of 2023.
    expect(ofBacKan).toHaveLength(108);
    for (const { code } of ofBacKan) expect(old.map((one) => one.code)).toContain(code);
    expect(old.find(({ name }) => name === 'Xã Ngọc Phái')).toMatchObject({
      within: ['Huyện Chợ Đồn', 'Tỉnh Bắc Kạn'],
      drawn: false,
      now: ['Xã Chợ Đồn'],
    });
    for (const { box } of index) {
      expect(box[0]).toBeLessThan(box[2]);
      expect(box[1]).toBeLessThan(box[3]);
    }
  });

  it('works for a profile whose old communes are not all drawn today', async () => {
    const index = unitIndex(unitWorld(kernel, await realProfile(kernel, 'can-tho')));
    expect(index.some(({ name }) => name === 'Quận Ninh Kiều')).toBe(true);
  });
});
