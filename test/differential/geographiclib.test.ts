import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  distanceToLine_m,
  geodesicArea_m2,
  geodesicDirect,
  geodesicDistance_m,
  geodesicInverse,
  geodesicLength_m,
  metricFrame,
  nearestOnLine,
} from '@giapranh/core';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { seeded } from '../seeded.js';
import { ask, numbers } from './oracle.js';

/** The contract of every release. */
const TOLERANCE = 1e-9;
/** What GeographicLib promises of one distance; under it a relative comparison measures rounding. */
const LIBRARY_NOISE_m = 15e-9;

/**
 * Planimeter sums strips down to the equator, thousands of kilometres long, so the area of a ring of metres keeps
 * only this much. Rings that small (the reference communes have holes of under a square metre) are judged by the
 * plane below.
 */
const STRIP_NOISE_m2 = 2e-4;

/** What of a difference the judge's own noise cannot explain; NaN stays NaN. */
function beyond(difference: number, noise: number): number {
  return difference <= noise ? 0 : difference;
}

const REFERENCE = new URL('../../data/reference/', import.meta.url);

function communeRings(path: string): Position[][] {
  const bytes = readFileSync(new URL(path, REFERENCE));
  const collection: FeatureCollection<Polygon | MultiPolygon> = JSON.parse(
    gunzipSync(bytes).toString('utf8'),
  );
  return collection.features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  );
}

function latLon(position: Position): string {
  return `${position[1]} ${position[0]}`;
}

/** Perimeter and signed area of every ring by one run of Planimeter. */
function planimeter(rings: readonly (readonly Position[])[]): { perimeter_m: number; area_m2: number }[] {
  const lines = rings.flatMap((ring) => [...ring.slice(0, -1).map(latLon), '']);
  return ask('Planimeter', ['-p', '12'], lines).map((line) => {
    const [, perimeter_m = Number.NaN, area_m2 = Number.NaN] = numbers(line);
    return { perimeter_m, area_m2 };
  });
}

function largest(values: readonly number[]): number {
  return values.reduce(
    (most, value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.max(most, value)),
    0,
  );
}

describe.each([
  'admin/communes_post2025_area.geojson.gz',
  'admin/communes_post2025_former_hagiang.geojson.gz',
  'admin/communes_post2025_cantho.geojson.gz',
])('the communes of %s', (path) => {
  it("have Planimeter's areas and perimeters", () => {
    const rings = communeRings(path);
    const judge = planimeter(rings);
    expect(judge).toHaveLength(rings.length);
    const area = largest(
      rings.map((ring, at) => {
        const judged_m2 = Math.abs(judge[at]?.area_m2 ?? Number.NaN);
        const ours_m2 = geodesicArea_m2({ type: 'Polygon', coordinates: [ring] });
        return beyond(Math.abs(ours_m2 - judged_m2), STRIP_NOISE_m2) / judged_m2;
      }),
    );
    const perimeter = largest(
      rings.map((ring, at) => {
        const judged_m = judge[at]?.perimeter_m ?? Number.NaN;
        return beyond(Math.abs(geodesicLength_m(ring) - judged_m), LIBRARY_NOISE_m) / judged_m;
      }),
    );
    console.info(
      `${rings.length} rings: area ${area.toExponential(1)}, perimeter ${perimeter.toExponential(1)}`,
    );
    expect(area).toBeLessThan(TOLERANCE);
    expect(perimeter).toBeLessThan(TOLERANCE);
  });
});

/** Stars about random places of the world, with edges of about `size_deg`. */
function stars(size_deg: number, seed: number): Position[][] {
  const random = seeded(seed);
  return Array.from({ length: 300 }, () => {
    const [lon, lat] = [360 * random() - 180, 150 * random() - 75];
    const corners = 3 + Math.floor(9 * random());
    const ring = Array.from({ length: corners }, (_, at) => {
      const angle = (2 * Math.PI * at) / corners;
      const radius = size_deg * (0.6 + 0.4 * random());
      return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
    });
    return [...ring, ring[0] ?? []];
  });
}

describe.each([0.001, 0.01, 0.045, 0.06, 0.5, 3])('stars of %s degrees anywhere', (size_deg) => {
  it("have Planimeter's areas and perimeters", () => {
    const rings = stars(size_deg, Math.round(size_deg * 1e4));
    const judge = planimeter(rings);
    rings.forEach((ring, at) => {
      const { area_m2 = Number.NaN, perimeter_m = Number.NaN } = judge[at] ?? {};
      const ours_m2 = geodesicArea_m2({ type: 'Polygon', coordinates: [ring] });
      expect(Math.abs(ours_m2 - area_m2)).toBeLessThan(TOLERANCE * area_m2 + STRIP_NOISE_m2);
      const off_m = Math.abs(geodesicLength_m(ring) - perimeter_m);
      expect(off_m).toBeLessThan(TOLERANCE * perimeter_m + LIBRARY_NOISE_m);
    });
  });
});

