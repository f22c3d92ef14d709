import type { Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { geodesicDirect } from '../geodesy/geodesic.js';
import { geodesicLength_m } from '../geodesy/length.js';
import { type GeometryKernel, loadGeometryKernel } from '../geometry/kernel.js';
import type { BorderSide } from './border-side.js';
import { borderLocator } from './nearest-border.js';
import { type SharedBorder, type SharedBorderOptions, sharedBorder } from './shared-border.js';
import { triPoints } from './tri-point.js';
import { at, side } from './two-sides.fixture.js';
import { unitGroup } from './unit-group.js';

/** From south to north, swinging 40 m to both sides. */
const line: Position[] = Array.from({ length: 101 }, (_, i) => at(40 * Math.sin(i * 1.7), i * 100));
const west = side('04', [at(-5_000, 0), ...line, at(-5_000, 10_000)]);
const eastOf = (border: readonly Position[]): BorderSide =>
  side('19', [at(5_000, 10_000), ...border.toReversed(), at(5_000, 0)]);
const east = eastOf(line);

describe('sharedBorder', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });
  const border = (a: BorderSide, b: BorderSide, options?: SharedBorderOptions): SharedBorder => {
    const found = sharedBorder(kernel, a, b, options);
    if (!found.ok) throw new Error(found.issues[0].message.en);
    return found.value;
  };

  it('is the common line where the vertices match', () => {
    const found = border(west, east);
    expect(found.geometry.coordinates).toEqual([line]);
    expect(found.length_m).toBe(geodesicLength_m(line));
    expect(found).toMatchObject({
      parts: 1,
      pointTouches: [],
      snap: { snapped_length_m: 0, largest_snap_m: 0 },
    });
    expect(found.a.code + found.b.code).toBe('0419');
  });

  it('is the same from both sides, but for the names', () => {
    const [one, other] = [border(west, east), border(east, west)];
    expect({ ...other, a: other.b, b: other.a }).toEqual(one);
  });

  it('does not care where the ring begins', () => {
    const ring = [at(-5_000, 0), ...line, at(-5_000, 10_000)];
    const turned = side('04', [...ring.slice(50), ...ring.slice(0, 50)]);
    expect(border(turned, east).geometry).toEqual(border(west, east).geometry);
  });

  it('bridges a T-junction and says how far it snapped', () => {
    const [from = at(0, 0), to = at(0, 0)] = [line[40], line[41]];
    const middle = [((from[0] ?? 0) + (to[0] ?? 0)) / 2, ((from[1] ?? 0) + (to[1] ?? 0)) / 2];
    const found = border(west, eastOf([...line.slice(0, 41), middle, ...line.slice(41)]));
    expect(found.geometry.coordinates).toEqual([line]);
    expect(found.snap.snapped_length_m).toBeCloseTo(geodesicLength_m([from, to]), 6);
    expect(found.snap.largest_snap_m).toBeLessThan(0.001);
  });

  it('matches a stretch drawn a little aside, and splits there when told to match exactly', () => {
    const aside = line.map((place, i) => (i > 30 && i < 50 ? geodesicDirect(place, 90, 1).position : place));
    const found = border(west, eastOf(aside));
    expect(found.parts).toBe(1);
    expect(found.length_m).toBeCloseTo(geodesicLength_m(line), 6);
    expect(found.snap.largest_snap_m).toBeCloseTo(1, 2);
    expect(found.snap.snapped_length_m).toBeCloseTo(geodesicLength_m(line.slice(30, 51)), 6);
    expect(found.overlap_m2 + border(west, eastOf(line)).overlap_m2).toBeLessThan(1);
    expect(border(west, eastOf(aside), { tolerance_m: 0 }).parts).toBe(2);
  });

  it('leaves a stretch out that lies farther than the tolerance', () => {
    const aside = line.map((place, i) => (i > 30 && i < 50 ? geodesicDirect(place, 90, 10).position : place));
    expect(border(west, eastOf(aside)).parts).toBe(2);
  });

  it('counts no metres where outlines only part from a tri-point', () => {
    // Both outlines go on from the end of the common line, at an angle of 10 degrees.
    const end = at(0, 1_000);
    const [left, right] = [geodesicDirect(end, -5, 3_000).position, geodesicDirect(end, 5, 3_000).position];
    const a = side('01', [at(-500, 0), at(0, 0), end, left]);
    const b = side('02', [at(0, 0), at(500, 0), right, end]);
    expect(border(a, b).length_m).toBeCloseTo(geodesicLength_m([at(0, 0), end]), 6);
  });

  it('tells a point touch from a border', () => {
    const diagonal = side('20', [at(0, 10_000), at(0, 20_000), at(-5_000, 20_000)]);
    const corner = side('21', [at(0, 10_000), at(5_000, 5_000), at(5_000, 0)]);
    const touch = sharedBorder(kernel, diagonal, corner);
    expect(touch).toMatchObject({ ok: false, issues: [{ code: 'border-point-only' }] });
    const apart = sharedBorder(kernel, diagonal, side('22', [at(9_000, 0), at(9_500, 0), at(9_500, 500)]));
    expect(apart).toMatchObject({ ok: false, issues: [{ code: 'border-none' }] });
  });

  it('lists touches that lie apart from the line', () => {
    // A lake that belongs to neither parts them; beyond it they meet in one more point.
    const lake = [at(-200, 5_000), at(-300, 5_100), at(-200, 5_200)];
    const a = side('01', [at(-3_000, 0), at(0, 0), at(0, 4_000), ...lake, at(0, 6_000), at(-3_000, 6_000)]);
    const b = side('02', [
      at(0, 0),
      at(3_000, 0),
      at(3_000, 6_000),
      at(0, 6_000),
      at(100, 5_100),
      at(0, 4_000),
    ]);
    const found = border(a, b);
    expect(found.geometry.coordinates).toEqual([[at(0, 0), at(0, 4_000)]]);
    expect(found.pointTouches.map(([lon = 0, lat = 0]) => [lon.toFixed(9), lat.toFixed(9)])).toEqual([
      at(0, 6_000).map((ordinate) => ordinate.toFixed(9)),
    ]);
  });

  it('gives an enclave its closed border', () => {
    const inner = [at(-1_000, 1_000), at(-500, 1_000), at(-500, 1_500), at(-1_000, 1_500)];
    const host = side('04', [at(-5_000, 0), ...line, at(-5_000, 10_000)], inner.toReversed());
    const found = border(host, side('05', inner));
    expect(found.parts).toBe(1);
    expect(found.length_m).toBeCloseTo(geodesicLength_m([...inner, ...inner.slice(0, 1)]), 6);
    const [closed] = found.geometry.coordinates;
    expect(closed?.[0]).toEqual(closed?.[closed.length - 1]);
  });

  it('notes that two drawings were matched', () => {
    const found = sharedBorder(kernel, west, { ...east, drawing: 'other' });
    expect(found).toMatchObject({ ok: true, notes: [{ code: 'border-drawings-differ' }] });
  });

  it('finds where three units meet', () => {
    const north = side('24', [at(-5_000, 10_000), line[100] ?? at(0, 0), at(5_000, 10_000), at(0, 15_000)]);
    const found = triPoints([border(west, east), border(west, north), border(east, north)]);
    expect(found).toMatchObject([
      { position: line[100], units: [{ code: '04' }, { code: '19' }, { code: '24' }] },
    ]);
  });

  it('tells stretches from islands', () => {
    const inner = [at(-1_000, 1_000), at(-500, 1_000), at(-500, 1_500), at(-1_000, 1_500)];
    const host = side('04', [at(-5_000, 0), ...line, at(-5_000, 10_000)], inner.toReversed());
    const both = side('05', inner);
    both.geometry.coordinates.push(...east.geometry.coordinates);
    const found = border(host, both);
    expect(found.pieces.map(({ kind }) => kind).sort()).toEqual(['island', 'stretch']);
    expect(found.pieces.reduce((sum, { length_m }) => sum + length_m, 0)).toBeCloseTo(found.length_m, 6);
  });

  it('measures the gap and the overlap that snapping leaves', () => {
    const shifted = (east_m: number): Position[] =>
      line.map((place, i) => (i > 30 && i < 50 ? geodesicDirect(place, 90, east_m).position : place));
    const apart = border(west, eastOf(shifted(1)));
    const doubled = border(west, eastOf(shifted(-1)));
    // Nineteen vertices of a line 100 m apart, one metre aside.
    expect(apart.gap_m2).toBeGreaterThan(1_800);
    expect(apart.gap_m2).toBeLessThan(2_050);
    expect(apart.overlap_m2).toBeLessThan(1);
    expect(doubled.gap_m2).toBeLessThan(1);
    expect(Math.abs(doubled.overlap_m2 / apart.gap_m2 - 1)).toBeLessThan(0.01);
  });

  it('takes units together on each side', () => {
    const south = side('24', [at(-5_000, 0), at(-5_000, -4_000), at(0, -4_000), line[0] ?? at(0, 0)]);
    const group = unitGroup(kernel, [south, west]);
    if (!group.ok) throw new Error(group.issues[0].message.en);
    expect(group.value).toMatchObject({ code: '04+24', name: 'Tỉnh 04, Tỉnh 24' });
    expect(border(group.value, east).geometry).toEqual(border(west, east).geometry);
    expect(unitGroup(kernel, [])).toMatchObject({ ok: false, issues: [{ code: 'border-group-empty' }] });
    expect(sharedBorder(kernel, west, west)).toMatchObject({ issues: [{ code: 'border-same-unit' }] });
  });

  it('locates places by nearest border, side and distance', () => {
    const locator = borderLocator([border(west, east)], [west, east], 5);
    const straight = locator.nearest(at(2_000, 12_000));
    expect(straight?.side).toBe('neither');
    expect(straight?.distance_m).toBeCloseTo(Math.hypot(2_000 - 40 * Math.sin(170), 2_000), -1);
    const eastwards = locator.nearest(at(500, 5_000));
    expect(eastwards).toMatchObject({ side: { code: '19' }, facing: { code: '04' } });
    expect(eastwards?.signed_m).toBe(-(eastwards?.distance_m ?? 0));
    const westwards = locator.nearest(at(-500, 5_000));
    expect(westwards).toMatchObject({ side: { code: '04' }, facing: { code: '19' } });
    expect(westwards?.signed_m).toBe(westwards?.distance_m);
    expect(locator.nearest(at(-500, 5_000), { error_m: 600 })).toMatchObject({
      side: 'undetermined',
      signed_m: null,
    });
    expect(locator.nearest(at(-500, 5_000), { reach_m: 100 })).toBeNull();
  });

  it('names the commune across and the nearest tri-point', () => {
    const north = side('24', [at(-5_000, 10_000), line[100] ?? at(0, 0), at(5_000, 10_000), at(0, 15_000)]);
    const borders = [border(west, east), border(west, north), border(east, north)];
    const strip = (code: string, from: number, to: number) =>
      side(code, [...line.slice(from, to + 1), at(3_000, to * 100), at(3_000, from * 100)]);
    const locator = borderLocator(borders, [west, east, north], 0, [
      strip('00101', 0, 50),
      strip('00102', 50, 100),
    ]);
    expect(locator.nearest(at(-800, 2_000))?.facingCommune?.code).toBe('00101');
    expect(locator.nearest(at(-800, 8_000))?.facingCommune?.code).toBe('00102');
    const corner = locator.nearest(at(-800, 8_000))?.triPoint;
    expect(corner?.triPoint.position).toEqual(line[100]);
    expect(corner?.distance_m).toBeCloseTo(geodesicLength_m([at(-800, 8_000), line[100] ?? []]), 6);
  });

  it('measures a site from its nearest point, and gives 0 where the border crosses it', () => {
    const locator = borderLocator([border(west, east)], [west, east]);
    const square = (east_m: number): Polygon => ({
      type: 'Polygon',
      coordinates: [
        [
          at(east_m, 4_000),
          at(east_m + 900, 4_000),
          at(east_m + 900, 6_000),
          at(east_m, 6_000),
          at(east_m, 4_000),
        ],
      ],
    });
    const found = locator.nearestToSite(square(300));
    const dense = Array.from({ length: 4_001 }, (_, i) => at(300, 4_000 + i / 2));
    const nearest_m = Math.min(...dense.map((place) => locator.nearest(place)?.distance_m ?? Number.NaN));
    expect(Math.abs((found?.distance_m ?? 0) - nearest_m)).toBeLessThan(0.01);
    expect(found?.side).toMatchObject({ code: '19' });
    expect(locator.nearestToSite(square(-400))?.distance_m).toBe(0);
    expect(locator.nearestToSite({ type: 'MultiPoint', coordinates: [] })).toBeNull();
  });

  it('answers many places at once as it answers one', () => {
    const locator = borderLocator([border(west, east)], [west, east]);
    const places = Array.from({ length: 2_000 }, (_, i) =>
      at(4_000 * Math.sin(i * 12.9), 5_000 + 8_000 * Math.sin(i * 7.3)),
    );
    const many = locator.signedDistances_m(Float64Array.from([...places.flat(), Number.NaN, 0]));
    expect(many[2_000]).toBeNaN();
    places.forEach((place, i) => {
      const one = locator.nearest(place);
      expect(Math.abs(Math.abs(many[i] ?? 0) - (one?.distance_m ?? Number.NaN))).toBeLessThan(1e-4);
      if (one?.signed_m !== null && one?.signed_m !== undefined) {
        expect(Math.sign(many[i] ?? 0)).toBe(Math.sign(one.signed_m));
      }
    });
  });
});
