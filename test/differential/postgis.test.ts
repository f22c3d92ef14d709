import { borderZones, type GeometryKernel, loadGeometryKernel, sharedBorder } from '@giapranh/core';
import type { Geometry } from 'geojson';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../postgres.js';
import { type RealPair, realPairs } from './real-pairs.js';

/** Both measure by GeographicLib's geodesics; what is left is rounding of the vertices that a cut makes. */
const AREA_m2 = 0.01;
const RELATIVE = 1e-9;

describe('borders and zones against PostGIS', () => {
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
});
