import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { geodesicDirect } from '../geodesy/geodesic.js';
import { geodesicLength_m } from '../geodesy/length.js';
import { type GeometryKernel, loadGeometryKernel } from '../geometry/kernel.js';
import type { BorderSide } from './border-side.js';
import { borderLocator } from './nearest-border.js';
import { type SharedBorder, type SharedBorderOptions, sharedBorder } from './shared-border.js';
import { triPoints } from './tri-point.js';
import { at, side } from './two-sides.fixture.js';

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

  it('locates places by nearest border, side and distance', () => {
    const locator = borderLocator([border(west, east)], [west, east], 5);
    const straight = locator.nearest(at(2_000, 12_000));
    expect(straight?.side).toBe('neither');
    expect(straight?.distance_m).toBeCloseTo(Math.hypot(2_000 - 40 * Math.sin(170), 2_000), -1);
    expect(locator.nearest(at(500, 5_000))).toMatchObject({ side: { code: '19' }, facing: { code: '04' } });
    expect(locator.nearest(at(-500, 5_000))).toMatchObject({ side: { code: '04' }, facing: { code: '19' } });
    expect(locator.nearest(at(-500, 5_000), { error_m: 600 })?.side).toBe('undetermined');
    expect(locator.nearest(at(-500, 5_000), { reach_m: 100 })).toBeNull();
  });
});
