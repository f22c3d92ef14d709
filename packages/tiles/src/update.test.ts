import { type LayerDefinition, type LayerFeature, layerDefinition } from '@giapranh/core';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { changedGround, groundTiles, groundTouches } from './changed-ground.js';
import { toUnitSquare } from './mercator.js';
import { type PreparedLayer, prepareLayers } from './prepare.js';
import { tileSource } from './tile-source.js';
import { type FeatureChange, updateLayers } from './update.js';

const definitionOf = (id: string): LayerDefinition => layerDefinition(id) ?? expect.fail();
const communes = definitionOf('communes');
const sites = definitionOf('mineral-sites');
const COLUMNS = 6;
const CELL_deg = 0.1;

/** A crooked side between two nodes, the same for both neighbours; `bend` moves its middle. */
function side(from: Position, to: Position, bend = 0): Position[] {
  const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [from, to];
  return Array.from({ length: 60 }, (_, at): Position => {
    const along = at / 60;
    const aside = 0.008 * Math.sin(along * Math.PI) * (Math.sin(along * 37 + x0 + 3 * y0) + 12 * bend);
    return [x0 + along * (x1 - x0) - aside * (y1 - y0) * 10, y0 + along * (y1 - y0) + aside * (x1 - x0) * 10];
  });
}

/** A row of cells; `bend` moves the side between cells 2 and 3. */
function row(bend = 0): LayerFeature[] {
  const node = (column: number, up: number): Position => [105.5 + column * CELL_deg, 22 + up * CELL_deg];
  const bendOf = (column: number): number => (column === 3 ? bend : 0);
  return Array.from({ length: COLUMNS }, (_, at): LayerFeature => {
    const right = side(node(at + 1, 0), node(at + 1, 1), bendOf(at + 1));
    const left = side(node(at, 0), node(at, 1), bendOf(at));
    const ring = [
      ...side(node(at, 0), node(at + 1, 0)),
      ...right,
      node(at + 1, 1),
      ...side(node(at, 1), node(at + 1, 1))
        .slice(1)
        .reverse(),
      node(at, 1),
      ...left.slice(1).reverse(),
      node(at, 0),
    ];
    return {
      layer: 'communes',
      id: `c${at}`,
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: { name: `Xã ${at}` },
      validity: { from: null, to: null },
    };
  });
}

const site = (id: string, lon: number, size = 0.002): LayerFeature => ({
  layer: 'mineral-sites',
  id,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [lon, 22.03],
        [lon + size, 22.03],
        [lon + size, 22.03 + size],
        [lon, 22.03],
      ],
    ],
  },
  properties: { name: id },
  validity: { from: null, to: null },
});

const prepared = (bend = 0): PreparedLayer[] =>
  prepareLayers([
    { definition: communes, features: row(bend) },
    { definition: sites, features: [site('s1', 105.53), site('s2', 106.03)] },
  ]);

function* places(maxZoom: number): Generator<{ z: number; x: number; y: number }> {
  for (let z = 0; z <= maxZoom; z++) {
    const scale = 2 ** z;
    const [west, north] = toUnitSquare(105.3, 22.3);
    const [east, south] = toUnitSquare(106.3, 21.8);
    for (let x = Math.floor(west * scale); x <= east * scale; x++) {
      for (let y = Math.floor(north * scale); y <= south * scale; y++) yield { z, x, y };
    }
  }
}

const keyOf = ({ z, x, y }: { z: number; x: number; y: number }): string => `${z}/${x}/${y}`;

/** Every tile of both layers as bytes. */
function pyramid(layers: readonly PreparedLayer[], maxZoom: number): Map<string, string> {
  const sources = layers.map((layer) => tileSource(layer));
  return new Map(
    [...places(maxZoom)].map((place) => [
      keyOf(place),
      sources
        .map((source) => Buffer.from(source.tile(place.z, place.x, place.y) ?? []).toString('base64'))
        .join(),
    ]),
  );
}

const changeOf = (feature: LayerFeature): FeatureChange => ({
  layer: feature.layer,
  id: feature.id,
  feature,
});

