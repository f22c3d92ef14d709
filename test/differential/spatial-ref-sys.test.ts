import { CRS_DEFINITIONS, transformer } from '@giapranh/core';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import { expect, it } from 'vitest';
import { rowsOf, withPostgres } from '../postgres.js';

const postgres = withPostgres();
/** The accuracy contract of transforms. */
const TOLERANCE_m = 0.001;
/**
 * By SRID, PROJ chooses the way to WGS 84 for each place, and in the Mekong delta it takes EPSG:5194 (academic
 * research, 0.8 m off the legal parameters): there only the text of `spatial_ref_sys` is the law's.
 */
const DELTA_NORTH_EDGE_deg = 11.2;
const SITES = [
  [103.2, 21.4],
  [105.6, 22.16],
  [105.75, 10.03],
  [107.9, 15.2],
  [109, 12.5],
] as const;
const VN2000 = CRS_DEFINITIONS.filter((crs) => crs.datum === 'VN-2000' && crs.projection !== null);

const BY_SRID = `SELECT ST_X(moved), ST_Y(moved)
  FROM ST_Transform(ST_SetSRID(ST_MakePoint($1, $2), 4326), $3::integer) AS moved`;
const BY_TEXT = `SELECT ST_X(moved), ST_Y(moved) FROM spatial_ref_sys,
  LATERAL ST_Transform(ST_SetSRID(ST_MakePoint($1, $2), 4326), COALESCE(proj4text, '')) AS moved WHERE srid = $3::integer`;

async function migrated(): Promise<string> {
  const { url } = await postgres.create();
  const databaseUrl = parseDatabaseUrl(url);
  if (!databaseUrl.ok) throw new Error('not an address');
  const store = await openStore({ databaseUrl: databaseUrl.value, dataDir: '', profile: 'bac-kan' });
  if (!store.ok) throw new Error(JSON.stringify(store.issues));
  await store.value.close();
  return url;
}

type LonLat = readonly [lon: number, lat: number];

/** How far PostGIS is from core; `undefined` where core says the system does not reach. */
async function apart_m(url: string, sql: string, crsId: string, srid: number, place: LonLat) {
  const ours = transformer('OGC:CRS84', crsId);
  if (!ours.ok) throw new Error(crsId);
  const here = ours.value.tryPoint(place);
  if (here === undefined) return undefined;
  const [row] = await rowsOf(url, sql, [...place, srid]);
  return Math.hypot(Number(row?.[0]) - here[0], Number(row?.[1]) - here[1]);
}

it('lets PostGIS transform to every VN-2000 system as core does', async () => {
  const url = await migrated();
  expect(VN2000.length).toBeGreaterThanOrEqual(20);
  for (const { id } of VN2000) {
    const srid = Number(id.slice('EPSG:'.length));
    let compared = 0;
    for (const place of SITES) {
      const ways = place[1] < DELTA_NORTH_EDGE_deg ? [BY_TEXT] : [BY_TEXT, BY_SRID];
      for (const sql of ways) {
        const apart = await apart_m(url, sql, id, srid, place);
        if (apart === undefined) continue;
        expect(apart, `${id} at ${place}`).toBeLessThan(TOLERANCE_m);
        compared += 1;
      }
    }
    expect(compared, id).toBeGreaterThan(0);
  }
  expect(await rowsOf(url, 'SELECT srid FROM spatial_ref_sys WHERE srid BETWEEN 9205 AND 9218')).toHaveLength(
    14,
  );
});

it('carries the legal way to WGS 84 in `srtext` too', async () => {
  const url = await migrated();
  // A copy without its number in PROJ's register is taken by its text.
  const copy = `INSERT INTO spatial_ref_sys (srid, srtext)
    SELECT 910001, regexp_replace(srtext, ',AUTHORITY\\["EPSG","9213"\\]\\]$', ']') FROM spatial_ref_sys WHERE srid = 9213`;
  await rowsOf(url, copy);
  expect(await apart_m(url, BY_SRID, 'EPSG:9213', 910001, [105.6, 22.16])).toBeLessThan(TOLERANCE_m);
});
