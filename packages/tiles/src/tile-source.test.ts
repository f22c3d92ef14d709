import {
  CATALOG,
  type LayerDefinition,
  type LayerFeature,
  layerDefinition,
  parseIsoDate,
} from '@giapranh/core';
import { VectorTile } from '@mapbox/vector-tile';
import type { Geometry, Position } from 'geojson';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { packLayers, unpackLayers } from './packed-layers.js';
import { prepareLayers } from './prepare.js';
import { buildTileSource, joinTiles, tileSource } from './tile-source.js';

function definitionOf(id: string): LayerDefinition {
  const definition = layerDefinition(id);
  if (definition === undefined) throw new Error(id);
  return definition;
}

const communes = definitionOf('communes');
const sites = definitionOf('mineral-sites');

function feature(
  layer: LayerDefinition,
  id: string,
  geometry: Geometry,
  properties: LayerFeature['properties'] = {},
  validity: LayerFeature['validity'] = { from: null, to: null },
): LayerFeature {
  return { layer: layer.id, id, geometry, properties, validity };
}

/** A wavy line from south to north at a longitude: the border of two neighbours. */
const border = (lon: number): Position[] =>
  Array.from({ length: 500 }, (_, at) => [
    lon + 0.01 * Math.sin(at * 1.7) * Math.cos(at / 9),
    22 + at / 1000,
  ]);

function strip(west: number, east: number): Geometry {
  const up = border(east);
  const down = border(west).reverse();
  return { type: 'Polygon', coordinates: [[...up, ...down, ...up.slice(0, 1)]] };
}

const neighbours = [
  feature(communes, '2025-07-01:1', strip(105.6, 105.9), { name: 'Xã Một', area_m2: 3, flag_count: 3 }),
  feature(communes, '2025-07-01:2', strip(105.9, 106.2), { name: 'Xã Hai', area_m2: 2.5, flag_count: 0 }),
];

function decode(bytes: Uint8Array | undefined): VectorTile {
  return new VectorTile(new PbfReader(bytes ?? new Uint8Array()));
}

function tileOf(lon: number, lat: number, z: number): [number, number, number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [z, Math.floor((lon / 360 + 0.5) * 2 ** z), Math.floor(y * 2 ** z)];
}

/** Directed edges of a tile's polygons that no neighbour runs the other way, inside the tile. */
function unmatchedEdges(tile: VectorTile, layer: string): string[] {
  const edges = new Set<string>();
  const decoded = tile.layers[layer];
  for (let at = 0; at < (decoded?.length ?? 0); at++) {
    for (const ring of decoded?.feature(at).loadGeometry() ?? []) {
      ring.slice(1).forEach((to, before) => {
        const from = ring[before];
        if (from !== undefined && !edges.delete(`${to.x} ${to.y} ${from.x} ${from.y}`)) {
          edges.add(`${from.x} ${from.y} ${to.x} ${to.y}`);
        }
      });
    }
  }
  return [...edges];
}

