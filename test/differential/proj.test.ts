import { CRS_DEFINITIONS, type CrsDefinition, type Transformer, transformer } from '@giapranh/core';
import { describe, expect, it } from 'vitest';
import { seeded } from '../seeded.js';
import { ask, numbers } from './oracle.js';

/** The contract of every release; what is measured is below 1e-6 m. */
const TOLERANCE_m = 0.001;
const POINTS = 10_000;
/** Metres a degree of latitude has at least; one of longitude has fewer, so this is the strict way round. */
const METRES_PER_DEGREE = 111_700;

type Point = [number, number];

/**
 * PROJ's own name for a system. HN-72's shift is given by EPSG for the Vũng Tàu area only, so PROJ by code takes
 * no shift elsewhere; there it is told the same parameters. The test of the projections alone uses its code.
 */
function projName(definition: CrsDefinition): string {
  return definition.datum === 'HN-72'
    ? `${definition.proj} +type=crs`
    : definition.id === 'OGC:CRS84'
      ? 'EPSG:4326'
      : definition.id;
}

/**
 * By code PROJ keeps the register's axis order: north first for geographic and Gauss–Krüger systems. A string is
 * east first.
 */
function northFirst(definition: CrsDefinition, name: string): boolean {
  return name.startsWith('EPSG:') && (definition.unit === 'deg' || definition.datum === 'HN-72');
}

/**
 * Onshore Vietnam as the area of interest, so that PROJ takes EPSG:6960 everywhere. Left alone it prefers
 * EPSG:5194, an oil company's shift 0.8 m off, inside two blocks of the Mekong delta.
 */
const AREA = ['--area', 'EPSG:3328'];

function written(point: Point, swap: boolean): string {
  return swap ? `${point[1]} ${point[0]}` : `${point[0]} ${point[1]}`;
}

function askProj(
  from: CrsDefinition,
  to: CrsDefinition,
  points: readonly Point[],
  names: readonly [string, string] = [projName(from), projName(to)],
): Point[] {
  const [source, target] = names;
  const lines = points.map((point) => written(point, northFirst(from, source)));
  return ask('cs2cs', [...AREA, '-f', '%.12f', ...source.split(' '), '+to', ...target.split(' ')], lines).map(
    (line) => {
      const [a = Number.NaN, b = Number.NaN] = numbers(line);
      return northFirst(to, target) ? [b, a] : [a, b];
    },
  );
}

/** Points over Vietnam, mainland and islands, that the system's range admits. */
function pointsFor(definition: CrsDefinition, seed: number): Point[] {
  const random = seeded(seed);
  const meridian = definition.projection?.centralMeridian_deg;
  const reach = definition.projection?.zoneWidth_deg === 6 ? 4.4 : 2.9;
  const west = meridian === undefined ? 102 : Math.max(102, meridian - reach);
  const east = meridian === undefined ? 115 : Math.min(115, meridian + reach);
  return Array.from({ length: POINTS }, () => [
    west + random() * (east - west),
    6.5 + random() * (23.4 - 6.5),
  ]);
}

function through(from: string, to: string): Transformer {
  const made = transformer(from, to);
  if (!made.ok) throw new Error(made.issues[0].message.en);
  return made.value;
}

function moveAll(by: Transformer, points: readonly Point[]): Point[] {
  return points.map((point) => {
    const moved = by.tryPoint(point);
    if (moved === undefined) throw new Error(`${by.from.id} → ${by.to.id} refused ${point.join(' ')}`);
    return moved;
  });
}

function largest_m(ours: readonly Point[], theirs: readonly Point[], unit: 'deg' | 'm'): number {
  expect(theirs).toHaveLength(ours.length);
  const scale = unit === 'deg' ? METRES_PER_DEGREE : 1;
  return ours.reduce((most, [x, y], index) => {
    const [px, py] = theirs[index] ?? [Number.NaN, Number.NaN];
    const off = Math.hypot(x - px, y - py) * scale;
    return Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.max(most, off);
  }, 0);
}

const WGS84 = through('OGC:CRS84', 'EPSG:4326').from;

describe.each(CRS_DEFINITIONS.map((definition, index) => [definition.id, definition, index] as const))(
  '%s against PROJ',
  (id, definition, index) => {
    it('agrees within a millimetre, there and back', () => {
      const lonLat = pointsFor(definition, 2000 + index);
      const there = moveAll(through('OGC:CRS84', id), lonLat);
      const there_m = largest_m(there, askProj(WGS84, definition, lonLat), definition.unit);
      const back = moveAll(through(id, 'OGC:CRS84'), there);
      const back_m = largest_m(back, askProj(definition, WGS84, there), 'deg');
      console.info(`${id}: ${there_m.toExponential(1)} m there, ${back_m.toExponential(1)} m back`);
      expect(there_m).toBeLessThan(TOLERANCE_m);
      expect(back_m).toBeLessThan(TOLERANCE_m);
    });
  },
);

describe.each([
  ['EPSG:4147', 'EPSG:2044'],
  ['EPSG:4147', 'EPSG:2045'],
])("the register's own %s → %s", (from, to) => {
  it('is the projection we define', () => {
    const by = through(from, to);
    const lonLat = pointsFor(by.to, 99);
    const theirs = askProj(by.from, by.to, lonLat, [from, to]);
    expect(largest_m(moveAll(by, lonLat), theirs, 'm')).toBeLessThan(TOLERANCE_m);
  });
});

it.each([
  ['EPSG:9213', 'EPSG:3405'],
  ['EPSG:9213', 'EPSG:9210'],
  ['EPSG:2044', 'EPSG:9213'],
  ['EPSG:9213', 'EPSG:2044'],
  ['EPSG:32648', 'EPSG:9213'],
])('%s → %s as PROJ, without a stop at WGS 84', (from, to) => {
  const by = through(from, to);
  const random = seeded(7);
  const false_m = by.from.projection?.falseEasting_m ?? 0;
  const grid = Array.from(
    { length: POINTS },
    (): Point => [false_m - 150_000 + 300_000 * random(), 2_350_000 + 200_000 * random()],
  );
  const names: [string, string] = [`${by.from.proj} +type=crs`, `${by.to.proj} +type=crs`];
  const off_m = largest_m(moveAll(by, grid), askProj(by.from, by.to, grid, names), 'm');
  console.info(`${from} → ${to}: ${off_m.toExponential(1)} m`);
  expect(off_m).toBeLessThan(TOLERANCE_m);
});
