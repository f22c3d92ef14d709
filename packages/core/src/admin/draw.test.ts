import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { loadGeometryKernel } from '../geometry/kernel.js';
import type { Result } from '../result.js';
import { drawUnits } from './draw.js';
import type { LineageLink } from './lineage.js';
import type { AdminSources } from './sources.js';
import type { AdminLevel, AdminUnit, DrawnUnit } from './unit.js';

const kernel = await loadGeometryKernel();
const FORMER = { id: 'old', validity: { from: null, to: null } };
const CURRENT = { id: 'new', validity: { from: null, to: null } };

function unit(level: AdminLevel, vintage: string, code: string, provinceCode = '06'): AdminUnit {
  const shared = { type: 'Xã', districtCode: null, areaDeclared_m2: null, validity: FORMER.validity };
  return { ...shared, level, vintage, code, name: `Xã ${code}`, shortName: code, provinceCode };
}

function link(from: string, district: string, to: string, province = '06'): LineageLink {
  return {
    from: { code: from, name: from, vintage: 'old' },
    fromDistrict: { code: district, name: district },
    fromProvince: { code: province, name: province },
    to: { code: to, name: to, vintage: 'new' },
    kind: 'full',
  };
}

/** A box near Bắc Kạn; one unit is 0.01°, about a kilometre. */
function box(w: number, s: number, e: number, n: number): Polygon {
  const at = (x: number, y: number) => [105.8 + x / 100, 22.1 + y / 100];
  return { type: 'Polygon', coordinates: [[at(w, s), at(e, s), at(e, n), at(w, n), at(w, s)]] };
}

/** Communes 1 and 3 are of old district 061, commune 4 of 062; commune 2 took ground of both. */
const SOURCES: AdminSources = {
  current: CURRENT,
  former: FORMER,
  records: [
    ...['01', '02', '03', '04'].map((code) => unit('commune', 'new', code, '19')),
    ...['061', '062'].map((code) => unit('district', 'old', code)),
    unit('province', 'old', '06'),
    unit('province', 'new', '19', '19'),
  ],
  lineage: [link('11', '061', '01'), link('12', '061', '02'), link('13', '062', '02'), link('14', '061', '03'), link('15', '062', '04')], // biome-ignore format: a table
  communes: [
    { code: '01', geometry: box(0, 0, 4, 4), source: 'c' },
    { code: '02', geometry: box(4, 0, 12, 4), source: 'c' },
    { code: '03', geometry: box(0, 4, 8.1, 8), source: 'c' },
    { code: '04', geometry: box(8.1, 4, 12, 8), source: 'c' },
  ],
  published: [
    // A strip 55 m wide of 061 along the outline of commune 02, inside 062.
    {
      drawing: 'gov',
      vintage: 'old',
      level: 'district',
      code: '061',
      geometry: box(8.5, -0.1, 11.5, 0.05),
      source: 'd',
    },
    // The older drawing runs 100 m off the communes on all sides, so that strips and leftovers arise.
    {
      drawing: 'gov',
      vintage: 'old',
      level: 'district',
      code: '061',
      geometry: box(0.1, -0.1, 8, 8.1),
      source: 'd',
    },
    {
      drawing: 'gov',
      vintage: 'old',
      level: 'district',
      code: '062',
      geometry: box(8, -0.1, 11.9, 8.1),
      source: 'd',
    },
  ],
};

function drawn(result: Result<DrawnUnit[]>): (vintage: string, level: AdminLevel, code: string) => DrawnUnit {
  if (!result.ok) throw new Error(result.issues.map((entry) => entry.message.en).join('\n'));
  return (vintage, level, code) => {
    const found = result.value.find(
      (u) => u.vintage === vintage && u.level === level && u.code === code && u.drawing === 'communes-2025',
    );
    if (found === undefined) throw new Error(`${level} ${code} was not drawn`);
    return found;
  };
}

test('a commune of two districts is cut along their line, strips and leftovers follow their neighbour', () => {
  const of = drawn(drawUnits(kernel, SOURCES));
  const [a, b, province] = [of('old', 'district', '061'), of('old', 'district', '062'), of('old', 'province', '06')]; // biome-ignore format: one line
  // 061: commune 01 and 03 whole, and commune 02 west of the line at x = 8.
  const expected = [box(0, 0, 8, 4), box(0, 4, 8.1, 8)].reduce((sum, part) => sum + geodesicArea_m2(part), 0);
  // Geodesic edges 8 km long bulge by a metre, and the cut gives them vertices: 1e-4 of the area.
  expect(Math.abs(geodesicArea_m2(a.geometry) / expected - 1)).toBeLessThan(1e-4);
  expect(a.origin?.communes).toEqual([
    { code: '01', vintage: 'new', whole: true },
    { code: '02', vintage: 'new', whole: false },
    { code: '03', vintage: 'new', whole: true },
  ]);
  expect(a.geometry.coordinates).toHaveLength(1);
  expect(b.geometry.coordinates).toHaveLength(1);
  // A partition: within a square millimetre, the noise of summing doubles.
  const sum_m2 = geodesicArea_m2(a.geometry) + geodesicArea_m2(b.geometry);
  expect(Math.abs(geodesicArea_m2(province.geometry) - sum_m2)).toBeLessThan(1e-3);
});

test('every level has the vertex that a cut put on an outline', () => {
  const of = drawn(drawUnits(kernel, SOURCES));
  const cut = JSON.stringify([105.8 + 8 / 100, 22.1]);
  for (const unitDrawn of [
    of('new', 'commune', '02'),
    of('new', 'province', '19'),
    of('old', 'province', '06'),
  ])
    expect(JSON.stringify(unitDrawn.geometry)).toContain(cut);
});

test('a province of which a commune is not drawn is left out and named', () => {
  const result = drawUnits(kernel, { ...SOURCES, communes: SOURCES.communes.slice(0, 3) });
  if (!result.ok) throw new Error('unexpected');
  expect(result.value.map((u) => `${u.level} ${u.code}`)).not.toContain('province 19');
  const codes = result.notes.map((note) => [note.code, note.path.join('/')].join(' '));
  expect(codes).toContain('admin-unit-incomplete province/new/19');
  expect(codes).toContain('admin-unit-incomplete district/old/062');
});

test('without a drawing of the districts, the commune stays whole and the districts are not invented', () => {
  const result = drawUnits(kernel, { ...SOURCES, published: [] });
  if (!result.ok) throw new Error('unexpected');
  expect(result.notes.map((note) => note.code)).toEqual(['admin-commune-undivided']);
  expect(result.value.filter((u) => u.level === 'district')).toEqual([]);
  expect(result.value.filter((u) => u.level === 'province')).toHaveLength(2);
});

test('a district the lineage names but no ground shows is noted', () => {
  const lineage = [...SOURCES.lineage, link('16', '062', '01')];
  const result = drawUnits(kernel, { ...SOURCES, lineage });
  if (!result.ok) throw new Error('unexpected');
  expect(result.notes).toMatchObject([{ code: 'admin-district-without-ground', path: ['communes', '01'] }]);
});

test('codes without a record are all named', () => {
  const communes = SOURCES.communes.map((commune) => ({ ...commune, code: `9${commune.code}` }));
  const result = drawUnits(kernel, { ...SOURCES, communes });
  expect(result.ok ? [] : result.issues.map((entry) => entry.code)).toEqual(
    new Array(4).fill('admin-unit-unknown'),
  );
});
