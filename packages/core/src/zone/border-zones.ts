import type { MultiPolygon } from 'geojson';
import { type DrawingId, type UnitRef, unitKey } from '../admin/unit.js';
import type { BorderSide } from '../border/border-side.js';
import { type SharedBorder, sharedBorder } from '../border/shared-border.js';
import { metricFrame } from '../geodesy/metric-frame.js';
import { bboxGrown, bboxOf } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { type Issue, issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { cells } from './cells.js';
import { Linework } from './linework.js';
import { TrueDistance } from './true-distance.js';
import { communesOfSides, type ZoneMember } from './zone-commune.js';
import { edgeTolerance_m, zoneEdge } from './zone-edge.js';
import { SLIVER_m2, zoneGround } from './zone-ground.js';

/** What part of a zone lies in a commune. */
export interface ZoneShare extends UnitRef {
  readonly area_m2: number;
}

/** The ground of one side between two distances from the shared border. */
export interface BorderZone {
  /** Codes of the pair in the order asked for: `06-04`. */
  readonly pair: string;
  readonly side: UnitRef;
  readonly other: UnitRef;
  readonly inner_m: number;
  readonly outer_m: number;
  /** On the ellipsoid. */
  readonly area_m2: number;
  readonly border_length_m: number;
  /** WGS 84 lon/lat, RFC 7946 winding; vertices of the drawing are kept to the last bit. */
  readonly geometry: MultiPolygon;
  /** The communes it touches, by code, with their areas in it; they add up to the zone where communes cover it. */
  readonly communes: readonly ZoneShare[];
  readonly drawing: DrawingId;
  readonly accuracy: ZoneAccuracy;
}

export interface ZoneAccuracy {
  /** Every point of the outer edge is within this of the true distance on the ellipsoid. */
  readonly outer_edge_m: number;
  /** Pieces smaller than this are left out. */
  readonly sliver_m2: number;
  readonly method: string;
}

export interface BorderZoneOptions {
  /** Outer distances of the rings, in metres; sorted here. */
  readonly widths_m: readonly number[];
  /** The shared border where it is known already. */
  readonly border?: SharedBorder;
  /** Units to divide the zones by; those elsewhere are ignored. */
  readonly communes?: readonly ZoneMember[];
}

const WIDEST_m = 50_000;
const NARROWEST_m = 10;
/** Degrees that are surely more than a metre of latitude or, up to 30° north, of longitude. */
const DEGREES_PER_METRE = 1 / 90_000;
const METHOD = 'ellipsoidal distance to the shared border, edge refined in a local transverse Mercator frame';

/**
 * The border zones of a pair of units: for each side and ring the ground that lies within the ring's distances of
 * the shared border, clipped to the side. All zones of a pair are cut from one set of lines, so rings of different
 * width nest exactly, the two sides share the border line exactly, and communes partition each zone.
 *
 * Edges of units are read as geodesics, which are straight in the plane used here.
 *
 * Around a tri-point this is the ground near the *pair's* border, whether or not a third unit's border is nearer.
 * Where the drawing lets both sides claim the same ground, it counts for the side of the smaller key.
 */
export function borderZones(
  kernel: GeometryKernel,
  a: BorderSide,
  b: BorderSide,
  options: BorderZoneOptions,
): Result<BorderZone[]> {
  const widths_m = [...new Set(options.widths_m)].sort((one, two) => one - two);
  const [badWidth, ...moreBadWidths] = widthIssues(widths_m);
  if (badWidth !== undefined) return err(badWidth, ...moreBadWidths);
  const border = options.border === undefined ? sharedBorder(kernel, a, b) : ok(options.border);
  if (!border.ok) return border;

  const widest_m = widths_m[widths_m.length - 1] ?? 0;
  const box = bboxOf(border.value.geometry);
  const reach = bboxGrown(box, (widest_m + 1000) * DEGREES_PER_METRE);
  const frame = metricFrame(box);
  const line = border.value.geometry.coordinates.map((part) => part.map((place) => frame.toMetric(place)));
  const distance = new TrueDistance(line, frame);

  const sides = unitKey(a) <= unitKey(b) ? ([a, b] as const) : ([b, a] as const);
  const communes = communesOfSides(options.communes ?? [], sides, reach);
  const linework = new Linework(frame, reach, (x, y, radius) =>
    Number.isFinite(distance.at(x, y, widest_m + edgeTolerance_m(widest_m) + radius)),
  );
  for (const { geometry } of [...sides, ...communes]) {
    for (const ring of geometry.coordinates.flat()) linework.addRing(ring);
  }
  for (const width_m of widths_m) {
    const edge = zoneEdge(kernel, line, distance, width_m);
    if (!edge.ok) return edge;
    for (const ring of edge.value) linework.addPlanar(ring);
  }
  const found = cells(kernel, linework, sides, distance, widths_m, communes);
  if (!found.ok) return found;

  const zones: BorderZone[] = [];
  for (const side of [a, b]) {
    const sideIndex = side === sides[0] ? 0 : 1;
    for (const [ring, outer_m] of widths_m.entries()) {
      const members = found.value.filter((cell) => cell.side === sideIndex && cell.ring === ring);
      const ground = zoneGround(kernel, members, linework, communes);
      if (!ground.ok) return ground;
      zones.push({
        pair: `${a.code}-${b.code}`,
        side: { code: side.code, vintage: side.vintage, name: side.name },
        other: refOf(side === a ? b : a),
        inner_m: ring === 0 ? 0 : (widths_m[ring - 1] ?? 0),
        outer_m,
        ...ground.value,
        border_length_m: border.value.length_m,
        drawing: border.value.drawing,
        accuracy: { outer_edge_m: edgeTolerance_m(outer_m), sliver_m2: SLIVER_m2, method: METHOD },
      });
    }
  }
  return ok(zones, border.notes);
}

/** The zones of one width, undivided: the first side's, then the other's. */
export function borderZone(
  kernel: GeometryKernel,
  a: BorderSide,
  b: BorderSide,
  width_m: number,
  options: Omit<BorderZoneOptions, 'widths_m'> = {},
): Result<BorderZone[]> {
  return borderZones(kernel, a, b, { ...options, widths_m: [width_m] });
}

function refOf({ code, vintage, name }: UnitRef): UnitRef {
  return { code, vintage, name };
}

function widthIssues(widths_m: readonly number[]): Issue[] {
  if (widths_m.length === 0) {
    return [issue('zone-width-missing', ['widths_m'], 'Chưa cho bề rộng vùng.', 'No zone width was given.')];
  }
  return widths_m
    .filter((width_m) => !(width_m >= NARROWEST_m && width_m <= WIDEST_m))
    .map((width_m) =>
      issue(
        'zone-width-out-of-range',
        ['widths_m'],
        `Bề rộng vùng ${width_m} m nằm ngoài khoảng ${NARROWEST_m}–${WIDEST_m} m.`,
        `The zone width ${width_m} m is outside ${NARROWEST_m}–${WIDEST_m} m.`,
      ),
    );
}
