import {
  type DrawnUnit,
  type GeometryKernel,
  type LayerFeature,
  layerDefinition,
  loadGeometryKernel,
} from '@giapranh/core';
import { buildTileSource, OUTLINE_ERROR_px, type TileSource, toUnitSquare } from '@giapranh/tiles';
import type { MultiPolygon, Position } from 'geojson';
import { beforeAll, expect, it } from 'vitest';
import { must } from '../must.js';
import { realProfile } from '../real-profile.js';
import { type DecodedFeature, decodeTile, tileAt } from '../vector-tile.js';

/** A tile is 4096 steps or 512 screen pixels wide. */
const EXTENT = 4096;
const STEPS_PER_PIXEL = 8;
/** Where four provinces and many communes meet; two more around it. */
const PLACES = [
  [105.83, 22.15],
  [105.6, 22.0],
  [106.1, 22.4],
] as const;

let kernel: GeometryKernel;
let units: readonly DrawnUnit[];
let communes: TileSource;

beforeAll(async () => {
  kernel = await loadGeometryKernel();
  const sources = await realProfile(kernel, 'bac-kan');
  const definition = layerDefinition('communes') ?? expect.fail();
  units = sources.units.filter(({ level, vintage }) => level === 'commune' && vintage === '2025-07-01');
  communes = buildTileSource(
    definition,
    units.map(
      ({ code, geometry }): LayerFeature => ({
        layer: 'communes',
        id: code,
        geometry,
        properties: {},
        validity: { from: null, to: null },
      }),
    ),
  );
});

type Ring = readonly Position[];

function distance([px = 0, py = 0]: Position, rings: readonly Ring[]): number {
  let least = Infinity;
  for (const ring of rings) {
    let [ax = 0, ay = 0] = ring.at(-1) ?? [];
    for (const [bx = 0, by = 0] of ring) {
      const [dx, dy] = [bx - ax, by - ay];
      const square = dx * dx + dy * dy;
      const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / square));
      least = Math.min(least, (px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2);
      [ax, ay] = [bx, by];
    }
  }
  return Math.sqrt(least);
}

const inTile = ([x = 0, y = 0]: Position): boolean => x >= 0 && y >= 0 && x <= EXTENT && y <= EXTENT;

function middles(ring: Ring): Position[] {
  return ring.slice(1).map(([x = 0, y = 0], at) => {
    const [px = 0, py = 0] = ring[at] ?? [];
    return [(x + px) / 2, (y + py) / 2];
  });
}

/** Whether a place is inside rings, by even and odd. */
function isInside([px = 0, py = 0]: Position, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings) {
    let [ax = 0, ay = 0] = ring.at(-1) ?? [];
    for (const [bx = 0, by = 0] of ring) {
      if (ay > py !== by > py && px < ax + ((py - ay) / (by - ay)) * (bx - ax)) inside = !inside;
      [ax, ay] = [bx, by];
    }
  }
  return inside;
}

/**
 * What lies deeper than this inside or outside a unit is drawn on its side, pixels. A little more than the error of a
 * place: a tip is dropped vertex by vertex, each against what still stands. The deepest tip lost here: 0.70 (z6).
 */
const DEPTH_px = 0.75;
/** Arcs of the engine's buffers are chords of 16 a quarter: half a per cent short. */
const ARC_SLACK = 1.02;

/** What no tile can show is left out before the engine moves outlines of 30,000 vertices. */
const COARSE_steps = 0.2;

/** The outlines of what lies `by` steps inside (negative) or outside the ground. */
function outlines(ground: MultiPolygon, by: number): readonly Ring[] {
  const coarse = must(kernel.simplify(ground, COARSE_steps));
  const moved = kernel.buffer(coarse, (by + Math.sign(by) * COARSE_steps) * ARC_SLACK, {
    quadrantSegments: 16,
  });
  if (!moved.ok) throw new Error(moved.issues[0].message.en);
  const { value } = moved;
  if (value.type === 'Polygon') return value.coordinates;
  return value.type === 'MultiPolygon' ? value.coordinates.flat() : [];
}

interface Deviation {
  /** The greatest distance from a place of the drawn outlines to the given ones, in pixels. */
  readonly worst: number;
  /** Places of ground deeper than `DEPTH_px` inside or outside a unit that are drawn on the other side. */
  readonly astray: number;
  readonly looked: number;
}

/**
 * What a tile draws of the communes against what was given. The drawn outline lies within the stated error of
 * the given one; and what lies deep inside or outside is drawn so. Slits and spikes narrower than twice that may close.
 */
function deviation({ z, x, y }: { z: number; x: number; y: number }): Deviation {
  const tile = communes.tile(z, x, y);
  const drawn = new Map<unknown, DecodedFeature>(
    (tile === undefined ? [] : (decodeTile(tile).get('communes') ?? [])).map((feature) => [
      feature.properties['id'],
      feature,
    ]),
  );
  let [worst, astray, looked] = [0, 0, 0];
  const inTileOnly = (rings: readonly Ring[]): Position[] => rings.flat().filter(inTile);
  for (const unit of units) {
    const found = drawn.get(unit.code);
    if (found === undefined) continue;
    const given: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: unit.geometry.coordinates.map((polygon) =>
        polygon.map((ring) =>
          ring.map(([lon = 0, lat = 0]): Position => {
            const [u, v] = toUnitSquare(lon, lat);
            return [(u * 2 ** z - x) * EXTENT, (v * 2 ** z - y) * EXTENT];
          }),
        ),
      ),
    };
    const rings = given.coordinates.flat();
    for (const position of inTileOnly(found.lines.flatMap((ring) => [ring, middles(ring)]))) {
      worst = Math.max(worst, distance(position, rings));
      looked += 1;
    }
    const depth = DEPTH_px * STEPS_PER_PIXEL;
    for (const position of inTileOnly(outlines(given, -depth))) {
      if (!isInside(position, found.lines)) astray += 1;
    }
    for (const position of inTileOnly(outlines(given, depth))) {
      if (isInside(position, found.lines)) astray += 1;
    }
  }
  return { worst: worst / STEPS_PER_PIXEL, astray, looked };
}

it.each([0, 3, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16])(
  'outlines at zoom %i stay within the stated error of what was given, both ways',
  (z) => {
    // Far out the places lie in one tile.
    const tiles = new Map(
      PLACES.map(([lon, lat]) => tileAt(lon, lat, z)).map((tile) => [`${tile.x}/${tile.y}`, tile]),
    );
    const found = [...tiles.values()].map(deviation);
    expect(found.reduce((sum, { looked }) => sum + looked, 0)).toBeGreaterThan(z > 14 ? 0 : 20);
    const worst = Math.max(...found.map((one) => one.worst));
    process.stderr.write(`z${z}: ${worst.toFixed(3)} px of ${OUTLINE_ERROR_px.toFixed(3)} px\n`);
    expect(worst).toBeLessThanOrEqual(OUTLINE_ERROR_px);
    expect(found.reduce((sum, { astray }) => sum + astray, 0)).toBe(0);
    // Not by drawing everything: from z13 down outlines are thinned.
    if (z > 5 && z < 13) expect(worst).toBeGreaterThan(0.2);
  },
);
