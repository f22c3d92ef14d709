import {
  borderTopology,
  borderZones,
  type GeometryKernel,
  geodesicArea_m2,
  loadGeometryKernel,
  sharedBorder,
  unitZones,
} from '@giapranh/core';
import type { Geometry } from 'geojson';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../must.js';
import { createDatabase, type TestDatabase } from '../postgres.js';
import { type RealPair, realPairs } from './real-pairs.js';

/** Both measure by GeographicLib's geodesics; what is left is rounding of the vertices that a cut makes. */
const AREA_m2 = 0.01;
const RELATIVE = 1e-9;
/** The equal-area frame joins vertices straight in its plane: edges of up to 1 km differ from geodesics by 1e-7. */
const FRAME_RELATIVE = 1e-6;
/** A cut of a commune's edge, straight in degrees there and in the plane here. */
const CUT_m2 = 1;
/** The same along a whole side: an edge of 5 km, as the south has some, can differ by 600 m² alone. Measured: 234. */
const CUTS_m2 = 700;
/** Equal-area frames of our own around each profile: far from its middle, straight lines of a frame are no geodesics. */
const FRAMES = [
  { profile: 'bac-kan', srid: 990_001, middle: '+lat_0=22.2 +lon_0=106' },
  { profile: 'can-tho', srid: 990_002, middle: '+lat_0=10 +lon_0=105.6' },
] as const;
/** Two computations of one edge, 400 km long, whose vertices settle within a centimetre each on their own. */
const TWICE_COMPUTED_m2 = 500;
const WIDTHS_m = [500, 1_000, 2_000, 5_000];

/** A pair, with the equal-area frame it lies in. */
interface FramedPair extends RealPair {
  readonly srid: number;
}

