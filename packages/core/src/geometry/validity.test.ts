import { beforeAll, describe, expect, it } from 'vitest';
import { type GeometryKernel, loadGeometryKernel } from './kernel.js';
import { repairGeometry, validateGeometry } from './validity.js';

const ring = [
  [105.8, 22.1],
  [105.9, 22.1],
  [105.9, 22.2],
  [105.8, 22.2],
  [105.8, 22.1],
];
const bowTie = [
  [105.8, 22.1],
  [105.9, 22.2],
  [105.9, 22.1],
  [105.8, 22.2],
  [105.8, 22.1],
];

describe('validateGeometry', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });

  it('takes a good polygon as it is', () => {
    const polygon = { type: 'Polygon', coordinates: [ring] };
    expect(validateGeometry(kernel, polygon)).toEqual({ ok: true, value: polygon, notes: [] });
  });

  it('turns wrongly wound rings round and says so', () => {
    const read = validateGeometry(kernel, { type: 'Polygon', coordinates: [ring.toReversed()] });
    expect(read).toMatchObject({
      ok: true,
      value: { coordinates: [ring] },
      notes: [{ code: 'geometry-rewound' }],
    });
  });

  it.each([
    ['geometry-not-geojson', null],
    ['geometry-not-geojson', { type: 'Square', coordinates: [] }],
    ['geometry-not-geojson', { type: 'Polygon', coordinates: 'here' }],
    ['geometry-not-geojson', { type: 'GeometryCollection', geometries: [{ type: 'Point' }] }],
    ['geometry-empty', { type: 'MultiPolygon', coordinates: [] }],
    ['geometry-coordinate-not-finite', { type: 'Point', coordinates: [105.8, null] }],
    ['geometry-coordinate-not-finite', { type: 'Point', coordinates: [105.8, Number.NaN] }],
    ['geometry-position-out-of-range', { type: 'Point', coordinates: [22.1, 105.8] }],
    ['geometry-too-few-points', { type: 'LineString', coordinates: [[105.8, 22.1]] }],
    ['geometry-ring-unclosed', { type: 'Polygon', coordinates: [ring.slice(0, 4)] }],
    ['geometry-invalid', { type: 'Polygon', coordinates: [bowTie] }],
  ])('refuses with %s', (code, input) => {
    expect(validateGeometry(kernel, input)).toMatchObject({ ok: false, issues: [{ code }] });
  });

  it('hints at plane coordinates and at swapped axes', () => {
    const hint = (x: number, y: number): string | undefined => {
      const read = validateGeometry(kernel, { type: 'Point', coordinates: [x, y] });
      return read.ok ? undefined : read.issues[0].hint?.en;
    };
    expect(hint(417804.32, 2499067.549)).toContain('plane coordinates');
    expect(hint(22.1, 105.8)).toContain('swapped');
  });

  it('names every fault with its place', () => {
    const read = validateGeometry(kernel, {
      type: 'MultiPolygon',
      coordinates: [[ring], [[[0, 95], ...ring.slice(1, 4)]]],
    });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['geometry-position-out-of-range', 'coordinates.1.0.0'],
      ['geometry-ring-unclosed', 'coordinates.1.0.3'],
    ]);
  });

  it('repairs a self-crossing and names the place', () => {
    const read = repairGeometry(kernel, { type: 'Polygon', coordinates: [bowTie] });
    expect(read).toMatchObject({
      ok: true,
      value: { type: 'MultiPolygon' },
      notes: [{ code: 'geometry-repaired' }],
    });
    expect(read.ok && read.notes[0]?.message.en).toContain('105.8');
  });

  it('refuses what repair would have to guess', () => {
    expect(repairGeometry(kernel, { type: 'Polygon', coordinates: [ring.slice(0, 4)] }).ok).toBe(false);
  });
});
