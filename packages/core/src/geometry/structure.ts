import type { Geometry, Position } from 'geojson';
import { type Issue, type IssuePath, issue, issueAt } from '../issue.js';

/** How deep positions lie in the coordinates of each type. */
const DEPTHS = new Map([
  ['Point', 0],
  ['MultiPoint', 1],
  ['LineString', 1],
  ['MultiLineString', 2],
  ['Polygon', 2],
  ['MultiPolygon', 3],
]);

/** Whether a value has the shape of a GeoJSON geometry; says nothing of its numbers' range. */
export function isGeometry(input: unknown): input is Geometry {
  return structureIssues(input).length === 0;
}

/** What keeps a value from having the shape of a GeoJSON geometry. */
export function structureIssues(input: unknown): Issue[] {
  if (!isRecord(input)) return [notGeometry([])];
  const type = input['type'];
  if (type === 'GeometryCollection') {
    const members = input['geometries'];
    if (!Array.isArray(members)) return [notGeometry(['geometries'])];
    return members.flatMap((member: unknown, index) =>
      structureIssues(member).map((inner) => issueAt(['geometries', index], inner)),
    );
  }
  const depth = typeof type === 'string' ? DEPTHS.get(type) : undefined;
  if (depth === undefined) return [notGeometry(['type'])];
  return arrayIssues(input['coordinates'], depth, ['coordinates']);
}

function arrayIssues(value: unknown, depth: number, path: IssuePath): Issue[] {
  if (!Array.isArray(value)) return [notGeometry(path)];
  if (depth > 0)
    return value.flatMap((item: unknown, index) => arrayIssues(item, depth - 1, [...path, index]));
  return value.length >= 2 && value.every((ordinate) => typeof ordinate === 'number')
    ? []
    : [notFinite(path)];
}

/** Faults of numbers and rings: not finite, off the earth, too few points, unclosed. */
export function positionIssues(geometry: Geometry): Issue[] {
  const at = (path: IssuePath) => (inner: Issue) => issueAt(['coordinates', ...path], inner);
  switch (geometry.type) {
    case 'Point':
      return placeIssues([geometry.coordinates]).map((inner) => ({ ...inner, path: ['coordinates'] }));
    case 'MultiPoint':
      return placeIssues(geometry.coordinates).map(at([]));
    case 'LineString':
      return lineIssues(geometry.coordinates).map(at([]));
    case 'MultiLineString':
      return geometry.coordinates.flatMap((line, index) => lineIssues(line).map(at([index])));
    case 'Polygon':
      return geometry.coordinates.flatMap((ring, index) => ringIssues(ring).map(at([index])));
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings, part) =>
        rings.flatMap((ring, index) => ringIssues(ring).map(at([part, index]))),
      );
    case 'GeometryCollection':
      return geometry.geometries.flatMap((member, index) =>
        positionIssues(member).map((inner) => issueAt(['geometries', index], inner)),
      );
  }
}

function lineIssues(line: readonly Position[]): Issue[] {
  return [...(line.length < 2 ? [tooFew(2, line.length)] : []), ...placeIssues(line), ...leapIssues(line)];
}

function ringIssues(ring: readonly Position[]): Issue[] {
  const issues = [...placeIssues(ring), ...leapIssues(ring)];
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (ring.length < 4) issues.push(tooFew(4, ring.length));
  else if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
    issues.push(
      issue(
        'geometry-ring-unclosed',
        [ring.length - 1],
        'Vòng không khép kín: điểm cuối khác điểm đầu.',
        'The ring is not closed: its last point differs from its first.',
        {
          vi: 'Bảng tọa độ thường bỏ dòng lặp lại điểm đầu; hãy thêm điểm đầu vào cuối.',
          en: 'Corner tables often leave out the repeated first point; add it at the end.',
        },
      ),
    );
  }
  return issues;
}

function placeIssues(places: readonly Position[]): Issue[] {
  const issues: Issue[] = [];
  places.forEach(([lon = Number.NaN, lat = Number.NaN], index) => {
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) issues.push(notFinite([index]));
    else if (Math.abs(lon) > 180 || Math.abs(lat) > 90) issues.push(offEarth([index], lon, lat));
  });
  return issues;
}

/** Edges over more than half the earth: RFC 7946, section 3.1.9 asks to cut geometries at the antimeridian. */
function leapIssues(path: readonly Position[]): Issue[] {
  const at = path.findIndex(
    (place, index) => Math.abs((place[0] ?? 0) - (path[index - 1]?.[0] ?? place[0] ?? 0)) > 180,
  );
  if (at < 0) return [];
  return [
    issue(
      'geometry-crosses-antimeridian',
      [at],
      'Một cạnh dài hơn nửa vòng trái đất: hình đi qua kinh tuyến 180°.',
      'An edge spans more than half the earth: the geometry crosses the 180° meridian.',
      {
        vi: 'Hãy cắt hình tại kinh tuyến 180° thành nhiều phần (RFC 7946, mục 3.1.9).',
        en: 'Cut the geometry at the 180° meridian into several parts (RFC 7946, section 3.1.9).',
      },
    ),
  ];
}

function offEarth(path: IssuePath, lon: number, lat: number): Issue {
  const metres = Math.max(Math.abs(lon), Math.abs(lat)) > 1_000;
  return issue(
    'geometry-position-out-of-range',
    path,
    `Kinh độ ${lon}, vĩ độ ${lat} không có trên trái đất.`,
    `Longitude ${lon}, latitude ${lat} is no place on earth.`,
    metres
      ? {
          vi: 'Có thể là tọa độ phẳng (mét, ví dụ VN-2000); hãy chuyển sang WGS 84 trước.',
          en: 'These may be plane coordinates (metres, such as VN-2000); transform them to WGS 84 first.',
        }
      : {
          vi: 'Có thể kinh độ và vĩ độ bị đổi chỗ; GeoJSON ghi kinh độ trước.',
          en: 'Longitude and latitude may be swapped; GeoJSON has longitude first.',
        },
  );
}

/** The fault of a position that is not numbers. */
export function notFinite(path: IssuePath): Issue {
  return issue(
    'geometry-coordinate-not-finite',
    path,
    'Tọa độ thiếu hoặc không phải là số hữu hạn.',
    'A coordinate is missing or not a finite number.',
  );
}

function tooFew(needed: number, found: number): Issue {
  return issue(
    'geometry-too-few-points',
    [],
    `Cần ít nhất ${needed} điểm, chỉ có ${found}.`,
    `At least ${needed} points are needed, found ${found}.`,
  );
}

/** The fault of a geometry that has no point at all. */
export function emptyIssue(): Issue {
  return issue(
    'geometry-empty',
    [],
    'Hình rỗng, không có điểm nào.',
    'The geometry is empty: it has no point.',
  );
}

function notGeometry(path: IssuePath): Issue {
  return issue(
    'geometry-not-geojson',
    path,
    'Không phải là hình GeoJSON.',
    'This is not a GeoJSON geometry.',
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