it('keeps the area of the smallest pit, where strips to the equator lose digits', () => {
  // A plane is exact to (size/R)² here: 1 m² against the area in the frame centred on it.
  const random = seeded(3);
  for (let round = 0; round < 200; round += 1) {
    const [lon, lat] = [105 + 3 * random(), 9 + 14 * random()];
    const frame = metricFrame([lon, lat, lon, lat]);
    const side = [1, 5, 30, 120][round % 4] ?? 1;
    const corners = [
      [0, 0],
      [side, 0.3 * side],
      [0.8 * side, 1.2 * side],
      [-0.1 * side, side],
    ];
    const ring = [...corners, corners[0] ?? []].map((corner) => frame.toLonLat(corner));
    const plane = ring.map((position) => frame.toMetric(position));
    const twice = plane.reduce((sum, [x, y], at) => {
      const [px, py] = plane.at(at - 1) ?? [0, 0];
      return at === 0 ? sum : sum + px * y - x * py;
    }, 0);
    const ours = geodesicArea_m2({ type: 'Polygon', coordinates: [ring] });
    // Doubles of degrees place a corner to 1.5 nm, which is the floor for a pit of 1 m.
    expect(Math.abs(ours / (twice / 2) - 1)).toBeLessThan(TOLERANCE + 1e-8 / side);
  }
});

it('measures distances and azimuths as GeodSolve, from one metre to across the country', () => {
  const random = seeded(11);
  const pairs = Array.from({ length: 20_000 }, (_, at) => {
    const from = [102 + 8 * random(), 8 + 15.4 * random()];
    const azimuth_deg = 360 * random();
    const distance_m = 10 ** (6 * ((at % 1000) / 1000));
    return { from, to: geodesicDirect(from, azimuth_deg, distance_m).position };
  });
  const judge = ask(
    'GeodSolve',
    ['-i', '-p', '10'],
    pairs.map(({ from, to }) => `${latLon(from)} ${latLon(to)}`),
  ).map(numbers);
  const off = pairs.map(({ from, to }, at) => {
    const [azimuth_deg = Number.NaN, , distance_m = Number.NaN] = judge[at] ?? [];
    const line = geodesicInverse(from, to);
    const turned = Math.abs(((line.azimuth_deg - azimuth_deg + 540) % 360) - 180);
    // Across the line at its end: 0.1 µm.
    expect((turned * Math.PI * distance_m) / 180).toBeLessThan(1e-7 + 1e-12 * distance_m);
    const off_m = Math.abs(geodesicDistance_m(from, to) - distance_m);
    return Math.max(0, off_m - LIBRARY_NOISE_m) / distance_m;
  });
  console.info(`${pairs.length} distances: ${largest(off).toExponential(1)}`);
  expect(largest(off)).toBeLessThan(TOLERANCE);
});

it('goes where GeodSolve goes', () => {
  const random = seeded(12);
  const steps = Array.from({ length: 5000 }, () => ({
    from: [102 + 8 * random(), 8 + 15.4 * random()],
    azimuth_deg: 360 * random(),
    distance_m: 10 ** (6 * random()),
  }));
  const judge = ask(
    'GeodSolve',
    ['-p', '9'],
    steps.map(({ from, azimuth_deg, distance_m }) => `${latLon(from)} ${azimuth_deg} ${distance_m}`),
  ).map(numbers);
  steps.forEach(({ from, azimuth_deg, distance_m }, at) => {
    const [lat = Number.NaN, lon = Number.NaN] = judge[at] ?? [];
    expect(
      geodesicDistance_m(geodesicDirect(from, azimuth_deg, distance_m).position, [lon, lat]),
    ).toBeLessThan(1e-7);
  });
});

it('finds the nearest place of a real border: no sample along it is nearer', () => {
  const ring = communeRings('admin/communes_post2025_area.geojson.gz')[0] ?? [];
  const line = { type: 'LineString' as const, coordinates: ring };
  const random = seeded(13);
  const [lon0 = 0, lat0 = 0] = ring[0] ?? [];
  for (let round = 0; round < 25; round += 1) {
    const point = [lon0 + 0.4 * (random() - 0.5), lat0 + 0.4 * (random() - 0.5)];
    const found = nearestOnLine(point, line);
    if (found === undefined) throw new Error('a line has a nearest place');
    expect(geodesicDistance_m(point, found.position)).toBeCloseTo(found.distance_m, 6);
    for (let at = 1; at < ring.length; at += 1) {
      const [from = [], to = []] = [ring[at - 1], ring[at]];
      const edge = geodesicInverse(from, to);
      for (const share of [0, 0.25, 0.5, 0.75, 1]) {
        const sample = geodesicDirect(from, edge.azimuth_deg, share * edge.distance_m).position;
        const lead_m = found.distance_m - geodesicDistance_m(point, sample);
        if (lead_m > 1e-6)
          throw new Error(`edge ${at} is nearer by ${lead_m} m than ${JSON.stringify(found)}`);
      }
    }
  }
});

it('measures to the middle of a long edge, where the nearest vertex is far', () => {
  const random = seeded(14);
  for (let round = 0; round < 200; round += 1) {
    const from = [104 + 3 * random(), 10 + 12 * random()];
    const azimuth_deg = 360 * random();
    const to = geodesicDirect(from, azimuth_deg, 10 ** (2 + 3.5 * random())).position;
    const edge = geodesicInverse(from, to);
    const foot = geodesicDirect(from, edge.azimuth_deg, edge.distance_m * (0.1 + 0.8 * random()));
    const aside_m = 10 ** (5 * random());
    const point = geodesicDirect(foot.position, foot.finalAzimuth_deg + 90, aside_m).position;
    const found_m = distanceToLine_m(point, { type: 'LineString', coordinates: [from, to] });
    // The foot of the perpendicular is the minimum, whatever the curvature, up to 100 km aside.
    expect(Math.abs(found_m - aside_m)).toBeLessThan(1e-6 + 1e-9 * aside_m);
  }
});
