import { type FlagReport, geodesicDirect, geodesicInverse } from '@giapranh/core';
import type { FeatureCollection, MultiLineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { giapranh, jsonOf } from './cli-process.js';

const OFFICIAL = 'data/reference/mining/backan_mineral_areas_official.geojson';
const DAY = ['--as-of', '2023-05-23'];
const WATCHED = /Huyện (Chợ Đồn|Ngân Sơn|Chợ Mới|Na Rì)|Thành phố Bắc Kạn/;

async function report(args: readonly string[], input?: string): Promise<FlagReport> {
  return jsonOf(await giapranh(['flag', ...args, '--format', 'json'], input)) as FlagReport;
}

/** Two places 250 m off the Bắc Kạn – Cao Bằng border, one on each side. */
async function placesBesideBorder(): Promise<readonly Position[]> {
  const run = await giapranh([...['borders', '--between', '06', '04', ...DAY, '--format', 'geojson']]);
  const [line] = (jsonOf(run) as FeatureCollection<MultiLineString>).features[0]?.geometry.coordinates ?? [];
  const middle = Math.floor((line?.length ?? 0) / 2);
  const [from, to] = [line?.[middle], line?.[middle + 1]];
  if (from === undefined || to === undefined) throw new Error('no border');
  const { azimuth_deg } = geodesicInverse(from, to);
  return [90, -90].map((turn) => geodesicDirect(from, azimuth_deg + turn, 250).position);
}

function csvOf(places: readonly Position[]): string {
  const rows = places.map(([lon, lat], at) => `P${at},Điểm ${at},${lon},${lat},5`);
  return ['id,tên,lon,lat,error_m', ...rows].join('\n');
}

describe('flag', () => {
  it('judges the official areas, and every flag can be argued with', async () => {
    const found = await report([OFFICIAL, ...DAY]);
    expect(found).toMatchObject({ as_of: '2023-05-23', profile: 'bac-kan' });
    expect(found.inputs).toMatchObject({ vintage: '2023', sites: { count: 35 } });
    expect(found.sites).toHaveLength(35);
    const flags = found.sites.flatMap((site) => site.flags);
    expect(flags.length).toBeGreaterThan(30);
    for (const flag of flags) {
      expect(flag.facts.length).toBeGreaterThan(0);
      expect(flag.documents.length).toBeGreaterThan(0);
      expect(flag.reason.vi).not.toBe('');
    }
    // Known only by their communes: no commune lies whole within 500 m of a border, so none is flagged as high.
    const nearest = flags.filter(({ rule }) => rule === 'near-border-500');
    expect(new Set(nearest.map(({ certainty }) => certainty))).toEqual(new Set(['possible']));
    const watched = found.sites.filter(({ flags: own }) =>
      own.some(({ rule, certainty }) => rule === 'watch-unit-1254' && certainty === 'certain'),
    );
    expect(watched.length).toBeGreaterThan(15);
    for (const { site_id, districts } of watched) {
      const names = districts.map(({ name }) => name).join(', ');
      expect(`${site_id}: ${names}`).toMatch(WATCHED);
    }
    expect(found.summary.districts.map(({ unit }) => unit.name)).toContain('Huyện Chợ Đồn');
    expect(found.summary.communes.length).toBeGreaterThan(10);
  });

  it('reads CSV from standard input; a site by the border is certain and ends the run with 1', async () => {
    const places = await placesBesideBorder();
    const found = await report(['-', ...DAY], csvOf(places));
    for (const site of found.sites) {
      expect(site.flags.map(({ rule, certainty }) => [rule, certainty])).toContainEqual([
        'near-border-500',
        'certain',
      ]);
    }
    const sides = found.sites.map(({ provinces }) => provinces.map(({ code }) => code));
    expect(sides.some((codes) => codes.includes('06'))).toBe(true);
    expect(sides.some((codes) => codes.includes('04'))).toBe(true);
    const failing = await giapranh(['flag', '-', ...DAY, '--fail-on', 'high'], csvOf(places));
    expect(failing.code).toBe(1);
    expect(failing.out).toContain('Cách đường giáp ranh không quá 500 m');
  });

  it('keeps the good rows of a bad table, tells the bad one and ends with 2', async () => {
    const [place = []] = await placesBesideBorder();
    const run = await giapranh(
      ['flag', '-', ...DAY, '--format', 'csv'],
      `${csvOf([place])}\nP9,Điểm hỏng,một trăm,22,5\n`,
    );
    expect(run.code).toBe(2);
    expect(run.out).toContain('P0,');
    expect(run.told).toContain('row/3');
  });

  it('adds up by district, and shows the same sites in GeoJSON', async () => {
    const [table, geojson] = await Promise.all([
      giapranh(['flag', OFFICIAL, ...DAY, '--by', 'district']),
      giapranh(['flag', OFFICIAL, ...DAY, '--format', 'geojson']),
    ]);
    expect(table.out).toContain('Huyện Chợ Đồn');
    const { features } = jsonOf(geojson) as FeatureCollection;
    expect(features).toHaveLength(35);
  });

  it('works for Cần Thơ by its profile alone', async () => {
    const found = await report(
      ['-', '--profile', 'can-tho', ...DAY],
      'id,name,lon,lat,error_m\nS1,Bãi cát,105.79,10.03,10\n',
    );
    expect(found).toMatchObject({ profile: 'can-tho', summary: { site_count: 1 } });
    expect(found.sites[0]?.provinces.map(({ name }) => name)).toEqual(['Thành phố Cần Thơ']);
  });
});

describe('overlaps', () => {
  interface Overlap {
    readonly site_id: string;
    readonly layer: string;
    readonly feature_id: string;
    readonly area_m2: number;
    readonly share: number;
    readonly distance_m: number;
    readonly verdict: string;
  }

  it('of a polygon across the border add up to the site', async () => {
    const [a = [], b = []] = await placesBesideBorder();
    const side = (place: Position, turn: number): Position => {
      const { azimuth_deg } = geodesicInverse(a, b);
      return geodesicDirect(place, azimuth_deg + turn, 100).position;
    };
    const ring = [side(a, 90), side(b, 90), side(b, -90), side(a, -90)];
    const site = {
      type: 'Feature',
      id: 'X1',
      properties: { error_m: 1 },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    };
    const run = await giapranh(
      ['overlaps', '-', '--layer', 'provinces', ...DAY, '--format', 'json'],
      JSON.stringify({ type: 'FeatureCollection', features: [site] }),
    );
    const found = jsonOf(run) as Overlap[];
    expect(found.map(({ feature_id }) => feature_id).sort()).toEqual(['2023:04', '2023:06']);
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
    expect(found.reduce((sum, { area_m2 }) => sum + area_m2, 0)).toBeCloseTo(500 * 200, -1);
    expect(found.every(({ verdict, distance_m }) => verdict === 'in' && distance_m === 0)).toBe(true);
  });

  it('names the layers when there is no such one', async () => {
    const run = await giapranh(['overlaps', OFFICIAL, '--layer', 'forests']);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.told).toContain('border-zones');
  });
});