describe('a coverage', () => {
  const source = buildTileSource(communes, neighbours);

  it('has no gap and no overlap between neighbours at any zoom', () => {
    for (let z = communes.zoom.min; z <= 16; z++) {
      const tile = decode(source.tile(...tileOf(105.9, 22.25, z)));
      const [, column] = tileOf(105.9, 22.25, z);
      const middle = ((105.9 / 360 + 0.5) * 2 ** z - column) * 4096;
      // What is unmatched is the outer edge of the pair or the edge of the buffer, never the shared border.
      const reach = (0.012 / 360) * 2 ** z * 4096;
      const along = unmatchedEdges(tile, 'communes').filter((edge) => {
        const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = edge.split(' ').map(Number);
        const level = y0 === y1 || x0 === x1;
        return !level && Math.abs(x0 - middle) < reach && Math.abs(x1 - middle) < reach;
      });
      expect(along, `zoom ${z}`).toEqual([]);
      expect(tile.layers['communes']?.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('writes each name once, at a point inside its own polygon', () => {
    const seen: string[] = [];
    const [z, x, y] = tileOf(105.9, 22.25, 9);
    for (let dx = -2; dx <= 2; dx++) {
      for (let dy = -2; dy <= 2; dy++) {
        const labels = decode(source.tile(z, x + dx, y + dy)).layers['communes-labels'];
        for (let at = 0; at < (labels?.length ?? 0); at++) {
          const label = labels?.feature(at).toGeoJSON(x + dx, y + dy, z);
          const west = label?.properties?.['id'] === '2025-07-01:1';
          const position = label?.geometry.type === 'Point' ? label.geometry.coordinates : [];
          expect(position[0]).toBeGreaterThan(west ? 105.62 : 105.92);
          expect(position[0]).toBeLessThan(west ? 105.88 : 106.18);
          seen.push(String(label?.properties?.['name']));
        }
      }
    }
    expect(seen.sort()).toEqual(['Xã Hai', 'Xã Một']);
  });

  it('types properties by the catalogue and keeps numeric ids over zooms', () => {
    const at = (z: number) => decode(source.tile(...tileOf(105.8, 22.25, z))).layers['communes']?.feature(0);
    expect(at(8)?.properties).toEqual({ id: '2025-07-01:1', name: 'Xã Một', area_m2: 3, flag_count: 3 });
    expect(at(8)?.id).toBe(at(12)?.id);
    expect(Number.isSafeInteger(at(8)?.id)).toBe(true);
  });

  it('is empty outside its zooms and its ground', () => {
    expect(source.tile(...tileOf(105.9, 22.25, communes.zoom.max + 1))).toBeUndefined();
    expect(source.tile(...tileOf(100, 10, 8))).toBeUndefined();
  });
});

it('winds shells and holes as MVT asks and keeps what is pinched off', () => {
  const square = (west: number, south: number, side: number, clockwise: boolean): Position[] => {
    const ring: Position[] = [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ];
    return clockwise ? ring.reverse() : ring;
  };
  // Both rings the same way round: the order says which is the hole.
  const geometry: Geometry = {
    type: 'Polygon',
    coordinates: [square(105.5, 22, 0.5, true), square(105.6, 22.1, 0.2, true)],
  };
  const tile = decode(
    buildTileSource(communes, [feature(communes, 'a', geometry)]).tile(...tileOf(105.7, 22.2, 8)),
  );
  const areas = (tile.layers['communes']?.feature(0).loadGeometry() ?? []).map((ring) =>
    ring.slice(1).reduce((sum, to, at) => sum + (ring[at]?.x ?? 0) * to.y - to.x * (ring[at]?.y ?? 0), 0),
  );
  expect(areas.map(Math.sign)).toEqual([1, -1]);
});

it('draws a small site as a pixel and counts a commune that has no shape', () => {
  const speck = (): Geometry => ({
    type: 'Polygon',
    coordinates: [
      [
        [105.8, 22.2],
        [105.80001, 22.2],
        [105.8, 22.20001],
        [105.8, 22.2],
      ],
    ],
  });
  const [z, x, y] = tileOf(105.8, 22.2, 6);
  const site = buildTileSource(sites, [feature(sites, 's', speck())]).cut(z, x, y);
  expect(site).toMatchObject({ features: 1, collapsed: 0 });
  expect(decode(site?.data).layers['mineral-sites']?.feature(0).loadGeometry()[0]).toHaveLength(5);
  const commune = buildTileSource(communes, [feature(communes, 'c', speck())]).cut(z, x, y);
  expect(commune).toMatchObject({ features: 0, collapsed: 1 });
  expect(Object.keys(decode(commune?.data).layers)).toEqual(['communes-labels']);
});

it('thins a crowd of points, the first first, until the deepest zoom', () => {
  const places = definitionOf('places');
  const crowd = Array.from({ length: 200 }, (_, at) =>
    feature(
      places,
      `p${at}`,
      { type: 'Point', coordinates: [105.8 + at * 1e-5, 22.2] },
      { name: `Bản ${at}` },
    ),
  );
  const source = buildTileSource(places, crowd);
  const coarse = source.cut(...tileOf(105.8, 22.2, 8));
  expect(coarse).toMatchObject({ features: 1, thinned: 199 });
  expect(decode(coarse?.data).layers['places']?.feature(0).properties['name']).toBe('Bản 0');
  expect(source.cut(...tileOf(105.8, 22.2, 14))?.features).toBe(200);
});

it('shows what is valid on the day, and packs and unpacks without a difference', () => {
  const july = parseIsoDate('2025-07-01');
  const may = parseIsoDate('2023-05-23');
  if (july === undefined || may === undefined) throw new Error('dates');
  const inputs = [
    {
      definition: communes,
      features: neighbours.map((unit) => ({ ...unit, validity: { from: july, to: null } })),
    },
    {
      definition: sites,
      features: [feature(sites, 'p', { type: 'Point', coordinates: [105.8, 22.2] }, { name: 'Mỏ' })],
    },
  ];
  const layers = prepareLayers(inputs);
  const unpacked = unpackLayers(packLayers(layers), CATALOG);
  if (!unpacked.ok) throw new Error('unpack');
  const at = tileOf(105.8, 22.2, 9);
  const tiles = (day: typeof july) =>
    unpacked.value.map((layer) => tileSource(layer, day).tile(...at) ?? new Uint8Array());
  expect(tiles(july)).toEqual(layers.map((layer) => tileSource(layer).tile(...at)));
  expect(Object.keys(decode(joinTiles(tiles(july))).layers).sort()).toEqual([
    'communes',
    'communes-labels',
    'mineral-sites',
    'mineral-sites-labels',
  ]);
  expect(Object.keys(decode(joinTiles(tiles(may))).layers)).toEqual([
    'mineral-sites',
    'mineral-sites-labels',
  ]);
  expect(unpackLayers({ ...packLayers(layers), head: '{}' }, CATALOG).ok).toBe(false);
  expect(unpackLayers(packLayers(layers), [sites]).ok).toBe(false);
});

describe('what is not for everyone', () => {
  const secret = feature(communes, 'secret', strip(105.75, 105.82), { name: 'Mật' });
  const hidden: LayerFeature = { ...secret, secrecy: 'restricted' };
  const [without, within] = [neighbours, [...neighbours, hidden]].map((features) =>
    prepareLayers([{ definition: communes, features }]),
  );
  const cut = (layers: typeof without, levels: readonly string[], z: number) =>
    tileSource(layers?.[0] ?? expect.fail()).cut(...tileOf(105.8, 22.25, z), {
      mayShow: ({ secrecy }) => levels.includes(secrecy),
    })?.data;

  it('leaves no trace in the bytes for everyone else', () => {
    for (let z = 0; z <= 16; z++) {
      expect(cut(within, ['public'], z), `zoom ${z}`).toEqual(cut(without, ['public'], z));
    }
  });

  it('is there for who may see it, and there alone for who may see nothing else', () => {
    const names = (levels: readonly string[]): unknown[] => {
      const layer = decode(cut(within, levels, 9)).layers['communes'];
      return Array.from({ length: layer?.length ?? 0 }, (_, at) => layer?.feature(at).properties['name']);
    };
    expect(names(['public', 'restricted']).sort()).toEqual(['Mật', 'Xã Hai', 'Xã Một']);
    expect(names(['restricted'])).toEqual(['Mật']);
    expect(names([])).toEqual([]);
  });
});

it('draws what is asked for as it is beside the rest', () => {
  const source = buildTileSource(communes, neighbours);
  const at = tileOf(105.9, 22.25, 9);
  const all = decode(source.cut(...at)?.data).layers['communes'];
  const one = decode(source.cut(...at, { isWanted: ({ id }) => id === '2025-07-01:2' })?.data).layers[
    'communes'
  ];
  expect(one?.length).toBe(1);
  expect(one?.feature(0).loadGeometry()).toEqual(all?.feature(1).loadGeometry());
});
