import { type UnitRef, unitKey } from '../admin/unit.js';
import type { BorderSide } from '../border/border-side.js';
import type { SharedBorder } from '../border/shared-border.js';
import { metricFrame } from '../geodesy/metric-frame.js';
import { type Bbox, bboxGrown, bboxOf, bboxUnion, EMPTY_BBOX } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { ok, type Result } from '../result.js';
import type { BorderZone } from './border-zone.js';
import { cells } from './cells.js';
import { Linework } from './linework.js';
import { splitLines } from './split-lines.js';
import { ZoneBorder } from './zone-border.js';
import { communesOfSides } from './zone-commune.js';
import { edgeTolerance_m } from './zone-edge.js';
import { SLIVER_m2, zoneGround } from './zone-ground.js';
import type { ZoneOptions } from './zone-options.js';

/** Degrees that are surely more than a metre of latitude or, up to 30° north, of longitude. */
const DEGREES_PER_METRE = 1 / 90_000;
const METHOD = 'ellipsoidal distance to the shared border, edge refined in a local transverse Mercator frame';

/** A zone asked for: of which border, on which side. */
export interface WantedZone {
  readonly border: SharedBorder;
  readonly side: UnitRef;
}

/**
 * Cuts zones of several borders from one set of lines: for each wanted border and side its rings, from the border
 * outwards. Ground of a side counts for the nearest of that side's borders. `widths_m` ascend; every border's two
 * units are among the sides.
 */
export function zoneSet(
  kernel: GeometryKernel,
  given: readonly BorderSide[],
  borders: readonly SharedBorder[],
  wanted: readonly WantedZone[],
  widths_m: readonly number[],
  { communes: members = [], clip = 'pair', ends = 'round' }: Omit<ZoneOptions, 'widths_m'>,
): Result<BorderZone[]> {
  const sides = given.toSorted((a, b) => (unitKey(a) < unitKey(b) ? -1 : 1));
  const numberOf = (unit: UnitRef): number => sides.findIndex((side) => unitKey(side) === unitKey(unit));
  const widest_m = widths_m[widths_m.length - 1] ?? 0;
  const box = borders.reduce((sum, { geometry }) => bboxUnion(sum, bboxOf(geometry)), EMPTY_BBOX);
  const frame = metricFrame(box);
  const near_deg = (widest_m + 1000) * DEGREES_PER_METRE;
  const reach = bboxGrown(
    box,
    near_deg / Math.cos((Math.max(...[box[1], box[3]].map(Math.abs)) * Math.PI) / 180),
    near_deg,
  );
  const lines = borders.map((border) => {
    const [one, other] = [numberOf(border.a), numberOf(border.b)];
    return new ZoneBorder(border, [Math.min(one, other), Math.max(one, other)], frame, widest_m, ends);
  });

  const communes = communesOfSides(members, sides, reach);
  const linework = new Linework(frame, reach, (x, y, radius) =>
    lines.some(({ distance }) =>
      Number.isFinite(distance.at(x, y, widest_m + edgeTolerance_m(widest_m) + radius)),
    ),
  );
  for (const { geometry } of [...sides, ...communes]) {
    for (const ring of geometry.coordinates.flat()) linework.addRing(ring);
  }
  for (const border of lines) {
    for (const width_m of widths_m) {
      const edges = border.edges(kernel, width_m);
      if (!edges.ok) return edges;
      for (const edge of edges.value) linework.addPlanar(edge);
    }
    for (const line of border.endLines()) linework.addPlanar(line);
    if (clip === 'free') for (const line of border.extensions(1.01 * widest_m + 1)) linework.addPlanar(line);
  }
  for (const [index] of sides.entries()) {
    const own = lines.filter(({ left, right }) => left === index || right === index);
    if (own.length > 1) for (const line of splitsOf(own, widest_m)) linework.addPlanar(line);
  }
  const found = cells(kernel, {
    linework,
    sides,
    borders: lines,
    widths_m,
    communes,
    free: clip === 'free',
  });
  if (!found.ok) return found;

  const zones: BorderZone[] = [];
  for (const { border, side } of wanted) {
    const [sideIndex, borderIndex] = [numberOf(side), borders.indexOf(border)];
    for (const [ring, outer_m] of widths_m.entries()) {
      const ground = zoneGround(
        kernel,
        found.value.filter(
          (cell) => cell.side === sideIndex && cell.border === borderIndex && cell.ring === ring,
        ),
        linework,
        communes,
      );
      if (!ground.ok) return ground;
      zones.push({
        pair: `${border.a.code}-${border.b.code}`,
        side: refOf(side),
        other: refOf(unitKey(side) === unitKey(border.a) ? border.b : border.a),
        inner_m: ring === 0 ? 0 : (widths_m[ring - 1] ?? 0),
        outer_m,
        ...ground.value,
        border_length_m: border.length_m,
        drawing: border.drawing,
        accuracy: { outer_edge_m: edgeTolerance_m(outer_m), sliver_m2: SLIVER_m2, method: METHOD },
      });
    }
  }
  return ok(zones);
}

function splitsOf(borders: readonly ZoneBorder[], widest_m: number): ReturnType<typeof splitLines> {
  const box = borders.reduce<Bbox>(
    (sum, { lines }) =>
      bboxUnion(sum, bboxOf({ type: 'MultiLineString', coordinates: lines.map((line) => [...line]) })),
    EMPTY_BBOX,
  );
  const reaches = borders.map(
    ({ distance }) =>
      (x: number, y: number, reach_m: number) =>
        distance.at(x, y, reach_m),
  );
  return splitLines(reaches, bboxGrown(box, widest_m), widest_m);
}

function refOf({ code, vintage, name }: UnitRef): UnitRef {
  return { code, vintage, name };
}
