import { geodesicArea_m2 } from '../../geodesy/area.js';
import { geodesicLength_m } from '../../geodesy/length.js';
import { ok, type Result } from '../../result.js';
import type { GeometryKernel } from '../kernel.js';
import { dissolve } from './dissolve.js';
import { type Cell, coverageEdges, ringsOf } from './edges.js';
import { gapsOf } from './gaps.js';
import { withMissingVertices } from './missing-vertices.js';
import { everyEdge } from './open-edges.js';
import { withoutOverlaps } from './overlaps.js';

/** How well lon/lat polygons tile the ground, as they are, nothing repaired. */
export interface CoverageMeasure {
  /** Length of the borders inside the coverage, metres. */
  readonly inner_m: number;
  /** The part of it that both neighbours draw with the same segments. */
  readonly matched_m: number;
  /** Pairs that cover ground twice, as indices into the list given. */
  readonly overlaps: readonly { readonly a: number; readonly b: number; readonly area_m2: number }[];
  /** Holes that no polygon covers. */
  readonly gaps: readonly { readonly neighbour: number; readonly area_m2: number }[];
}

export interface CoverageMeasureOptions {
  /** Larger holes (square degrees) are somebody else's ground. Default 1e-6, about a hectare. */
  readonly maxGapArea_deg2?: number;
  /** A vertex this near to an edge lies on it. Default 1e-11°, about a micrometre. */
  readonly vertexTolerance_deg?: number;
}

/** Measures a coverage of lon/lat polygons on the ellipsoid. Issues: those of the kernel. */
export function measureCoverage(
  kernel: GeometryKernel,
  cells: readonly Cell[],
  options: CoverageMeasureOptions = {},
): Result<CoverageMeasure> {
  const { maxGapArea_deg2 = 1e-6, vertexTolerance_deg = 1e-11 } = options;
  const separated = withoutOverlaps(kernel, cells);
  if (!separated.ok) return separated;
  const tiled = withMissingVertices(separated.value.cells, vertexTolerance_deg);
  const edges = coverageEdges(tiled);
  const [whole] = dissolve(edges, new Array<number>(tiled.length).fill(0), 1);
  const gaps = gapsOf(edges, tiled.length, maxGapArea_deg2);

  let open_m = 0;
  let matched_m = 0;
  for (const edge of everyEdge(coverageEdges(cells))) {
    const length_m = geodesicLength_m({ type: 'LineString', coordinates: [...edge.ends] });
    if (edge.open) open_m += length_m;
    else matched_m += length_m / 2;
  }
  const outline_m = whole === null || whole === undefined ? 0 : perimeter_m(whole);
  return ok({
    inner_m: Math.max(matched_m, matched_m + (open_m - outline_m) / 2),
    matched_m,
    overlaps: separated.value.overlaps.map(({ keeper, loser, ground }) => ({
      a: keeper,
      b: loser,
      area_m2: geodesicArea_m2(ground),
    })),
    gaps: gaps.map(({ neighbour, ground }) => ({ neighbour, area_m2: geodesicArea_m2(ground) })),
  });
}

function perimeter_m(ground: Cell): number {
  return ringsOf(ground).reduce(
    (sum, ring) => sum + geodesicLength_m({ type: 'LineString', coordinates: ring }),
    0,
  );
}
