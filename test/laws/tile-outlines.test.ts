import { type DrawnUnit, type LayerFeature, layerDefinition, loadGeometryKernel } from '@giapranh/core';
import { buildTileSource, OUTLINE_ERROR_px, type TileSource, toUnitSquare } from '@giapranh/tiles';
import type { Position } from 'geojson';
import { beforeAll, expect, it } from 'vitest';
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

let units: readonly DrawnUnit[];
let communes: TileSource;

beforeAll(async () => {
  const sources = await realProfile(await loadGeometryKernel(), 'bac-kan');
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

function ringsOf({ geometry }: DrawnUnit): Position[][] {
  return geometry.coordinates.flat();
}

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

/** The greatest distance in pixels between what a tile draws of the communes and what was given, either way. */
function deviation_px({ z, x, y }: { z: number; x: number; y: number }): { worst: number; looked: number } {
  const tile = communes.tile(z, x, y);
  const drawn = new Map<unknown, DecodedFeature>(
    (tile === undefined ? [] : (decodeTile(tile).get('communes') ?? [])).map((feature) => [
      feature.properties['id'],
      feature,
    ]),
  );
  let [worst, looked] = [0, 0];
  const look = (position: Position, rings: readonly Ring[]): void => {
    if (!inTile(position)) return;
    worst = Math.max(worst, distance(position, rings));
    looked += 1;
  };
  for (const unit of units) {
    const found = drawn.get(unit.code);
    if (found === undefined) continue;
    const given = ringsOf(unit).map((ring) =>
      ring.map(([lon = 0, lat = 0]): Position => {
        const [u, v] = toUnitSquare(lon, lat);
        return [(u * 2 ** z - x) * EXTENT, (v * 2 ** z - y) * EXTENT];
      }),
    );
    for (const position of given.flat()) look(position, found.lines);
    for (const ring of found.lines) for (const position of [...ring, ...middles(ring)]) look(position, given);
  }
  return { worst: worst / STEPS_PER_PIXEL, looked };
}

it.each([0, 3, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16])(
  'outlines at zoom %i stay within the stated error of what was given, both ways',
  (z) => {
    const found = PLACES.map(([lon, lat]) => deviation_px(tileAt(lon, lat, z)));
    expect(found.reduce((sum, { looked }) => sum + looked, 0)).toBeGreaterThan(z > 14 ? 0 : 20);
    const worst = Math.max(...found.map((one) => one.worst));
    process.stderr.write(`z${z}: ${worst.toFixed(3)} px of ${OUTLINE_ERROR_px.toFixed(3)} px\n`);
    expect(worst).toBeLessThanOrEqual(OUTLINE_ERROR_px);
    // Not by drawing everything: from z13 down outlines are thinned.
    if (z > 5 && z < 13) expect(worst).toBeGreaterThan(0.2);
  },
);
