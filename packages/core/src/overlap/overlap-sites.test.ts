import type { MultiPolygon, Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { geodesicDirect } from '../geodesy/geodesic.js';
import { geodesicLength_m } from '../geodesy/length.js';
import { type GeometryKernel, loadGeometryKernel } from '../geometry/kernel.js';
import { overlapSites } from './overlap-sites.js';
import type { OverlapFeature, OverlapOptions, OverlapSite, SiteOverlap } from './site-overlap.js';

const HERE: Position = [105.8, 22.1];
/** A place so many metres east and north of HERE. */
const at = (east_m: number, north_m: number): Position =>
  geodesicDirect(geodesicDirect(HERE, 90, east_m).position, 0, north_m).position;
const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
});
const site = (id: string, geometry: OverlapSite['geometry'], error_m = 0): OverlapSite => ({
  id,
  geometry,
  precision: { kind: 'position', error_m },
});
const area = (id: string, geometry: OverlapFeature['geometry'], error_m = 0): OverlapFeature => ({
  id,
  layer: 'prohibited-areas',
  geometry,
  error_m,
});

describe('overlapSites', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });
  const overlaps = (
    sites: readonly OverlapSite[],
    features: readonly OverlapFeature[],
    options?: OverlapOptions,
  ): SiteOverlap[] => {
    const found = overlapSites(kernel, sites, features, options);
    if (!found.ok) throw new Error(found.issues[0].message.en);
    return found.value;
  };

  it('measures the common ground of two polygons on the ellipsoid', () => {
    const [pair] = overlaps([site('m', box(0, 0, 200, 100))], [area('f', box(150, -50, 900, 400))]);
    expect(pair).toMatchObject({ site_id: 'm', layer: 'prohibited-areas', feature_id: 'f', verdict: 'in' });
    expect(pair?.area_m2).toBeCloseTo(geodesicArea_m2(box(150, 0, 200, 100)), 0);
    expect(pair?.share).toBeCloseTo(0.25, 3);
    expect(pair?.distance_m).toBe(0);
  });

  it('answers wholly inside and wholly outside', () => {
    const field = area('f', box(0, 0, 1_000, 1_000));
    const inner = box(400, 400, 500, 500);
    const [pair] = overlaps([site('m', inner)], [field]);
    expect(pair).toMatchObject({ share: 1, verdict: 'in' });
    expect(pair?.area_m2).toBeCloseTo(geodesicArea_m2(inner), 6);
    expect(overlaps([site('m', box(1_500, 0, 1_600, 100))], [field])).toEqual([]);
  });

  it('gives the distance of what is near', () => {
    const [pair] = overlaps([site('m', box(1_500, 0, 1_600, 100))], [area('f', box(0, -500, 1_000, 1_000))], {
      within_m: 600,
    });
    expect(pair).toMatchObject({ verdict: 'out', area_m2: 0, share: 0 });
    // The parallels of the two boxes differ by 1 km of latitude: metres east shrink by 6e-5 of 1.5 km.
    expect(pair?.distance_m).toBeCloseTo(500, 0);
  });

  it('is undetermined inside the error bars, on either side of the line', () => {
    const field = area('f', box(0, 0, 1_000, 1_000), 20);
    const verdictAt = (east_m: number): string | undefined =>
      overlaps([site('m', { type: 'Point', coordinates: at(east_m, 500) }, 10)], [field], {
        within_m: 100,
      })[0]?.verdict;
    expect([-40, -20, 20, 40].map(verdictAt)).toEqual(['out', 'undetermined', 'undetermined', 'in']);
  });

  it('is sure of a large site over a small area only when the area is deeper than the error', () => {
    const large = site('m', box(-500, -500, 500, 500));
    const verdictOf = (feature: OverlapFeature): string | undefined =>
      overlaps([large], [feature])[0]?.verdict;
    expect(verdictOf(area('f', box(0, 0, 30, 30), 20))).toBe('undetermined');
    expect(verdictOf(area('f', box(0, 0, 50, 50), 20))).toBe('in');
  });

  it('says of two that only touch that it is undetermined', () => {
    const line = at(100, 0);
    const left = box(0, 0, 100, 100);
    const right: Polygon = {
      type: 'Polygon',
      coordinates: [[line, at(300, 0), at(300, 100), at(100, 100), line]],
    };
    expect(overlaps([site('m', left)], [area('f', right)])).toMatchObject([
      { verdict: 'undetermined', distance_m: 0, share: 0 },
    ]);
  });

  it('measures a road across a site by its length', () => {
    const road: OverlapFeature = {
      id: 'r',
      layer: 'roads',
      geometry: { type: 'LineString', coordinates: [at(-300, 50), at(300, 50)] },
    };
    const [pair] = overlaps([site('m', box(0, 0, 100, 100))], [road]);
    expect(pair).toMatchObject({ verdict: 'in', area_m2: 0, share: 0 });
    expect(pair?.length_m).toBeCloseTo(100, 1);
  });

  it('measures a line site by the part of its length inside', () => {
    const line = { type: 'LineString' as const, coordinates: [at(-100, 50), at(300, 50)] };
    const [pair] = overlaps([site('m', line)], [area('f', box(0, 0, 1_000, 100))]);
    expect(pair?.share).toBeCloseTo(0.75, 3);
    expect(pair?.length_m).toBeCloseTo(0.75 * geodesicLength_m(line), 1);
  });

  it('takes a site known by its commune for its ground', () => {
    const ground: MultiPolygon = { type: 'MultiPolygon', coordinates: [box(0, 0, 1_000, 1_000).coordinates] };
    const commune = { code: '02020', vintage: '2025-07-01', name: 'Xã Chợ Đồn' };
    const known: OverlapSite = {
      id: 'm',
      geometry: { type: 'Point', coordinates: at(10, 10) },
      precision: { kind: 'communes', communes: [commune] },
    };
    const communes = [{ ...commune, geometry: ground }];
    const half = area('half', box(500, -500, 2_000, 2_000));
    const all = area('all', box(-500, -500, 2_000, 2_000));
    const far = area('far', box(5_000, 0, 6_000, 1_000));
    const found = overlaps([known], [half, all, far], { communes, within_m: 10_000 });
    expect(found.map(({ feature_id, verdict }) => [feature_id, verdict])).toEqual([
      ['half', 'undetermined'],
      ['all', 'in'],
      ['far', 'out'],
    ]);
    expect(found[0]).toMatchObject({ measured: 'communes' });
    expect(found[0]?.share).toBeCloseTo(0.5, 2);
    const lost = overlapSites(kernel, [known], [half]);
    expect(lost).toMatchObject({ ok: false, issues: [{ code: 'overlap-commune-unknown' }] });
  });

  it('repairs what is self-crossing and names what it must refuse, without losing the rest', () => {
    const bowTie: Polygon = {
      type: 'Polygon',
      coordinates: [[at(0, 0), at(100, 100), at(100, 0), at(0, 100), at(0, 0)]],
    };
    const open: Polygon = {
      type: 'Polygon',
      coordinates: [[at(0, 0), at(100, 0), at(100, 100), at(0, 100)]],
    };
    const good = site('good', box(0, 0, 10, 10));
    const found = overlapSites(
      kernel,
      [site('bow', bowTie), site('open', open), good],
      [area('f', box(-500, -500, 500, 500))],
    );
    if (!found.ok) throw new Error('refused as a whole');
    expect(found.value.map((pair) => pair.site_id)).toEqual(['bow', 'good']);
    expect(found.notes.map(({ code, path }) => [code, path[1]])).toEqual([
      ['geometry-repaired', 0],
      ['geometry-ring-unclosed', 1],
    ]);
    expect(found.notes[1]?.message.en).toContain('open');
  });
});
