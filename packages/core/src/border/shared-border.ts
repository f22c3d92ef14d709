import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { type DrawingId, type UnitRef, unitKey } from '../admin/unit.js';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { geodesicLength_m } from '../geodesy/length.js';
import { metricFrame } from '../geodesy/metric-frame.js';
import { type Bbox, bboxUnion, EMPTY_BBOX } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { polygonalPart } from '../geometry/polygonal.js';
import { type Issue, issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { type BorderSide, commonBox, ringsOf } from './border-side.js';
import { commonEdges } from './common-edges.js';
import { borderGaps_m2 } from './gaps.js';
import { type NearEdge, nearEdges } from './near-edges.js';
import { type OutlineEdge, outlineWithin } from './outline.js';
import { type BorderPiece, pieceOf } from './piece.js';
import { pointTouches } from './point-touches.js';
import { lineOfRun } from './ring-line.js';
import { largestSnap_m, type RingRun, ringRuns } from './runs.js';
import { pairFaults } from './side-faults.js';

/** How much of a border had to be matched by nearness, and how far. */
export interface SnapReport {
  readonly tolerance_m: number;
  /** Length of the border that lies on the first side's line only, the other side's being near. */
  readonly snapped_length_m: number;
  /** The farthest that a snapped stretch lies from the other side's line. */
  readonly largest_snap_m: number;
}

/** The line two units share. */
export interface SharedBorder {
  readonly a: UnitRef;
  readonly b: UnitRef;
  readonly drawing: DrawingId;
  /**
   * WGS 84 lon/lat, with the vertices of the drawing. Each part runs with the unit of the smaller key
   * (`vintage:code`) on its left, and the parts follow one another along that unit's outline, beginning after the
   * longest stretch that is not shared. The same whichever unit is named first.
   */
  readonly geometry: MultiLineString;
  /** On the ellipsoid. */
  readonly length_m: number;
  readonly parts: number;
  /** Each part of the line, in its order: an open stretch, or a closed one around an island or enclave. */
  readonly pieces: readonly BorderPiece[];
  /** Ground that both drawings claim, anywhere: 0 where the drawings are clean. */
  readonly overlap_m2: number;
  /** Ground between the two lines, within the tolerance, that neither drawing claims. */
  readonly gap_m2: number;
  /** Where the units touch in a point only, apart from the ends of the parts. */
  readonly pointTouches: readonly Position[];
  readonly snap: SnapReport;
}

export interface SharedBorderOptions {
  /** Lines this near that run along each other are one border. Default 2 m. */
  readonly tolerance_m?: number;
}

const DEFAULT_TOLERANCE_m = 2;
/** Grows the common box: about twice the default tolerance at these latitudes, in degrees. */
const METRES_PER_DEGREE = 100_000;

/**
 * The border two units share: their common linework where the vertices match, and the first side's line (by key)
 * where the other side's runs along it within the tolerance. Refuses units that share no line.
 *
 * Works for any two units of any level or vintage. Units drawn by different hands are noted, as little of their
 * linework can match.
 */
export function sharedBorder(
  kernel: GeometryKernel,
  a: BorderSide,
  b: BorderSide,
  options: SharedBorderOptions = {},
): Result<SharedBorder> {
  const tolerance_m = options.tolerance_m ?? DEFAULT_TOLERANCE_m;
  const [fault, ...moreFaults] = pairFaults(a, b);
  if (fault !== undefined) return err(fault, ...moreFaults);
  const [first, second] = unitKey(a) <= unitKey(b) ? [a, b] : [b, a];
  const box = commonBox(first, second, (2 * tolerance_m) / METRES_PER_DEGREE);
  if (box === null) return err(noBorder(a, b, []));
  const frame = metricFrame(box);
  const outlines = [outlineWithin(first, box, frame), outlineWithin(second, box, frame)] as const;
  const common = commonEdges(outlines[0], outlines[1], boxOfEdges(outlines.flat()));
  const near = tolerance_m > 0 ? nearEdges(common.loose.first, common.loose.second, tolerance_m) : [];
  const rings = ringsOf(first);
  const edgesIn = (ring: number): number => (rings[ring]?.length ?? 1) - 1;
  const runs = ringRuns(edgesIn, common.matched, near, tolerance_m);

  const lines = runs.map((run) => lineOfRun(rings[run.ring] ?? [], run.from, run.to));
  const touches = pointTouches(outlines[0], common, near, lines, frame);
  if (lines.length === 0) return err(noBorder(a, b, touches));
  const geometry: MultiLineString = { type: 'MultiLineString', coordinates: lines };
  const grounds = measurable(kernel, first, second);
  if (!grounds.ok) return grounds;
  const doubled = kernel.intersection(...grounds.value);
  if (!doubled.ok) return doubled;
  const snap = snapReport(tolerance_m, runs, rings, near, edgesIn);
  const gap_m2 =
    snap.snapped_length_m === 0 ? ok(0) : borderGaps_m2(kernel, grounds.value, geometry, tolerance_m);
  if (!gap_m2.ok) return gap_m2;
  return ok(
    {
      a: { code: a.code, vintage: a.vintage, name: a.name },
      b: { code: b.code, vintage: b.vintage, name: b.name },
      drawing: a.drawing === b.drawing ? a.drawing : `${first.drawing}+${second.drawing}`,
      geometry,
      length_m: geodesicLength_m(geometry),
      parts: lines.length,
      pieces: lines.map(pieceOf),
      overlap_m2: geodesicArea_m2(polygonalPart(doubled.value)),
      gap_m2: gap_m2.value,
      pointTouches: touches,
      snap,
    },
    [...drawingNotes(a, b), ...grounds.notes],
  );
}

function snapReport(
  tolerance_m: number,
  runs: readonly RingRun[],
  rings: readonly (readonly Position[])[],
  near: readonly NearEdge[],
  edgesIn: (ring: number) => number,
): SnapReport {
  let [snapped_length_m, largest_snap_m] = [0, 0];
  for (const run of runs) {
    const nearOfRing = new Map(
      near.filter((found) => found.edge.ring === run.ring).map((found) => [found.edge.edge, found]),
    );
    for (const [from, to] of run.snapped) {
      snapped_length_m += geodesicLength_m(lineOfRun(rings[run.ring] ?? [], from, to));
      largest_snap_m = Math.max(largest_snap_m, largestSnap_m({ from, to }, edgesIn(run.ring), nearOfRing));
    }
  }
  return { tolerance_m, snapped_length_m, largest_snap_m };
}

function boxOfEdges(edges: readonly OutlineEdge[]): Bbox {
  return edges.reduce<Bbox>(
    (box, { x0, y0, x1, y1 }) =>
      bboxUnion(box, [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]),
    EMPTY_BBOX,
  );
}

function noBorder(a: UnitRef, b: UnitRef, touches: readonly Position[]): Issue {
  if (touches.length > 0) {
    return issue(
      'border-point-only',
      [],
      `${a.name} và ${b.name} chỉ chạm nhau tại ${touches.length} điểm, không có đường giáp ranh.`,
      `${a.name} and ${b.name} touch in ${touches.length} point(s) only: they share no line.`,
    );
  }
  return issue(
    'border-none',
    [],
    `${a.name} và ${b.name} không giáp nhau.`,
    `${a.name} and ${b.name} share no border.`,
    {
      vi: 'Kiểm tra mốc thời gian và bộ nét vẽ của hai đơn vị; nét vẽ khác nguồn có thể lệch nhau quá sai số khớp.',
      en: 'Check the vintage and the drawing of both: drawings of different origin may lie farther apart than the tolerance.',
    },
  );
}

/** The grounds of both sides for overlap and gaps; invalid ones repaired, with a note. The border is that of the lines. */
function measurable(
  kernel: GeometryKernel,
  first: BorderSide,
  second: BorderSide,
): Result<[MultiPolygon, MultiPolygon]> {
  const notes: Issue[] = [];
  const repaired: MultiPolygon[] = [];
  for (const side of [first, second]) {
    const reason = kernel.invalidReason(side.geometry);
    if (!reason.ok) return reason;
    if (reason.value === null) {
      repaired.push(side.geometry);
      continue;
    }
    const valid = kernel.makeValid(side.geometry);
    if (!valid.ok) return valid;
    repaired.push(polygonalPart(valid.value));
    notes.push(
      issue(
        'border-side-repaired',
        [side.code],
        `Hình của ${side.name} không hợp lệ; phần chồng lấn và khe hở được đo trên hình đã sửa.`,
        `The geometry of ${side.name} is invalid (${reason.value.reason}); overlap and gaps were measured on a repaired one.`,
      ),
    );
  }
  const [one, other] = repaired;
  return one === undefined || other === undefined
    ? err(noBorder(first, second, []))
    : ok([one, other], notes);
}

function drawingNotes(a: BorderSide, b: BorderSide): Issue[] {
  if (a.drawing === b.drawing) return [];
  return [
    issue(
      'border-drawings-differ',
      [],
      `Hai đơn vị được vẽ từ hai nguồn khác nhau (${a.drawing}, ${b.drawing}).`,
      `The two units are drawn by different hands (${a.drawing}, ${b.drawing}).`,
    ),
  ];
}
