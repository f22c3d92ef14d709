import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGeometryKernel, UnitRegistry } from '@giapranh/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseUnitList } from '../admin/unit-lists.js';
import type { SiteContext } from '../sites/site-context.js';
import { readGivenLayer } from './given-layer.js';

const CURRENT = { id: '2025-07-01', validity: { from: null, to: null } };
const LIST = `province_code,province,commune_code,commune,area_km2_declared
19,Tỉnh Thái Nguyên,01957,Xã Thượng Quan,100
`;
let folder: string;
let context: SiteContext;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giapranh-layer-'));
  const records = parseUnitList(LIST, CURRENT, 'current');
  if (!records.ok) throw new Error('no units');
  context = {
    source: 'layer',
    kernel: await loadGeometryKernel(),
    registry: new UnitRegistry({ vintages: [CURRENT], records: records.value, lineage: [] }),
    pointIn: () => [105.9, 22.3],
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function layer(name: string, text: string, byCommune = false) {
  const path = join(folder, name);
  await writeFile(path, text);
  const read = await readGivenLayer('inspections', path, context, byCommune);
  if (!read.ok) return read.issues.map(({ code }) => code);
  return { features: read.value, notes: read.notes.map(({ code }) => code) };
}

it('a table with positions: properties stay, days and errors are understood', async () => {
  const found = await layer(
    'a.csv',
    'id,lon,lat,error_m,valid_to,day\nc1,105.5,22.1,25,2026-01-01,2025-11-20\n',
  );
  expect(found).toMatchObject({
    features: [
      {
        layer: 'inspections',
        id: 'c1',
        geometry: { type: 'Point', coordinates: [105.5, 22.1] },
        error_m: 25,
        validity: { from: null, to: '2026-01-01' },
        properties: { day: '2025-11-20' },
      },
    ],
    notes: [],
  });
});

it('what is known only by its commune is kept where the code is enough, and named where it is not', async () => {
  const text = 'id,xa,day\nc1,Thượng Quan,2025-11-20\n';
  expect(await layer('b.csv', text, true)).toMatchObject({
    features: [{ properties: { commune_code: '01957' } }],
  });
  expect(await layer('b.csv', text)).toMatchObject({
    features: [],
    notes: ['layer-feature-without-position'],
  });
});

it('ids must differ, and a file that is none is told', async () => {
  expect(await layer('c.csv', 'id,lon,lat\nc1,105.5,22.1\nc1,105.6,22.1\n')).toEqual(['layer-id-repeated']);
  expect(await layer('d.geojson', '{"type":"FeatureCollection"')).toHaveLength(1);
});
