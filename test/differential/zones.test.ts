import {
  type BorderSide,
  type BorderZone,
  borderZones,
  type GeometryKernel,
  loadGeometryKernel,
  type SharedBorder,
  sharedBorder,
} from '@giapranh/core';
import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../must.js';
import { seeded } from '../seeded.js';
import { GeodesicJudge } from './geodesic-judge.js';
import { realPairs } from './real-pairs.js';
import { wigglyPair } from './wiggly-pair.js';

/** The contract of every release: design, section 5. */
const edgeTolerance_m = (width_m: number): number => Math.max(0.5, 1e-4 * width_m);
const EDGES_A_ZONE = 350;
const PLACES_A_PAIR = 1_200;
const PLACES_AN_EDGE = 500;
const PLACES_OF_BORDER = 200;
/**
 * An edge cut from a side's own outline lies on it, give or take the way edges are read: the middle of an edge of
 * 5 km is 0.2 m off between straight in degrees, as sampled here, and geodesic.
 */
const ON_OUTLINE_m = 0.25;

interface Worst {
  edge_m: number;
  judged: number;
}

/** The edges of a zone that no outline explains, and how far they are from the ring's distances. */
function judgeEdges(zone: BorderZone, outline: Outline, judge: GeodesicJudge, random: () => number): Worst {
  const edges = zone.geometry.coordinates.flat().flatMap((ring) =>
    ring
      .slice(1)
      .map((to, index): [Position, Position] => [ring[index] ?? to, to])
      .filter(([from, to]) => !outline.vertices.has(String(from)) && !outline.vertices.has(String(to))),
  );
  const worst: Worst = { edge_m: 0, judged: 0 };
  const share = Math.min(1, EDGES_A_ZONE / edges.length);
  for (const [from, to] of edges) {
    if (random() > share) continue;
    const place = between(from, to, random());
    const distance_m = judge.distance_m(place);
    const off_m = Math.min(
      Math.abs(distance_m - zone.outer_m),
      zone.inner_m > 0 ? Math.abs(distance_m - zone.inner_m) : Number.POSITIVE_INFINITY,
    );
    if (off_m > edgeTolerance_m(zone.outer_m) && outline.judge.distance_m(place) < ON_OUTLINE_m) continue;
    worst.edge_m = Math.max(worst.edge_m, off_m);
    worst.judged += 1;
  }
  return worst;
}

interface Outline {
  readonly vertices: ReadonlySet<string>;
  readonly judge: GeodesicJudge;
}

function outlineOf(side: BorderSide): Outline {
  const rings = side.geometry.coordinates.flat();
  return { vertices: new Set(rings.flat().map(String)), judge: new GeodesicJudge(rings) };
}

