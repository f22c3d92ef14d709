import proj4 from 'proj4';
import { type Issue, issue, issueAt } from '../issue.js';
import { err, ok, okUnless, type Result } from '../result.js';
import { type AxisOrder, type Point, reorder } from './axis.js';
import type { CoordinateBox, CrsDefinition } from './definition.js';
import { crsDefinition } from './lookup.js';

/**
 * A kept converter. Agrees with PROJ within 1 mm; two-dimensional, so a shift of datum takes the height as 0
 * (5 cm off at 1,500 m). The accuracy of the datum shift itself is the definitions'.
 */
export interface Transformer {
  readonly from: CrsDefinition;
  readonly to: CrsDefinition;
  /** The larger stated accuracy of the datums crossed, in metres; 0 within one datum. */
  readonly datumAccuracy_m: number;
  /** East-north in and out. Issues: `coordinate-not-finite`, `coordinate-out-of-range`. */
  point(point: Point): Result<[east: number, north: number]>;
  /** For long lists: `undefined` where `point` gives an issue. */
  tryPoint(point: Point): [east: number, north: number] | undefined;
}

function inside(range: CoordinateBox, x: number, y: number): boolean {
  // Written so that NaN is outside.
  return x >= range[0] && y >= range[1] && x <= range[2] && y <= range[3];
}

function round(definition: CrsDefinition, value: number): string {
  return definition.unit === 'm' ? value.toFixed(3) : value.toFixed(6);
}

function outOfRange(definition: CrsDefinition, point: Point, side: 'source' | 'target'): Issue {
  const [x, y] = point;
  const [minX, minY, maxX, maxY] = definition.range;
  const [vi, en] =
    definition.unit === 'm' ? ['E (Đông), N (Bắc)', 'E, N'] : ['kinh độ, vĩ độ', 'longitude, latitude'];
  const limits = `[${round(definition, minX)}; ${round(definition, maxX)}] × [${round(definition, minY)}; ${round(definition, maxY)}]`;
  const where = `(${round(definition, x)}; ${round(definition, y)})`;
  const swapped = side === 'source' && inside(definition.range, y, x);
  return issue(
    'coordinate-out-of-range',
    [],
    `Điểm ${where} (${vi}) nằm ngoài phạm vi hợp lý của ${definition.id} ${limits}.`,
    `Point ${where} (${en}) is outside the sensible range of ${definition.id} ${limits}.`,
    swapped
      ? {
          vi: 'Có lẽ đã đổi chỗ X và Y: bảng Việt Nam ghi X (Bắc) trước; dùng thứ tự trục x-north.',
          en: 'X and Y look swapped: Vietnamese tables write X (north) first; use the axis order x-north.',
        }
      : {
          vi: 'Có lẽ sai kinh tuyến trục, múi chiếu hoặc hệ tọa độ.',
          en: 'The central meridian, the zone or the system may be wrong.',
        },
  );
}

/** A converter between two systems, by id. Issues: `crs-unknown`, `crs-deprecated`, for either side. */
export function transformer(from: string, to: string): Result<Transformer> {
  const source = crsDefinition(from);
  const target = crsDefinition(to);
  if (source.ok && target.ok) return ok(makeTransformer(source.value, target.value));
  const issues = [
    ...(source.ok ? [] : source.issues.map((fault) => issueAt(['from'], fault))),
    ...(target.ok ? [] : target.issues.map((fault) => issueAt(['to'], fault))),
  ];
  const [first, ...rest] = issues;
  if (first === undefined) throw new Error('a definition failed without an issue');
  return err(first, ...rest);
}

/**
 * Within one datum no shift is told to proj4: it would go by way of WGS 84 all the same and lose a millimetre
 * where it drops the height.
 */
function withoutShift(definition: CrsDefinition): string {
  return definition.proj.replace(/ \+towgs84=\S+/, '');
}

function makeTransformer(from: CrsDefinition, to: CrsDefinition): Transformer {
  const converter =
    from.datum === to.datum ? proj4(withoutShift(from), withoutShift(to)) : proj4(from.proj, to.proj);
  const tryPoint = ([x, y]: Point): [number, number] | undefined => {
    if (!inside(from.range, x, y)) return undefined;
    const [east = Number.NaN, north = Number.NaN] = converter.forward([x, y]);
    return inside(to.range, east, north) ? [east, north] : undefined;
  };
  return {
    from,
    to,
    datumAccuracy_m: from.datum === to.datum ? 0 : Math.max(from.datumAccuracy_m, to.datumAccuracy_m),
    tryPoint,
    point(point) {
      const moved = tryPoint(point);
      if (moved !== undefined) return ok(moved);
      const [x, y] = point;
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        return err(
          issue(
            'coordinate-not-finite',
            [],
            `Tọa độ không phải là số: (${x}; ${y}).`,
            `The coordinates are not numbers: (${x}; ${y}).`,
          ),
        );
      }
      if (!inside(from.range, x, y)) return err(outOfRange(from, point, 'source'));
      const [east = Number.NaN, north = Number.NaN] = converter.forward([x, y]);
      return err(outOfRange(to, [east, north], 'target'));
    },
  };
}

/**
 * All points of a list, in `axis` order both ways. A list with a fault is an `Err` with every fault, its path the
 * index of the point.
 */
export function transformPoints(
  through: Transformer,
  points: readonly Point[],
  axis: AxisOrder = 'east-north',
): Result<[number, number][]> {
  const issues: Issue[] = [];
  const moved: [number, number][] = [];
  points.forEach((point, index) => {
    const result = through.point(reorder(point, axis));
    if (result.ok) moved.push(reorder(result.value, axis));
    else issues.push(...result.issues.map((fault) => issueAt([index], fault)));
  });
  return okUnless(issues, moved);
}
