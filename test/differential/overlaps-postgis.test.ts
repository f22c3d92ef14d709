import {
  type DrawnUnit,
  type GeometryKernel,
  geodesicArea_m2,
  loadGeometryKernel,
  type OverlapSite,
  type PreparedLayer,
  prepareLayer,
} from '@giapranh/core';
import type { Position } from 'geojson';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../postgres.js';
import { seeded } from '../seeded.js';
import { realPairs } from './real-pairs.js';

const SITES = 12_000;
const PAIRS = 20_000;
const BATCH = 2_000;
/**
 * PostGIS cuts a site's edges straight in degrees, we along the geodesic: 2 mm apart on the longest edge here, 518 m.
 * Where such an edge runs beside a border that is 1 m² moved from one commune to the other, and no more.
 */
const ELLIPSOID_m2 = 1;
const PLANE_m2 = 1;
const RELATIVE = 1e-9;
/** An equal-area plane near the data: Lambert's cylinder would stretch; the azimuthal one is true near its centre. */
const EQUAL_AREA = '+proj=laea +lat_0=22.2 +lon_0=105.9 +ellps=WGS84 +units=m';

describe(`${PAIRS} and more pairs of sites and communes against PostGIS`, () => {
  let kernel: GeometryKernel;
  let database: TestDatabase;
  let client: pg.Client;
  let communes: readonly DrawnUnit[];
  let layer: PreparedLayer;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
    const [pair] = await realPairs(kernel, 'bac-kan');
    communes = pair?.communes.filter((commune) => commune.provinceCode === '19') ?? [];
    const features = communes.map(({ code, geometry }) => ({ id: code, layer: 'communes', geometry }));
    const prepared = prepareLayer(kernel, features);
    if (!prepared.ok) throw new Error(prepared.issues[0].message.en);
    layer = prepared.value;
    database = await createDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('create temporary table ground (id text primary key, whole geometry)');
    for (const { code, geometry } of communes) {
      await client.query('insert into ground values ($1, ST_GeomFromGeoJSON($2))', [
        code,
        JSON.stringify(geometry),
      ]);
    }
    // A cut against a part is the cut against the whole, and much faster.
    await client.query(`create temporary table part as
      select id, ST_Subdivide(whole, 256) as shape from ground`);
    await client.query('create index on part using gist (shape)');
    await client.query('analyze part');
  }, 180_000);
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  it('have the same areas on the ellipsoid and in an equal-area plane', async () => {
    const random = seeded(1254);
    let pairs = 0;
    const wrong: string[] = [];
    for (let batch = 0; batch < SITES / BATCH; batch += 1) {
      const sites = Array.from({ length: BATCH }, (_, index) =>
        madeUpSite(`s${batch * BATCH + index}`, communes, random),
      );
      const ours = layer.overlaps(sites);
      if (!ours.ok) throw new Error(ours.issues[0].message.en);
      const { rows } = await client.query<{ site: string; commune: string; on_m2: number; in_m2: number }>(
        `with site as materialized (
           select value->>'id' as id, ST_GeomFromGeoJSON(value->>'geometry') as shape
           from jsonb_array_elements($1::jsonb)),
         common as materialized (
           select site.id as site, part.id as commune, ST_Intersection(site.shape, part.shape) as shape
           from site join part on ST_Intersects(site.shape, part.shape))
         select site, commune, sum(ST_Area(shape::geography)) as on_m2,
           sum(ST_Area(ST_Transform(shape, $2::text))) as in_m2
         from common group by site, commune`,
        [JSON.stringify(sites.map(({ id, geometry }) => ({ id, geometry }))), EQUAL_AREA],
      );
      const theirs = new Map(rows.map((row) => [`${row.site} ${row.commune}`, row]));
      const bySite = new Map<string, number>();
      for (const { site_id, feature_id, area_m2 } of ours.value) {
        const key = `${site_id} ${feature_id}`;
        const row = theirs.get(key);
        theirs.delete(key);
        bySite.set(site_id, (bySite.get(site_id) ?? 0) + area_m2);
        const near = (other: number, tolerance: number): boolean =>
          Math.abs(other - area_m2) < other * RELATIVE + tolerance;
        if (row === undefined || !near(row.on_m2, ELLIPSOID_m2) || !near(row.in_m2, PLANE_m2)) {
          wrong.push(`${key}: ${area_m2} here, ${row?.on_m2} and ${row?.in_m2} there`);
        }
      }
      for (const key of theirs.keys()) wrong.push(`${key}: only there`);
      for (const { id, geometry } of sites) {
        if (geometry.type !== 'Polygon') continue;
        expect(bySite.get(id) ?? 0).toBeLessThanOrEqual(geodesicArea_m2(geometry) + 1);
      }
      pairs += ours.value.length;
    }
    expect(wrong).toEqual([]);
    expect(pairs).toBeGreaterThan(PAIRS);
  }, 600_000);
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
