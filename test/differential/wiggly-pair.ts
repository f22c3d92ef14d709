import type { BorderSide, GeometryKernel } from '@giapranh/core';
import type { Geometry, MultiPolygon, Position } from 'geojson';
import { must } from '../must.js';
import { seeded } from '../seeded.js';

/** A place so many metres east and north of a corner; straight in degrees, which is near enough for a shape. */
const at = (east_m: number, north_m: number): Position => [106 + east_m / 103_000, 22.3 + north_m / 110_700];
const degrees = (length_m: number): number => length_m / 107_000;

/**
 * Two units on both sides of a made-up border of 20 km: swings of several sizes, and round bays behind narrow necks
 * on either side, so that zones meet themselves, close pockets and leave holes.
 */
export function wigglyPair(kernel: GeometryKernel, seed: number): [BorderSide, BorderSide] {
  const random = seeded(seed);
  const swings = [2_500, 700, 150, 30].map((size_m) => ({
    size_m: size_m * (0.5 + random()),
    length_m: size_m * (3 + 4 * random()),
    phase: 2 * Math.PI * random(),
  }));
  const eastAt = (north_m: number): number =>
    swings.reduce(
      (sum, { size_m, length_m, phase }) =>
        sum + size_m * Math.sin((2 * Math.PI * north_m) / length_m + phase),
      0,
    );
  const line = Array.from({ length: 501 }, (_, i) => at(eastAt(40 * i), 40 * i));
  // Wider than the frame, so that all of its long edges are cut away.
  const [south, north] = [at(-40_000, -9_000), at(-40_000, 29_000)];
  const [start, end] = [at(eastAt(0), -9_000), at(eastAt(20_000), 29_000)];
  let west: Geometry = { type: 'Polygon', coordinates: [[south, start, ...line, end, north, south]] };
  for (const near_m of [3_000, 7_000, 11_000, 15_000, 18_000]) {
    const north_m = near_m + 1_000 * random();
    const eastwards = random() < 0.5;
    const reach_m = (eastwards ? 1 : -1) * (2_000 + 3_000 * random());
    const foot = at(eastAt(north_m) - Math.sign(reach_m) * 400, north_m);
    const head = at(eastAt(north_m) + reach_m, north_m + 1_500 * (random() - 0.5));
    const neck = must(
      kernel.buffer({ type: 'LineString', coordinates: [foot, head] }, degrees(60 + 400 * random())),
    );
    const bay = must(kernel.buffer({ type: 'Point', coordinates: head }, degrees(600 + 900 * random())));
    west = must(
      eastwards ? kernel.union([west, neck, bay]) : kernel.difference(west, must(kernel.union([neck, bay]))),
    );
  }
  const frame: Geometry = { type: 'Polygon', coordinates: [frameRing()] };
  return [
    side('01', must(kernel.intersection(west, frame))),
    side('02', must(kernel.difference(frame, west))),
  ];
}

/** 60 km by 20 km, with a vertex every 500 m: long edges are read as geodesics by some, as straight by others. */
function frameRing(): Position[] {
  const steps = (count: number): number[] => Array.from({ length: count }, (_, i) => 500 * i);
  const ring = [
    ...steps(120).map((step) => at(step - 30_000, 0)),
    ...steps(40).map((step) => at(30_000, step)),
    ...steps(120).map((step) => at(30_000 - step, 20_000)),
    ...steps(40).map((step) => at(-30_000, 20_000 - step)),
  ];
  return [...ring, ...ring.slice(0, 1)];
}

function side(code: string, geometry: Geometry): BorderSide {
  const multi: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };
  if (geometry.type === 'Polygon') multi.coordinates.push(geometry.coordinates);
  if (geometry.type === 'MultiPolygon') multi.coordinates.push(...geometry.coordinates);
  return { code, vintage: '2023', name: `Tỉnh ${code}`, drawing: 'made-up', geometry: multi };
}
