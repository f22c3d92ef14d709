import {
  type GeometryKernel,
  loadGeometryKernel,
  type OverlapFeature,
  type OverlapSite,
  prepareLayer,
} from '@giapranh/core';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEGENERATE_KINDS, type DegenerateKind, damaged } from '../degenerate.js';
import { seeded } from '../seeded.js';

const HERE = [105.8, 22.1] as const;
const SITES = 2_000;
const FEATURES = 200;
const OTHERS = 420;

/** Squares that leave no ground between them around HERE. */
const squares: readonly OverlapFeature[] = Array.from({ length: 36 }, (_, cell) => {
  const at = (column: number, row: number): Position => [
    HERE[0] + 0.02 * (column - 3),
    HERE[1] + 0.02 * (row - 3),
  ];
  const [column, row] = [cell % 6, Math.floor(cell / 6)];
  const ring = [
    at(column, row),
    at(column + 1, row),
    at(column + 1, row + 1),
    at(column, row + 1),
    at(column, row),
  ];
  const geometry: Polygon = { type: 'Polygon', coordinates: [ring] };
  return { id: `square ${cell}`, layer: 'communes', geometry };
});

interface Degenerate {
  readonly kind: DegenerateKind;
  readonly geometry: MultiPolygon;
}

/** Stars around HERE, some with a hole, each with one fault; the kinds in turn. */
function degenerates(seed: number, count: number): Degenerate[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => {
    const kind = DEGENERATE_KINDS[index % DEGENERATE_KINDS.length] ?? 'sliver';
    const [lon, lat] = [HERE[0] + 0.08 * (random() - 0.5), HERE[1] + 0.08 * (random() - 0.5)];
    const size = 0.0005 + 0.01 * random();
    const corners = 5 + Math.floor(30 * random());
    const ring = (scale: number): Position[] => {
      const places = Array.from({ length: corners }, (_unused, i): Position => {
        const turn = (2 * Math.PI * i) / corners;
        const radius = scale * size * (0.6 + 0.4 * random());
        return [lon + radius * Math.cos(turn), lat + radius * Math.sin(turn)];
      });
      return [...places, ...places.slice(0, 1)];
    };
    const rings = index % 4 === 0 ? [ring(1), ring(0.4).toReversed()] : [ring(1)];
    return { kind, geometry: damaged(kind, { type: 'MultiPolygon', coordinates: [rings] }, random) };
  });
}

describe('overlaps of degenerate geometries', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });

  it(`${SITES} degenerate sites each have an answer or an issue that names them`, () => {
    const made = degenerates(20_230_523, SITES);
    const sites = made.map(
      ({ geometry }, index): OverlapSite => ({
        id: `s${index}`,
        geometry,
        precision: { kind: 'position', error_m: index % 10 === 0 ? 10 : 0 },
      }),
    );
    const layer = prepareLayer(kernel, squares, { parts: true, within_m: 500 });
    if (!layer.ok) throw new Error(layer.issues[0].message.en);
    const found = layer.value.overlaps(sites);
    if (!found.ok) throw new Error(found.issues[0].message.en);
    const heard = new Set([
      ...found.value.map(({ site_id }) => site_id),
      ...found.notes.map(({ message }) => message.en.split(':')[0]),
    ]);
    const silent = sites.filter(({ id }) => !heard.has(id)).map(({ id }) => made[Number(id.slice(1))]?.kind);
    // What was moved to a pole is read, and far from all squares.
    expect(silent.filter((kind) => kind !== 'pole')).toEqual([]);
    for (const pair of found.value) {
      expect(pair.area_m2).toBeGreaterThanOrEqual(0);
      expect(pair.share >= 0 && pair.share <= 1, JSON.stringify(pair)).toBe(true);
      expect(Number.isFinite(pair.length_m) && Number.isFinite(pair.distance_m)).toBe(true);
    }
  });

  it(`${FEATURES} degenerate features are prepared or named`, () => {
    const features = degenerates(36, FEATURES).map(
      ({ geometry }, index): OverlapFeature => ({ id: `f${index}`, layer: 'made', geometry }),
    );
    const layer = prepareLayer(kernel, features, { parts: true });
    if (!layer.ok) throw new Error(layer.issues[0].message.en);
    const heard = new Set([
      ...layer.value.features.map(({ id }) => id),
      ...layer.notes.map(({ message }) => message.en.split(':')[0]),
    ]);
    expect(features.filter(({ id }) => !heard.has(id))).toEqual([]);
    const sites = squares.map(
      ({ id, geometry }): OverlapSite => ({ id, geometry, precision: { kind: 'position', error_m: 0 } }),
    );
    const found = layer.value.overlaps(sites);
    if (!found.ok) throw new Error(found.issues[0].message.en);
    expect(found.value.length).toBeGreaterThan(FEATURES / 2);
    expect(found.notes.filter(({ code }) => code === 'geometry-operation-failed')).toEqual([]);
  });

  it(`${OTHERS} degenerate lines, points and collections each have an answer or an issue that names them`, () => {
    const sites = degenerates(1254, OTHERS).map(
      ({ geometry }, index): OverlapSite => ({
        id: `o${index}`,
        geometry: asOther(geometry, index),
        precision: { kind: 'position', error_m: 0 },
      }),
    );
    const layer = prepareLayer(kernel, squares, { parts: true, within_m: 500 });
    if (!layer.ok) throw new Error(layer.issues[0].message.en);
    const found = layer.value.overlaps(sites);
    if (!found.ok) throw new Error(found.issues[0].message.en);
    const heard = new Set([
      ...found.value.map(({ site_id }) => site_id),
      ...found.notes.map(({ message }) => message.en.split(':')[0]),
    ]);
    const kinds = degenerates(1254, OTHERS).map(({ kind }) => kind);
    const silent = sites.filter(({ id }) => !heard.has(id)).map(({ id }) => kinds[Number(id.slice(1))]);
    expect(silent.filter((kind) => kind !== 'pole' && kind !== 'antimeridian')).toEqual([]);
    for (const { share, length_m, distance_m } of found.value)
      expect([share >= 0 && share <= 1, Number.isFinite(length_m), Number.isFinite(distance_m)]).toEqual([true, true, true]); // biome-ignore format: a row
  });
});

/** The same faulty coordinates as lines, as points, and as a collection of ground, lines and a point. */
function asOther(geometry: MultiPolygon, index: number): Geometry {
  const rings = geometry.coordinates.flat();
  const lines: Geometry = { type: 'MultiLineString', coordinates: rings };
  const points: Geometry = { type: 'MultiPoint', coordinates: rings.flat() };
  if (index % 3 === 0) return lines;
  return index % 3 === 1 ? points : { type: 'GeometryCollection', geometries: [geometry, lines, points] };
}
