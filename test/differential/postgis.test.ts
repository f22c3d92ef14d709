import {
  borderZones,
  type DrawnUnit,
  type GeometryKernel,
  geodesicArea_m2,
  loadGeometryKernel,
  type OverlapSite,
  overlapSites,
  sharedBorder,
} from '@giapranh/core';
import type { Geometry, Position } from 'geojson';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../postgres.js';
import { seeded } from '../seeded.js';
import { type RealPair, realPairs } from './real-pairs.js';

/** Both measure by GeographicLib's geodesics; what is left is rounding of the vertices that a cut makes. */
const AREA_m2 = 0.01;
/** PostGIS cuts a site's edges straight in degrees, we along the geodesic: 1 mm apart on 350 m, the longest here. */
const CUT_AREA_m2 = 0.3;
const RELATIVE = 1e-9;
const SITES = 1_500;

describe('borders, zones and overlaps against PostGIS', () => {
  let kernel: GeometryKernel;
  let database: TestDatabase;
  let client: pg.Client;
  let pairs: readonly RealPair[];
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
    pairs = await realPairs(kernel, 'bac-kan');
    database = await createDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('create temporary table ground (id text primary key, shape geometry)');
  });
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  const keep = async (id: string, geometry: Geometry): Promise<void> => {
    await client.query('insert into ground values ($1, ST_GeomFromGeoJSON($2)) on conflict do nothing', [
      id,
      JSON.stringify(geometry),
    ]);
  };
  const number = async (sql: string, parameters: unknown[]): Promise<number> => {
    const { rows } = await client.query<{ value: number }>(`select (${sql})::float8 as value`, parameters);
    return rows[0]?.value ?? Number.NaN;
  };
  const named = (end: string): RealPair => {
    const pair = pairs.find((one) => one.name.endsWith(end));
    if (pair === undefined) throw new Error(`no pair ${end}`);
    return pair;
  };

  it.each([
    '2023 Tỉnh Bắc Kạn – Tỉnh Cao Bằng',
    '2023 Tỉnh Bắc Kạn – Tỉnh Tuyên Quang',
    '2023 Tỉnh Bắc Kạn – Tỉnh Lạng Sơn',
  ])(
    'the shared border of %s has the length of the two outlines’ intersection',
    async (name) => {
      const { a, b } = named(name);
      await keep(a.code, a.geometry);
      await keep(b.code, b.geometry);
      const theirs = await number(
        `select ST_Length(ST_CollectionExtract(ST_Intersection(one.shape, other.shape), 2)::geography)
         from ground one, ground other where one.id = $1 and other.id = $2`,
        [a.code, b.code],
      );
      const ours = sharedBorder(kernel, a, b, { tolerance_m: 0 });
      if (!ours.ok) throw new Error(ours.issues[0].message.en);
      expect(Math.abs(ours.value.length_m - theirs)).toBeLessThan(theirs * RELATIVE + 0.001);
    },
    120_000,
  );

  it('zones are valid there too, have the same area, and partition into communes', async () => {
    const { a, b, communes } = named('2023 Tỉnh Bắc Kạn – Tỉnh Lạng Sơn');
    const zones = borderZones(kernel, a, b, { widths_m: [500, 1_000, 2_000, 5_000], communes });
    if (!zones.ok) throw new Error(zones.issues[0].message.en);
    for (const zone of zones.value) {
      const { rows } = await client.query<{ valid: boolean; area_m2: number }>(
        `select ST_IsValid(shape) as valid, ST_Area(shape::geography) as area_m2
         from (select ST_GeomFromGeoJSON($1) as shape) as zone`,
        [JSON.stringify(zone.geometry)],
      );
      expect(rows[0]?.valid).toBe(true);
      expect(Math.abs((rows[0]?.area_m2 ?? 0) - zone.area_m2)).toBeLessThan(
        zone.area_m2 * RELATIVE + AREA_m2,
      );
      for (const share of zone.communes) {
        const commune = communes.find((one) => one.code === share.code);
        if (commune === undefined) throw new Error('a share of no commune');
        await keep(`commune ${share.code}`, commune.geometry);
        const theirs = await number(
          `select ST_Area(ST_Intersection(ST_GeomFromGeoJSON($1), shape)::geography) from ground where id = $2`,
          [JSON.stringify(zone.geometry), `commune ${share.code}`],
        );
        expect(Math.abs(theirs - share.area_m2), `${zone.outer_m} ${share.name}`).toBeLessThan(1);
      }
    }
  }, 170_000);

  it(`overlaps of ${SITES} made-up sites with communes have the same areas`, async () => {
    const random = seeded(1254);
    const communes = named('2023 Tỉnh Bắc Kạn – Tỉnh Lạng Sơn').communes.filter(
      (commune) => commune.provinceCode === '19',
    );
    for (const commune of communes) await keep(`commune ${commune.code}`, commune.geometry);
    await client.query('create index on ground using gist (shape)');
    const sites = Array.from({ length: SITES }, (_, index) => madeUpSite(`s${index}`, communes, random));
    const features = communes.map(({ code, geometry }) => ({ id: code, layer: 'communes', geometry }));
    const ours = overlapSites(kernel, sites, features);
    if (!ours.ok) throw new Error(ours.issues[0].message.en);
    const { rows } = await client.query<{ site: string; commune: string; area_m2: number }>(
      `with site as (
         select value->>'id' as id, ST_GeomFromGeoJSON(value->>'geometry') as shape
         from jsonb_array_elements($1::jsonb))
       select site.id as site, substr(ground.id, 9) as commune,
         ST_Area(ST_Intersection(site.shape, ground.shape)::geography) as area_m2
       from site join ground on ground.id = any($2) and ST_Intersects(site.shape, ground.shape)`,
      [
        JSON.stringify(sites.map(({ id, geometry }) => ({ id, geometry }))),
        communes.map(({ code }) => `commune ${code}`),
      ],
    );
    const theirs = new Map(rows.map((row) => [`${row.site} ${row.commune}`, row.area_m2]));
    const known = ours.value.filter((pair) => theirs.has(`${pair.site_id} ${pair.feature_id}`));
    expect(known.length).toBeGreaterThan(SITES);
    expect(ours.value.length).toBe(theirs.size);
    for (const pair of ours.value) {
      const area_m2 = theirs.get(`${pair.site_id} ${pair.feature_id}`) ?? Number.NaN;
      expect(Math.abs(area_m2 - pair.area_m2)).toBeLessThan(area_m2 * RELATIVE + CUT_AREA_m2);
    }
    const bySite = new Map<string, number>();
    for (const pair of ours.value) {
      bySite.set(pair.site_id, (bySite.get(pair.site_id) ?? 0) + pair.area_m2);
    }
    for (const { id, geometry } of sites) {
      if (geometry.type !== 'Polygon') continue;
      expect(bySite.get(id) ?? 0).toBeLessThanOrEqual(geodesicArea_m2(geometry) + 1);
    }
  }, 170_000);
});

/** A star of 4 to 60 corners around a vertex of some commune, so that most sites lie across lines. */
function madeUpSite(id: string, communes: readonly DrawnUnit[], random: () => number): OverlapSite {
  const outline = communes[Math.floor(random() * communes.length)]?.geometry.coordinates[0]?.[0] ?? [];
  const [lon = 0, lat = 0] = outline[Math.floor(random() * outline.length)] ?? [];
  const corners = 4 + Math.floor(random() * 57);
  const size_deg = 0.0003 + 0.003 * random() ** 2;
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const turn = (2 * Math.PI * i) / corners;
    const radius = size_deg * (0.3 + 0.7 * random());
    return [lon + radius * Math.cos(turn), lat + radius * Math.sin(turn)];
  });
  return {
    id,
    geometry: { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] },
    precision: { kind: 'position', error_m: 0 },
  };
}
