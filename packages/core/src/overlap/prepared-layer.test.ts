import type { Geometry, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { type GeometryKernel, loadGeometryKernel } from '../geometry/kernel.js';
import { packSites } from './packed-sites.js';
import { type PreparedLayer, preparedLayerFromBytes, prepareLayer } from './prepared-layer.js';
import type { OverlapFeature, OverlapSite } from './site-overlap.js';

const box = (west: number, south: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const features: readonly OverlapFeature[] = [
  { id: 'a', layer: 'xã', geometry: box(105, 22, 0.01) },
  { id: 'b', layer: 'xã', geometry: box(105.01, 22, 0.01), error_m: 3 },
  {
    id: 'road',
    layer: 'roads',
    geometry: {
      type: 'LineString',
      coordinates: [
        [104.99, 22.005],
        [105.03, 22.005],
      ],
    },
  },
];
const sites: readonly OverlapSite[] = [
  { id: 's', geometry: box(105.008, 22.002, 0.004), precision: { kind: 'position', error_m: 0 } },
  {
    id: 't',
    geometry: { type: 'Point', coordinates: [105.005, 22.001] },
    precision: { kind: 'position', error_m: 0 },
  },
];

describe('a prepared layer', () => {
  let kernel: GeometryKernel;
  let layer: PreparedLayer;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
    const prepared = prepareLayer(kernel, features);
    if (!prepared.ok) throw new Error(prepared.issues[0].message.en);
    layer = prepared.value;
  });

  it('tells where a place lies', () => {
    expect([105.005, 105.015, 105.03].map((lon) => layer.locate(lon, 22.005))).toEqual([[0], [1], []]);
    expect(layer.locate(200, 95)).toEqual([]);
  });

  it('tells where many places lie, each as it would alone', () => {
    const lonLats = Float64Array.from({ length: 4000 }, (_, at) =>
      at % 2 === 0 ? 104.995 + ((at * 7919) % 4001) / 100_000 : 21.998 + ((at * 104_729) % 3001) / 200_000,
    );
    const alone = Array.from({ length: 2000 }, (_, at) => {
      const [first = -1] = layer.locate(lonLats[2 * at] ?? 0, lonLats[2 * at + 1] ?? 0);
      return first;
    });
    expect(new Set(alone)).toEqual(new Set([-1, 0, 1]));
    expect([...layer.locateAll(lonLats)]).toEqual(alone);
    expect([
      ...layer.locateAll(Float64Array.of(200, 95, Number.NaN, 22, 105.005, 22.005, 1e9, -1e9)),
    ]).toEqual([-1, -1, 0, -1]);
    expect(layer.locateAll(new Float64Array(0))).toHaveLength(0);
  });

  it('answers the same from its bytes, also in shared memory and off the grid of eight', () => {
    const bytes = layer.toBytes();
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    const shifted = new Uint8Array(bytes.length + 1).subarray(1);
    shifted.set(bytes);
    for (const block of [bytes, shared, shifted]) {
      const read = preparedLayerFromBytes(kernel, block);
      if (!read.ok) throw new Error(read.issues[0].message.en);
      expect(read.value.features).toEqual(layer.features);
      expect(read.value.overlaps(sites)).toEqual(layer.overlaps(sites));
    }
  });

  it('answers the same of packed sites, with parts, repairs and refusals', () => {
    const outer = box(105.008, 22.002, 0.004).coordinates[0] ?? [];
    const hole = (box(105.009, 22.003, 0.001).coordinates[0] ?? []).toReversed();
    const far = box(105.001, 22.001, 0.001).coordinates;
    const [a = [], b = [], c = [], d = []] = outer;
    const geometries: readonly Geometry[] = [
      { type: 'Polygon', coordinates: [outer, hole] },
      { type: 'Polygon', coordinates: [outer.toReversed()] },
      { type: 'MultiPolygon', coordinates: [[outer, hole], far] },
      { type: 'Polygon', coordinates: [[a, c, b, d, a]] },
      { type: 'Polygon', coordinates: [[a, b, c, [Number.NaN, 22.006], a]] },
      { type: 'Polygon', coordinates: [[a, b, a]] },
      { type: 'MultiPolygon', coordinates: [] },
      { type: 'Polygon', coordinates: box(105.001, 85, 0.01).coordinates },
      { type: 'LineString', coordinates: outer },
      { type: 'GeometryCollection', geometries: [{ type: 'Polygon', coordinates: [outer] }] },
    ];
    const known = { kind: 'position', error_m: 2 } as const;
    const asked: readonly OverlapSite[] = [
      ...sites,
      ...geometries.map((geometry, at) => ({ id: `g${at}`, geometry, precision: known })),
      {
        id: 'unknown',
        geometry: { type: 'Point', coordinates: [105, 22] },
        precision: { kind: 'communes', communes: [{ code: '1', vintage: '2025-07-01', name: 'x' }] },
      },
    ];
    const found = layer.overlaps(asked, { parts: true, within_m: 50 });
    if (!found.ok) throw new Error(found.issues[0].message.en);
    expect(new Set(found.value.map(({ site_id }) => site_id))).toEqual(
      new Set(['s', 't', 'g0', 'g1', 'g2', 'g3', 'g8', 'g9']),
    );
    expect(found.notes.map(({ code }) => code)).toEqual([
      'geometry-rewound',
      'geometry-repaired',
      'geometry-coordinate-not-finite',
      'geometry-too-few-points',
      'geometry-empty',
      'overlap-commune-unknown',
    ]);
    expect(layer.overlaps(packSites(asked), { parts: true, within_m: 50 })).toEqual(found);
  });

  it('refuses a block that is damaged, cut short or something else', () => {
    const bytes = layer.toBytes();
    const damaged = bytes.slice();
    damaged[bytes.length - 9] = (damaged[bytes.length - 9] ?? 0) ^ 1;
    const refused = [damaged, bytes.slice(0, -8), bytes.slice(0, 30), new Uint8Array(64), new Uint8Array(0)];
    for (const block of refused) {
      expect(preparedLayerFromBytes(kernel, block)).toMatchObject({
        ok: false,
        issues: [{ code: 'prepared-layer-unreadable' }],
      });
    }
  });

  it('gives the common part where it is asked for', () => {
    const found = layer.overlaps(sites, { parts: true });
    if (!found.ok) throw new Error(found.issues[0].message.en);
    const parts = found.value.map(({ site_id, feature_id, part }) => [site_id, feature_id, part?.type]);
    expect(parts).toEqual([
      ['s', 'a', 'Polygon'],
      ['s', 'b', 'Polygon'],
      ['s', 'road', expect.stringMatching('LineString')],
      ['t', 'a', 'Point'],
    ]);
  });
});