const EDITS: readonly { name: string; changes: FeatureChange[]; most: number }[] = [
  { name: 'a moved border of two communes', changes: row(1).slice(2, 4).map(changeOf), most: 0.6 },
  { name: 'a moved site', changes: [changeOf(site('s1', 105.54))], most: 0.2 },
  { name: 'a new site', changes: [changeOf(site('s3', 105.8))], most: 0.2 },
  {
    name: 'a site that is gone',
    changes: [{ layer: 'mineral-sites', id: 's2', feature: undefined }],
    most: 0.2,
  },
  {
    name: 'a new name',
    changes: row()
      .slice(0, 1)
      .map((unit) => changeOf({ ...unit, properties: { name: 'Phường Mới' } })),
    most: 0.4,
  },
];

describe.each(EDITS)('after an edit, $name,', ({ changes, most }) => {
  const MAX_ZOOM = 13;
  const before = prepared();
  const { layers, updates } = updateLayers(before, changes);
  const ground = changedGround(updates, communes.zoom.max);
  const [old, now] = [pyramid(before, MAX_ZOOM), pyramid(layers, MAX_ZOOM)];

  it('every tile that differs is named, and few others', () => {
    const differing = [...places(MAX_ZOOM)].filter(
      (place) => old.get(keyOf(place)) !== now.get(keyOf(place)),
    );
    expect(differing.length).toBeGreaterThan(5);
    expect(differing.filter((place) => !groundTouches(ground, place))).toEqual([]);
    const named = new Set(
      Array.from({ length: MAX_ZOOM + 1 }, (_, z) => groundTiles(ground, z).map(keyOf)).flat(),
    );
    expect(differing.filter((place) => !named.has(keyOf(place)))).toEqual([]);
    expect(
      [...places(MAX_ZOOM)].filter((place) => groundTouches(ground, place) !== named.has(keyOf(place))),
    ).toEqual([]);
    expect(named.size / old.size).toBeLessThan(most);
  });

  it('sources that go on give the same tiles as sources made anew', () => {
    const going = before.map((layer, at) => {
      const source = tileSource(layer);
      for (const { z, x, y } of places(9)) source.tile(z, x, y);
      return source.with(layers[at] ?? expect.fail());
    });
    for (const { z, x, y } of places(11)) {
      const bytes = going.map((source) => Buffer.from(source.tile(z, x, y) ?? []).toString('base64'));
      if (bytes.join() !== now.get(`${z}/${x}/${y}`)) expect.fail(`${z}/${x}/${y}`);
    }
  });
});

it('an edited coverage shares its borders still, at every tolerance', () => {
  const { layers } = updateLayers(prepared(), row(1).slice(2, 4).map(changeOf));
  const [units] = layers;
  const errorAt = new Map<string, number>();
  for (const { lines } of units?.features ?? []) {
    for (const { xy, errors } of lines) {
      for (const [at, error] of errors.entries()) {
        const key = `${Math.round((xy[2 * at] ?? 0) * 2 ** 31)} ${Math.round((xy[2 * at + 1] ?? 0) * 2 ** 31)}`;
        expect(errorAt.get(key) ?? error).toBe(error);
        errorAt.set(key, error);
      }
    }
  }
  expect(errorAt.size).toBeGreaterThan(600);
});

it('leaves everything else the same object, and does nothing for an unknown feature', () => {
  const before = prepared();
  const { layers } = updateLayers(before, [changeOf(site('s1', 105.54))]);
  expect(layers[0]).toBe(before[0]);
  expect(layers[1]?.features[1]).toBe(before[1]?.features[1]);
  expect(updateLayers(before, [{ layer: 'communes', id: 'none', feature: undefined }]).updates).toEqual([]);
});

it('a feature of which only something else is said keeps its lines, and leaves those around as they are', () => {
  const before = prepared();
  const renamed = row()
    .slice(0, 2)
    .map((unit) => changeOf({ ...unit, properties: { name: 'Phường Mới' } }));
  const [units] = updateLayers(before, renamed).layers;
  expect(units?.features[1]?.properties['name']).toBe('Phường Mới');
  expect(units?.features[1]?.lines).toBe(before[0]?.features[1]?.lines);
  expect(units?.features[2]).toBe(before[0]?.features[2]);
  const both = updateLayers(before, [...row(1).slice(2, 4).map(changeOf), ...renamed]).layers;
  const alone = updateLayers(before, row(1).slice(2, 4).map(changeOf)).layers;
  const errorsOf = (layers: readonly PreparedLayer[]) =>
    layers.flatMap(({ features }) => features.flatMap(({ lines }) => lines.map(({ errors }) => [...errors])));
  expect(errorsOf(both)).toEqual(errorsOf(alone));
});
