import { analyseProfile, type LayerFeature, loadGeometryKernel, type Site } from '@giapranh/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { realProfile } from '../real-profile.js';

/** A place on the Hậu river's bank, 300 m inside Cần Thơ: the river is the border with Vĩnh Long. */
const SAND_SITE: Site = {
  id: 'bai-cat',
  name: 'Bãi cát',
  geometry: { type: 'Point', coordinates: [105.795, 10.045] },
  precision: { kind: 'position', error_m: 5, method: 'test' },
  activity: 'mining',
  mineral: { vi: 'cát', en: 'sand' },
  areaDeclared_m2: null,
  decision: null,
  properties: {},
};

/** Nothing in the code knows a province: another profile is another folder of data. */
describe('Cần Thơ by its profile alone', () => {
  let features: readonly LayerFeature[];
  let missing: readonly string[];

  beforeAll(async () => {
    const kernel = await loadGeometryKernel();
    const sources = await realProfile(kernel, 'can-tho');
    const sites = [{ source: 'test', sites: [SAND_SITE] }];
    const analysed = analyseProfile(kernel, { ...sources, sites });
    if (!analysed.ok) throw new Error(analysed.issues[0].message.en);
    features = analysed.value;
    missing = analysed.notes
      .filter((note) => note.code === 'profile-neighbour-missing')
      .map((note) => String(note.path.at(-1)));
  });
  const of = (layer: string, vintage: string): readonly LayerFeature[] =>
    features.filter((feature) => feature.layer === layer && feature.properties['vintage'] === vintage);

  it('has its nine districts and the borders with five neighbours of 2023', () => {
    const districts = of('districts', '2023').filter(
      ({ properties }) => properties['province_code'] === '92',
    );
    expect(districts).toHaveLength(9);
    const pairs = of('borders', '2023').map(({ properties }) => properties['pair']);
    expect(pairs).toEqual(['92-89', '92-87', '92-86', '92-93', '92-91']);
    expect(of('border-zones', '2023')).toHaveLength(5 * 2 * 4);
  });

  it('names the neighbours of today that the data does not reach', () => {
    expect(missing).toEqual(['91', '82', '86', '96']);
    expect(of('communes', '2025-07-01')).toHaveLength(103);
  });

  it('flags a site near a border with the documents and bodies of its own profile', () => {
    const [site] = of('mineral-sites', '2023');
    expect(site?.properties).toMatchObject({ site_id: 'bai-cat' });
    const flags = site?.properties['flags'];
    const [flag] = Array.isArray(flags) ? flags : [];
    expect(flag).toMatchObject({ rule: expect.stringMatching(/^near-border-/) });
    const bodies: readonly { side: string; name: { vi: string } }[] = flag.bodies;
    expect(bodies.map(({ side, name }) => [side, name.vi])).toEqual([
      ['own', 'Ủy ban nhân dân quận Ninh Kiều'],
      ['own', 'Sở Tài nguyên và Môi trường thành phố Cần Thơ'],
      ['neighbour', 'Sở Tài nguyên và Môi trường tỉnh Vĩnh Long'],
    ]);
  });
});
