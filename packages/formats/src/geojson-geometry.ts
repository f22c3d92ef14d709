import { err, type Issue, type IssuePath, issue, okUnless, type Result } from '@giapranh/core';
import type { Geometry, Position } from 'geojson';
import { isObject } from './record.js';

/** Collects what is wrong with one geometry; a fault a ring, not one a vertex. */
class GeometryFaults {
  readonly issues: Issue[] = [];

  add(code: string, path: IssuePath, vi: string, en: string, hint?: Issue['hint']): void {
    this.issues.push(issue(code, ['geometry', ...path], vi, en, hint));
  }
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1]);

function checkPosition(value: unknown, path: IssuePath, faults: GeometryFaults): boolean {
  if (!isPosition(value)) {
    faults.add(
      'geometry-coordinate-not-finite',
      path,
      'Tọa độ phải là hai số: kinh độ, vĩ độ.',
      'A position must be two numbers: longitude, latitude.',
    );
    return false;
  }
  const [x = 0, y = 0] = value;
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return true;
  const swapped = Math.abs(x) <= 90 && Math.abs(y) <= 180;
  faults.add(
    swapped ? 'geometry-axes-swapped' : 'geometry-out-of-range',
    path,
    swapped
      ? `Vĩ độ ${y} không có thật: có lẽ kinh độ và vĩ độ bị đổi chỗ.`
      : `(${x}, ${y}) không phải kinh độ, vĩ độ.`,
    swapped
      ? `There is no latitude ${y}: longitude and latitude may be swapped.`
      : `(${x}, ${y}) is not longitude and latitude.`,
    swapped
      ? { vi: 'GeoJSON ghi kinh độ trước, vĩ độ sau.', en: 'GeoJSON puts longitude first.' }
      : {
          vi: 'Tọa độ phẳng (VN-2000) phải được chuyển sang WGS 84 trước.',
          en: 'Plane coordinates (VN-2000) must be transformed to WGS 84 first.',
        },
  );
  return false;
}

function checkList(
  value: unknown,
  path: IssuePath,
  faults: GeometryFaults,
  one: (entry: unknown, path: IssuePath, faults: GeometryFaults) => boolean,
): boolean {
  if (!Array.isArray(value)) {
    faults.add('geometry-shape', path, 'Thiếu mảng tọa độ.', 'An array of coordinates is missing.');
    return false;
  }
  for (const [at, entry] of value.entries()) if (!one(entry, [...path, at], faults)) return false;
  return true;
}

function checkLine(value: unknown, path: IssuePath, faults: GeometryFaults): boolean {
  if (!checkList(value, path, faults, checkPosition)) return false;
  const points = Array.isArray(value) ? value.length : 0;
  if (points >= 2) return true;
  faults.add(
    'geometry-too-few-points',
    path,
    `Đường phải có ít nhất 2 điểm, có ${points}.`,
    `A line needs at least 2 points, has ${points}.`,
  );
  return false;
}

function checkRing(value: unknown, path: IssuePath, faults: GeometryFaults): boolean {
  if (!checkList(value, path, faults, checkPosition) || !Array.isArray(value)) return false;
  const [first, last]: unknown[] = [value[0], value[value.length - 1]];
  if (value.length < 4) {
    faults.add(
      'geometry-too-few-points',
      path,
      `Vòng khép kín phải có ít nhất 4 điểm, có ${value.length}.`,
      `A closed ring needs at least 4 points, has ${value.length}.`,
    );
    return false;
  }
  if (isPosition(first) && isPosition(last) && first[0] === last[0] && first[1] === last[1]) return true;
  faults.add(
    'geometry-ring-unclosed',
    path,
    'Vòng không khép kín: điểm cuối khác điểm đầu.',
    'The ring is not closed: its last point differs from its first.',
    { vi: 'Lặp lại điểm đầu ở cuối vòng.', en: 'Repeat the first point at the end of the ring.' },
  );
  return false;
}

const checkPolygon = (value: unknown, path: IssuePath, faults: GeometryFaults): boolean =>
  checkList(value, path, faults, checkRing);

const CHECKS: Readonly<Record<string, (value: unknown, path: IssuePath, faults: GeometryFaults) => boolean>> =
  {
    Point: checkPosition,
    MultiPoint: (value, path, faults) => checkList(value, path, faults, checkPosition),
    LineString: checkLine,
    MultiLineString: (value, path, faults) => checkList(value, path, faults, checkLine),
    Polygon: checkPolygon,
    MultiPolygon: (value, path, faults) => checkList(value, path, faults, checkPolygon),
  };

function isGeometry(value: unknown, faults: GeometryFaults): value is Geometry {
  if (!isObject(value) || typeof value['type'] !== 'string') {
    faults.add('geometry-missing', [], 'Đối tượng không có hình học.', 'The feature has no geometry.');
    return false;
  }
  const check = CHECKS[value['type']];
  if (check === undefined) {
    faults.add(
      'geometry-type',
      ['type'],
      `Loại hình học không dùng được: ${value['type']}.`,
      `This geometry type cannot be used: ${value['type']}.`,
    );
    return false;
  }
  return check(value['coordinates'], ['coordinates'], faults);
}

/**
 * A GeoJSON geometry out of untrusted JSON: WGS 84 lon/lat, finite, rings closed. Whether a polygon crosses
 * itself is the geometry kernel's question. Issues: `geometry-missing`, `geometry-type`, `geometry-shape`,
 * `geometry-coordinate-not-finite`, `geometry-too-few-points`, `geometry-ring-unclosed`, `geometry-axes-swapped`,
 * `geometry-out-of-range`.
 */
export function geometryFrom(value: unknown): Result<Geometry> {
  const faults = new GeometryFaults();
  if (isGeometry(value, faults)) return okUnless(faults.issues, value);
  const [first, ...rest] = faults.issues;
  if (first === undefined) throw new Error('a geometry was refused without an issue');
  return err(first, ...rest);
}
