import type { Position } from 'geojson';
import { type UnitRef, unitKey } from '../admin/unit.js';
import { geodesicDistance_m } from '../geodesy/length.js';
import { type MetricFrame, metricFrame } from '../geodesy/metric-frame.js';
import { bboxOf, bboxUnion, EMPTY_BBOX } from '../geometry/bbox.js';
import { LineIndex } from '../geometry/line-index.js';
import { type PointLocator, pointLocator } from '../geometry/point-location.js';
import type { BorderSide } from './border-side.js';
import type { SharedBorder } from './shared-border.js';

/** Where a place stands to the nearest of some borders. */
export interface NearestBorder {
  readonly border: SharedBorder;
  /** On the ellipsoid, to the line between the vertices. */
  readonly distance_m: number;
  /** The place of the border that is nearest. */
  readonly nearest: Position;
  /**
   * The unit of the pair the place lies in; `undetermined` when the border is nearer than the error bars of place
   * and line; `neither` when it lies in a third unit or outside all.
   */
  readonly side: UnitRef | 'undetermined' | 'neither';
  /** The unit across the border from `side`; `null` where that is not a unit. */
  readonly facing: UnitRef | null;
}

export interface LocateOptions {
  /** How far the place may be off. Default 0. */
  readonly error_m?: number;
  /** Borders farther than this are not looked for. Default: any. */
  readonly reach_m?: number;
}

/** Answers for many places which border is nearest. */
export interface BorderLocator {
  /** `null` when no border is within reach. */
  nearest(place: Position, options?: LocateOptions): NearestBorder | null;
}

interface IndexedBorder {
  readonly border: SharedBorder;
  readonly index: LineIndex;
  readonly grounds: readonly [UnitRef, PointLocator][];
}

/**
 * Prepares borders to be asked about many places. `sides` are the units the borders part; `line_error_m` is how far
 * the drawing may lie from the legal line. Places and borders should lie within a few degrees of each other.
 */
export function borderLocator(
  borders: readonly SharedBorder[],
  sides: readonly BorderSide[],
  line_error_m = 0,
): BorderLocator {
  const box = borders.reduce((sum, border) => bboxUnion(sum, bboxOf(border.geometry)), EMPTY_BBOX);
  const frame = metricFrame(borders.length === 0 ? [0, 0, 0, 0] : box);
  const locators = new Map<string, PointLocator>();
  const groundOf = (unit: UnitRef): [UnitRef, PointLocator][] => {
    const key = unitKey(unit);
    const side = sides.find(({ code, vintage }) => code === unit.code && vintage === unit.vintage);
    if (side === undefined) return [];
    const locator = locators.get(key) ?? pointLocator(side.geometry);
    locators.set(key, locator);
    return [[unit, locator]];
  };
  const indexed: IndexedBorder[] = borders.map((border) => ({
    border,
    index: new LineIndex(border.geometry.coordinates.map((part) => part.map((at) => frame.toMetric(at)))),
    grounds: [...groundOf(border.a), ...groundOf(border.b)],
  }));
  return { nearest: (place, options = {}) => nearestOf(indexed, frame, place, line_error_m, options) };
}

function nearestOf(
  borders: readonly IndexedBorder[],
  frame: MetricFrame,
  place: Position,
  line_error_m: number,
  { error_m = 0, reach_m = Number.POSITIVE_INFINITY }: LocateOptions,
): NearestBorder | null {
  const [x, y] = frame.toMetric(place);
  let best: {
    readonly indexed: IndexedBorder;
    readonly nearest: Position;
    readonly distance_m: number;
  } | null = null;
  for (const indexed of borders) {
    // The plane's scale differs by less than 1 % from here to anywhere within reach.
    const known_m = Math.min(reach_m, best?.distance_m ?? Number.POSITIVE_INFINITY);
    const found = indexed.index.nearest(x, y, known_m * 1.01);
    if (found.segment < 0) continue;
    const nearest = frame.toLonLat([found.x, found.y]);
    const distance_m = geodesicDistance_m(place, nearest);
    if (distance_m <= known_m) best = { indexed, nearest, distance_m };
  }
  if (best === null) return null;
  const { indexed, nearest, distance_m } = best;
  const found = { border: indexed.border, distance_m, nearest };
  if (distance_m <= error_m + line_error_m) return { ...found, side: 'undetermined', facing: null };
  const [lon = 0, lat = 0] = place;
  const side = indexed.grounds.find(([, ground]) => ground.contains(lon, lat))?.[0];
  if (side === undefined) return { ...found, side: 'neither', facing: null };
  return { ...found, side, facing: side === indexed.border.a ? indexed.border.b : indexed.border.a };
}
