import { type Gazetteer, type PlaceUnit, transformer } from '@giapranh/core';
import type { Position } from 'geojson';
import type { Random } from './random.js';

/** A made-up site at a real place: corners on the grid of a system, and where they lie by construction. */
export interface MadeSite {
  readonly crs: string;
  readonly meridian: string;
  readonly commune: PlaceUnit;
  readonly province: PlaceUnit;
  /** Northing and easting to the millimetre, clockwise. */
  readonly corners: readonly { readonly north: number; readonly east: number }[];
  /** WGS 84 lon/lat of the corners. */
  readonly truth: readonly Position[];
  /** On the grid, square metres. */
  readonly area_m2: number;
}

/** Systems of the provinces around, whose meridians a document could be printed with. */
export const NEAR_SYSTEMS: readonly (readonly [crs: string, meridian: string])[] = [
  ['EPSG:9209', '105°30′'],
  ['EPSG:9210', '105°45′'],
  ['EPSG:9211', '106°00′'],
  ['EPSG:9212', '106°15′'],
  ['EPSG:9213', '106°30′'],
  ['EPSG:9214', '107°00′'],
  ['EPSG:9215', '107°15′'],
];

/** Former Bắc Kạn and its rim: where the fixture gazetteer has communes. */
const BOX = { west: 105.45, south: 21.85, east: 106.2, north: 22.7 };

function somewhere(
  random: Random,
  gazetteer: Gazetteer,
): { position: Position; commune: PlaceUnit; province: PlaceUnit } {
  for (;;) {
    const position = [random.between(BOX.west, BOX.east), random.between(BOX.south, BOX.north)] as const;
    const units = gazetteer.at(position);
    const commune = units.find((unit) => unit.level === 'commune');
    const province = units.find((unit) => unit.level === 'province' && unit.vintage === commune?.vintage);
    if (commune !== undefined && province !== undefined)
      return { position: [...position], commune, province };
  }
}

function millimetres(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Corners around a middle by growing angle: never crossing, clockwise on the map. */
export function starCorners(
  random: Random,
  middle: { readonly north: number; readonly east: number },
  radius_m: number,
  count: number,
): { north: number; east: number }[] {
  const start = random.between(0, 2 * Math.PI);
  return Array.from({ length: count }, (_, at) => {
    const angle = start - ((at + random.between(-0.3, 0.3)) * 2 * Math.PI) / count;
    const reach = radius_m * random.between(0.6, 1);
    return {
      north: millimetres(middle.north + reach * Math.sin(angle)),
      east: millimetres(middle.east + reach * Math.cos(angle)),
    };
  });
}

export function gridArea_m2(corners: readonly { readonly north: number; readonly east: number }[]): number {
  const [origin] = corners;
  if (origin === undefined) return 0;
  let double = 0;
  let before = corners.at(-1) ?? origin;
  for (const corner of corners) {
    double +=
      (before.east - origin.east) * (corner.north - origin.north) -
      (corner.east - origin.east) * (before.north - origin.north);
    before = corner;
  }
  return Math.abs(double) / 2;
}

export function madeSite(random: Random, gazetteer: Gazetteer, system = random.pick(NEAR_SYSTEMS)): MadeSite {
  const [crs, meridian] = system;
  const { position, commune, province } = somewhere(random, gazetteer);
  const [lon = 0, lat = 0] = position;
  const to = transformer('OGC:CRS84', crs);
  const back = transformer(crs, 'OGC:CRS84');
  if (!to.ok || !back.ok) throw new Error('a system of the list is unknown');
  const middle = to.value.point([lon, lat]);
  if (!middle.ok) throw new Error('a place of the box is outside the system');
  const [east, north] = middle.value;
  const corners = starCorners(random, { north, east }, random.between(80, 400), random.whole(4, 9));
  const truth = corners.map((corner) => {
    const there = back.value.point([corner.east, corner.north]);
    if (!there.ok) throw new Error('a corner is outside the system');
    return there.value;
  });
  return { crs, meridian, commune, province, corners, truth, area_m2: gridArea_m2(corners) };
}