function between([x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position, t: number): Position {
  return [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
}

/** Places scattered around a border must lie in the zone their distance says, wherever that is certain. */
function judgePlaces(
  kernel: GeometryKernel,
  zones: readonly BorderZone[],
  sides: readonly BorderSide[],
  border: SharedBorder,
  judge: GeodesicJudge,
  random: () => number,
): { wrong: string[]; judged: number } {
  const prepare = (geometry: BorderSide['geometry']) => {
    const prepared = kernel.prepare(geometry);
    if (!prepared.ok) throw new Error(prepared.issues[0].message.en);
    return prepared.value;
  };
  const widest_m = Math.max(...zones.map((zone) => zone.outer_m));
  const places = border.geometry.coordinates.flat();
  const grounds = sides.map((side) => ({ side, ground: prepare(side.geometry) }));
  const drawn = zones.map((zone) => ({ zone, ground: prepare(zone.geometry) }));
  const wrong: string[] = [];
  let judged = 0;
  for (let i = 0; i < PLACES_A_PAIR; i += 1) {
    const [lon = 0, lat = 0] = places[Math.floor(random() * places.length)] ?? [];
    // Near distances as often as far ones.
    const reach_deg = (1.4 * widest_m * random() ** 2) / 111_000;
    const turn = 2 * Math.PI * random();
    const at: Position = [lon + reach_deg * Math.cos(turn), lat + reach_deg * Math.sin(turn)];
    const point = { type: 'Point' as const, coordinates: at };
    const side = grounds.find(({ ground }) => {
      const inside = ground.contains(point);
      return inside.ok && inside.value;
    })?.side;
    const distance_m = judge.distance_m(at);
    const widths = zones.flatMap((zone) => [zone.inner_m, zone.outer_m]);
    if (widths.some((width_m) => Math.abs(distance_m - width_m) <= edgeTolerance_m(width_m))) continue;
    judged += 1;
    for (const { zone, ground } of drawn) {
      const said = ground.contains(point);
      const expected =
        side?.code === zone.side.code && distance_m > zone.inner_m && distance_m < zone.outer_m;
      if (!said.ok || said.value !== expected) {
        wrong.push(`${at.join(' ')} ${zone.side.code} ${zone.inner_m}-${zone.outer_m}: ${distance_m} m`);
      }
    }
  }
  for (const { ground } of [...grounds, ...drawn]) ground.dispose();
  return { wrong, judged };
}

describe('a zone against true geodesic distances', () => {
  let kernel: GeometryKernel;
  const pairs: { name: string; a: BorderSide; b: BorderSide }[] = [];
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
    pairs.push(...(await realPairs(kernel, 'bac-kan')), ...(await realPairs(kernel, 'can-tho')));
  });

  function judgePair(a: BorderSide, b: BorderSide, widths_m: readonly number[], seed: number): number {
    const random = seeded(seed);
    const border = sharedBorder(kernel, a, b);
    if (!border.ok) throw new Error(border.issues[0].message.en);
    const zones = borderZones(kernel, a, b, { widths_m, border: border.value });
    if (!zones.ok) throw new Error(zones.issues[0].message.en);
    const judge = new GeodesicJudge(border.value.geometry.coordinates);
    const outlines = new Map([a, b].map((side) => [side.code, outlineOf(side)]));
    let judged = 0;
    for (const zone of zones.value) {
      const outline = outlines.get(zone.side.code);
      if (outline === undefined) throw new Error('a zone of neither side');
      const worst = judgeEdges(zone, outline, judge, random);
      expect(worst.edge_m, `${zone.pair} ${zone.side.code} ${zone.outer_m}`).toBeLessThanOrEqual(
        edgeTolerance_m(zone.outer_m),
      );
      expect(zone.accuracy.outer_edge_m).toBe(edgeTolerance_m(zone.outer_m));
      judged += worst.judged;
    }
    const places = judgePlaces(kernel, zones.value, [a, b], border.value, judge, random);
    expect(places.wrong).toEqual([]);
    return judged + places.judged;
  }

  it('on every border of both profiles, at the rings of the profile', () => {
    expect(pairs).toHaveLength(12);
    let judged = 0;
    for (const [seed, { a, b }] of pairs.entries()) {
      judged += judgePair(a, b, [500, 1_000, 2_000, 5_000], seed);
    }
    expect(judged).toBeGreaterThan(12 * PLACES_A_PAIR);
  });

  it('from 50 m to 50 km', () => {
    for (const name of ['Lạng Sơn', 'Vĩnh Long']) {
      const pair = pairs.find((one) => one.name.endsWith(name));
      if (pair === undefined) throw new Error(`no pair with ${name}`);
      judgePair(pair.a, pair.b, [50, 100, 10_000, 20_000, 50_000], 7);
    }
  });

  it('from its edge to the border and from the border to its edge, arcs included', () => {
    for (const name of ['Lạng Sơn', 'Vĩnh Long']) {
      const pair = pairs.find((one) => one.name.endsWith(name));
      if (pair === undefined) throw new Error(`no pair with ${name}`);
      const border = must(sharedBorder(kernel, pair.a, pair.b));
      const line = new GeodesicJudge(border.geometry.coordinates);
      const random = seeded(11);
      for (const width_m of [50, 500, 5_000, 50_000]) {
        const zones = must(
          borderZones(kernel, pair.a, pair.b, { widths_m: [width_m], border, clip: 'free' }),
        );
        const whole = must(kernel.union(zones.map(({ geometry }) => geometry)));
        const rings =
          whole.type === 'Polygon'
            ? whole.coordinates
            : whole.type === 'MultiPolygon'
              ? whole.coordinates.flat()
              : [];
        const edges = rings.flatMap((ring) =>
          ring.slice(1).map((to, at): [Position, Position] => [ring[at] ?? to, to]),
        );
        const tolerance_m = edgeTolerance_m(width_m);
        let worst_m = 0;
        for (let i = 0; i < PLACES_AN_EDGE; i += 1) {
          const [from, to] = edges[Math.floor(random() * edges.length)] ?? [[], []];
          worst_m = Math.max(worst_m, Math.abs(line.distance_m(between(from, to, random())) - width_m));
        }
        expect(worst_m, `${pair.name} ${width_m}`).toBeLessThanOrEqual(tolerance_m);
        const edge = new GeodesicJudge(rings, width_m > 10_000 ? 0.1 : 0.01);
        const places = border.geometry.coordinates.flat();
        for (let i = 0; i < PLACES_OF_BORDER; i += 1) {
          const place = places[Math.floor(random() * places.length)] ?? [];
          expect(edge.distance_m(place), `${pair.name} ${width_m}`).toBeGreaterThanOrEqual(
            width_m - tolerance_m,
          );
        }
      }
    }
  });

  it.each([1, 2, 3, 4, 5, 6])('on made-up borders with bays behind narrow necks (seed %i)', (seed) => {
    const [a, b] = wigglyPair(kernel, seed);
    judgePair(a, b, [100, 700, 3_000], seed);
  });
});
