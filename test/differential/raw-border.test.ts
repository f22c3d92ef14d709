import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type BorderSide, loadGeometryKernel, sharedBorder, unitGroup } from '@giapranh/core';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { must } from '../must.js';
import { DATA } from '../real-profile.js';

/** The communes as published, nothing cleaned: neighbours overlap and leave gaps. */
function rawCommunes(provinceCode: string): BorderSide[] {
  const file = join(DATA, 'reference/admin/communes_post2025_area.geojson.gz');
  const { features } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as FeatureCollection<
    Polygon | MultiPolygon,
    { code: string; name: string; province_code: string }
  >;
  return features
    .filter(({ properties }) => properties.province_code === provinceCode)
    .map(({ properties: { code, name }, geometry }) => ({
      code,
      name,
      vintage: '2025-07-01',
      drawing: 'as-published',
      geometry: {
        type: 'MultiPolygon',
        coordinates: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
      },
    }));
}

it('Thái Nguyên – Lạng Sơn as published: pieces, overlap and point touches are told', async () => {
  const kernel = await loadGeometryKernel();
  const [thaiNguyen, langSon] = [rawCommunes('19'), rawCommunes('20')].map((units) =>
    must(unitGroup(kernel, units)),
  );
  if (thaiNguyen === undefined || langSon === undefined) throw new Error('no units');
  const exact = must(sharedBorder(kernel, thaiNguyen, langSon, { tolerance_m: 0 }));
  const snapped = must(sharedBorder(kernel, thaiNguyen, langSon));
  const told = [exact, snapped].map(
    ({ parts, overlap_m2, gap_m2, pointTouches, length_m, snap, pieces }) => ({
      parts,
      overlap_ha: Math.round(overlap_m2 / 100) / 100,
      gap_m2: Math.round(gap_m2),
      touches: pointTouches.length,
      islands: pieces.filter(({ kind }) => kind === 'island').length,
      length_km: Math.round(length_m / 10) / 100,
      snapped_m: Math.round(snap.snapped_length_m),
      largest_snap_m: Math.round(snap.largest_snap_m * 10) / 10,
    }),
  );
  expect(told).toEqual([
    {
      parts: 8,
      overlap_ha: 0.62,
      gap_m2: 0,
      touches: 3,
      islands: 0,
      length_km: 139.97,
      snapped_m: 0,
      largest_snap_m: 0,
    },
    // Snapping joins two pieces, and what was a touch lies on the line.
    {
      parts: 7,
      overlap_ha: 0.62,
      gap_m2: 0,
      touches: 1,
      islands: 0,
      length_km: 140.13,
      snapped_m: 155,
      largest_snap_m: 2,
    },
  ]);
}, 120_000);
