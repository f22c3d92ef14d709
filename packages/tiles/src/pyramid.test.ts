import { type LayerFeature, layerDefinition, parseIsoDate } from '@giapranh/core';
import { expect, it } from 'vitest';
import { hilbertTileId } from './pmtiles/hilbert.js';
import { type LayerInput, prepareLayers } from './prepare.js';
import { cutPyramid, layersOn } from './pyramid.js';
import { joinTiles, tileSource } from './tile-source.js';

function inputOf(id: string, features: readonly Omit<LayerFeature, 'layer'>[]): LayerInput {
  const definition = layerDefinition(id);
  if (definition === undefined) throw new Error(id);
  return { definition, features: features.map((feature) => ({ ...feature, layer: definition.id })) };
}

const always = { from: null, to: null };
const square = (west: number, south: number, side: number): LayerFeature['geometry'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

const reform = parseIsoDate('2025-07-01') ?? null;
const layers = prepareLayers([
  inputOf('communes', [
    { id: 'a', geometry: square(105, 22, 0.4), properties: { name: 'Xã A' }, validity: always },
    { id: 'far', geometry: square(108, 12, 0.0005), properties: { name: 'Xã B' }, validity: always },
    { id: 'b', geometry: square(110, 22, 1), properties: {}, validity: { from: null, to: reform } },
  ]),
  inputOf('places', [
    // Nearly on the edge of a tile: its neighbour draws a part of the circle.
    {
      id: 'p',
      geometry: { type: 'Point', coordinates: [105.46885, 22.3] },
      properties: {},
      validity: always,
    },
  ]),
]);
const today = layersOn(layers, parseIsoDate('2026-01-01') ?? expect.fail());

it('has every tile that has something, once and in order', () => {
  const tiles = [...cutPyramid(today, { minZoom: 5, maxZoom: 9 })];
  const ids = tiles.map(hilbertTileId);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  const sources = today.map((layer) => tileSource(layer));
  const found = new Map(tiles.map((tile) => [hilbertTileId(tile), tile]));
  for (let z = 5; z <= 9; z++) {
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        const data = joinTiles(sources.flatMap((source) => source.tile(z, x, y) ?? []));
        const tile = found.get(hilbertTileId({ z, x, y }));
        if (!Buffer.from(tile?.data ?? []).equals(data)) expect.fail(`${z}/${x}/${y}`);
      }
    }
  }
});

it('keeps to its zooms and to the day', () => {
  const tiles = [...cutPyramid(today, { minZoom: 6, maxZoom: 7 })];
  expect([...new Set(tiles.map(({ z }) => z))]).toEqual([6, 7]);
  const before = layersOn(layers, parseIsoDate('2023-05-23') ?? expect.fail());
  expect(before[0]?.features.length).toBe(3);
  expect(today[0]?.features.length).toBe(2);
});

it('counts what it draws and what is too small to draw', () => {
  const counts = [...cutPyramid(today, { minZoom: 6, maxZoom: 6 })].map(({ layers: found }) =>
    found.map(({ layer, features, collapsed }) => [layer, features, collapsed]),
  );
  // A commune of fifty metres has no shape at this zoom, only its name; the first one reaches next door's buffer.
  expect(counts).toEqual([
    [
      ['communes', 1, 0],
      ['places', 1, 0],
    ],
    [['communes', 0, 1]],
    [['communes', 1, 0]],
  ]);
});
