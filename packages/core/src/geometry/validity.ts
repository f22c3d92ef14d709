import type { Geometry } from 'geojson';
import { type Issue, issue } from '../issue.js';
import { err, ok, okUnless, type Result } from '../result.js';
import type { GeometryKernel } from './kernel.js';
import { emptyIssue, isGeometry, positionIssues, structureIssues } from './structure.js';
import { isClockwise, rewind } from './winding.js';

/**
 * Whether something read from outside is a lon/lat geometry that can be worked with: known type, numbers in range,
 * enough points, closed rings, no self-crossing. Gives all faults with their places; rings wound the wrong way round
 * are put right with a note, as RFC 7946 asks readers to take them.
 */
export function validateGeometry(kernel: GeometryKernel, input: unknown): Result<Geometry> {
  const checked = readGeometry(input);
  if (!checked.ok || isPlaces(checked.value)) return checked;
  const invalid = kernel.invalidReason(checked.value);
  if (!invalid.ok) return invalid;
  if (invalid.value === null) return rewound(checked.value);
  return err(invalidIssue(invalid.value.reason, invalid.value.at));
}

/**
 * As `validateGeometry`, but what is only self-crossing is repaired, with a note that says where. Refuses what cannot
 * be repaired without guessing: missing or impossible numbers, unclosed rings.
 */
export function repairGeometry(kernel: GeometryKernel, input: unknown): Result<Geometry> {
  const checked = readGeometry(input);
  if (!checked.ok || isPlaces(checked.value)) return checked;
  const invalid = kernel.invalidReason(checked.value);
  if (!invalid.ok) return invalid;
  if (invalid.value === null) return rewound(checked.value);
  const repaired = kernel.makeValid(checked.value);
  if (!repaired.ok) return repaired;
  const fault = invalidIssue(invalid.value.reason, invalid.value.at);
  if (isEmpty(repaired.value)) return err(fault);
  return ok(repaired.value, [
    issue(
      'geometry-repaired',
      [],
      `Hình không hợp lệ đã được sửa: ${fault.message.vi}`,
      `The invalid geometry was repaired: ${fault.message.en}`,
    ),
  ]);
}

/** Checks all that needs no engine. */
function readGeometry(input: unknown): Result<Geometry> {
  if (!isGeometry(input)) return err(...firstOf(structureIssues(input)));
  if (isEmpty(input)) return err(emptyIssue());
  return okUnless(positionIssues(input), input);
}

/** Places have nothing that could cross. */
function isPlaces({ type }: Geometry): boolean {
  return type === 'Point' || type === 'MultiPoint';
}

function firstOf(issues: readonly Issue[]): [Issue, ...Issue[]] {
  const [first, ...rest] = issues;
  return [first ?? emptyIssue(), ...rest];
}

function rewound(geometry: Geometry): Result<Geometry> {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return ok(geometry);
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const wrong = polygons.some((rings) => rings.some((ring, index) => isClockwise(ring) !== index > 0));
  if (!wrong) return ok(geometry);
  return ok(rewind(geometry), [rewoundIssue()]);
}

/** The remark on rings that ran the wrong way round. */
export function rewoundIssue(): Issue {
  return issue(
    'geometry-rewound',
    [],
    'Đã đảo chiều vòng theo RFC 7946 (vòng ngoài ngược chiều kim đồng hồ).',
    'Rings were turned round as RFC 7946 asks (outer rings counter-clockwise).',
  );
}

function invalidIssue(reason: string, at: readonly number[]): Issue {
  const place = at.length < 2 ? '' : ` (${at.slice(0, 2).join(', ')})`;
  return issue(
    'geometry-invalid',
    [],
    `Hình không hợp lệ${place}: ${REASONS_VI.get(reason) ?? reason}.`,
    `The geometry is invalid${place}: ${reason}.`,
    {
      vi: 'Thường do thứ tự điểm góc bị đảo hoặc một điểm bị nhập sai.',
      en: 'Usually corner points in the wrong order, or one of them mistyped.',
    },
  );
}

const REASONS_VI = new Map([
  ['Self-intersection', 'đường biên tự cắt'],
  ['Ring Self-intersection', 'vòng tự chạm hoặc tự cắt'],
  ['Hole lies outside shell', 'lỗ nằm ngoài vòng ngoài'],
  ['Holes are nested', 'lỗ nằm trong lỗ'],
  ['Interior is disconnected', 'phần trong bị chia cắt'],
  ['Nested shells', 'phần này nằm trong phần kia'],
  ['Duplicate Rings', 'hai vòng trùng nhau'],
  ['Too few points in geometry component', 'có phần quá ít điểm'],
]);

function isEmpty(geometry: Geometry): boolean {
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.every(isEmpty)
    : geometry.coordinates.length === 0;
}