describe('every border and zone of both profiles against PostGIS', () => {
  let kernel: GeometryKernel;
  let database: TestDatabase;
  let client: pg.Client;
  let pairs: readonly FramedPair[];
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
    const found: FramedPair[] = [];
    for (const { profile, srid } of FRAMES) {
      for (const pair of await realPairs(kernel, profile)) found.push({ ...pair, srid });
    }
    pairs = found;
    database = await createDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    for (const { srid, middle } of FRAMES) {
      await client.query('insert into spatial_ref_sys (srid, proj4text) values ($1, $2)', [
        srid,
        `+proj=laea ${middle} +ellps=WGS84 +units=m +no_defs`,
      ]);
    }
    await client.query('create temporary table ground (id text primary key, shape geometry)');
    for (const { a, b } of pairs) for (const side of [a, b]) await keep(keyOf(side), side.geometry);
  });
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  const keyOf = ({ vintage, code }: RealPair['a']): string => `${vintage}:${code}`;
  const keep = async (id: string, geometry: Geometry): Promise<void> => {
    await client.query(
      'insert into ground values ($1, ST_SetSRID(ST_GeomFromGeoJSON($2), 4326)) on conflict do nothing',
      [id, JSON.stringify(geometry)],
    );
  };
  const row = async (sql: string, parameters: unknown[]): Promise<readonly (number | boolean)[]> => {
    const { rows } = await client.query<(number | boolean)[]>({
      text: sql,
      values: parameters,
      rowMode: 'array',
    });
    return rows[0] ?? [];
  };

  it('borders have the length of the two outlines’ intersection, overlaps its area', async () => {
    expect(pairs).toHaveLength(12);
    for (const { name, a, b } of pairs) {
      const [length_m = 0, overlap_m2 = 0] = (await row(
        `select ST_Length(ST_CollectionExtract(both_in, 2)::geography)::float8,
                ST_Area(ST_CollectionExtract(both_in, 3)::geography)::float8
         from (select ST_Intersection(one.shape, other.shape) as both_in
               from ground one, ground other where one.id = $1 and other.id = $2) as common`,
        [keyOf(a), keyOf(b)],
      )) as number[];
      const ours = must(sharedBorder(kernel, a, b, { tolerance_m: 0 }));
      expect(Math.abs(ours.length_m - length_m), name).toBeLessThan(length_m * RELATIVE + 0.001);
      expect(Math.abs(ours.overlap_m2 - overlap_m2), name).toBeLessThan(overlap_m2 * RELATIVE + AREA_m2);
      // The topology of the two finds the same line.
      const topology = must(borderTopology([a, b]));
      expect(Math.abs((topology.between(a, b)?.length_m ?? 0) - length_m), name).toBeLessThan(
        length_m * RELATIVE + 0.001,
      );
    }
  }, 170_000);

  it('zones are valid, have the same area on the ellipsoid and in an equal-area frame, and lie in their side', async () => {
    let judged = 0;
    for (const { name, a, b, srid } of pairs) {
      for (const zone of must(borderZones(kernel, a, b, { widths_m: WIDTHS_m }))) {
        const side = zone.side.code === a.code ? a : b;
        const [valid, area_m2, frame_m2, outside_m2] = await row(
          `select ST_IsValid(zone), ST_Area(zone::geography)::float8, ST_Area(ST_Transform(zone, ${srid}))::float8,
                  ST_Area(ST_Difference(zone, shape)::geography)::float8
           from (select ST_SetSRID(ST_GeomFromGeoJSON($1), 4326) as zone) as given, ground where id = $2`,
          [JSON.stringify(zone.geometry), keyOf(side)],
        );
        const label = `${name} ${zone.side.code} ${zone.outer_m}`;
        expect(valid, label).toBe(true);
        expect(Math.abs(Number(area_m2) - zone.area_m2), label).toBeLessThan(
          zone.area_m2 * RELATIVE + AREA_m2,
        );
        expect(Math.abs(Number(frame_m2) / zone.area_m2 - 1), label).toBeLessThan(FRAME_RELATIVE);
        expect(Number(outside_m2), label).toBeLessThan(CUTS_m2);
        judged += 1;
      }
    }
    expect(judged).toBe(12 * 2 * WIDTHS_m.length);
  }, 170_000);

  it('zones partition into communes as PostGIS cuts them', async () => {
    const pair = pairs.find(({ name }) => name.endsWith('Tỉnh Lạng Sơn'));
    if (pair === undefined) throw new Error('no pair');
    const { a, b, communes } = pair;
    for (const zone of must(borderZones(kernel, a, b, { widths_m: WIDTHS_m, communes }))) {
      for (const share of zone.communes) {
        const commune = communes.find(({ code }) => code === share.code);
        if (commune === undefined) throw new Error('a share of no commune');
        await keep(`commune ${share.code}`, commune.geometry);
        const [theirs_m2] = await row(
          `select ST_Area(ST_Intersection(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326), shape)::geography)::float8
           from ground where id = $2`,
          [JSON.stringify(zone.geometry), `commune ${share.code}`],
        );
        expect(Math.abs(Number(theirs_m2) - share.area_m2), `${zone.outer_m} ${share.name}`).toBeLessThan(
          CUT_m2,
        );
      }
    }
  }, 170_000);

  it('zones of all borders of a province partition the ground near any of them', async () => {
    const own = pairs.filter(({ name }) => name.startsWith('2025-07-01 Tỉnh Thái Nguyên'));
    const subject = own[0]?.a;
    if (subject === undefined) throw new Error('no subject');
    const neighbours = own.map(({ b }) => b);
    expect(neighbours.length).toBeGreaterThan(2);
    const split = must(unitZones(kernel, subject, neighbours, { widths_m: [5_000] }));
    const within = split.filter(({ side }) => side.code === subject.code).map(({ geometry }) => geometry);
    const plain = neighbours.flatMap((b) =>
      must(borderZones(kernel, subject, b, { widths_m: [5_000], side: 'first' })).map(
        ({ geometry }) => geometry,
      ),
    );
    const collection = (geometries: readonly Geometry[]): string =>
      JSON.stringify({ type: 'GeometryCollection', geometries });
    const [lost_m2, added_m2, doubled_m2] = await row(
      `with split as (select ST_UnaryUnion(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326)) as shape),
            plain as (select ST_UnaryUnion(ST_SetSRID(ST_GeomFromGeoJSON($2), 4326)) as shape)
       select ST_Area(ST_Difference(plain.shape, split.shape)::geography)::float8,
              ST_Area(ST_Difference(split.shape, plain.shape)::geography)::float8,
              $3 - ST_Area(split.shape::geography)::float8
       from split, plain`,
      [collection(within), collection(plain), within.reduce((sum, zone) => sum + geodesicArea_m2(zone), 0)],
    );
    expect(Number(lost_m2)).toBeLessThan(TWICE_COMPUTED_m2);
    expect(Number(added_m2)).toBeLessThan(TWICE_COMPUTED_m2);
    // Lost in one place and added in another would be an error of the edge; ground lost or counted twice is not there.
    expect(Math.abs(Number(lost_m2) - Number(added_m2))).toBeLessThan(TWICE_COMPUTED_m2 / 10);
    expect(Math.abs(Number(doubled_m2))).toBeLessThan(1);
  }, 170_000);
});
