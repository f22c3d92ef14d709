import type { MultiPolygon } from 'geojson';
import { ok, type Result } from '../../result.js';
import type { GeometryKernel } from '../kernel.js';
import { asMultiPolygon } from '../polygonal.js';
import { dissolve } from './dissolve.js';
import { type Cell, coverageEdges } from './edges.js';
import { type CellGap, gapsOf } from './gaps.js';
import { withMissingVertices } from './missing-vertices.js';
import { type CellOverlap, withoutOverlaps } from './overlaps.js';
import { type CellSplinter, withoutSplinters } from './splinters.js';

export interface RepairedCoverage {
  /** In the order given, each a valid multipolygon; neighbours match vertex by vertex. */
  readonly cells: MultiPolygon[];
  /** What was covered twice, now once. */
  readonly overlaps: readonly CellOverlap[];
  /** What is covered twice and stays so, as `maySeparate` asks. */
  readonly contested: readonly CellOverlap[];
  /** What was covered by none, now by its neighbour. */
  readonly gaps: readonly CellGap[];
  /** Detached specks, dropped before everything else. */
  readonly splinters: readonly CellSplinter[];
}

export interface RepairOptions {
  /** Whether an overlap of two cells may be decided for the earlier one; always when absent. */
  readonly maySeparate?: (a: number, b: number) => boolean;
  /** Detached parts below this planar area are splinters. */
  readonly minPartArea: number;
  /** Holes up to this planar area are gaps between neighbours; larger ones are ground of somebody else. */
  readonly maxGapArea: number;
  /** A vertex this near to an edge lies on it. Planar, units of the coordinates. */
  readonly vertexTolerance: number;
}

/**
 * Polygons that almost tile the plane, made to tile it: detached specks go, overlaps go to the earlier cell, small gaps to the
 * neighbour with the longest edge, T-junctions get their vertex. All other vertices stay bit for bit.
 */
export function repairCoverage(
  kernel: GeometryKernel,
  cells: readonly Cell[],
  options: RepairOptions,
): Result<RepairedCoverage> {
  const { cells: solid, splinters } = withoutSplinters(cells, options.minPartArea);
  const separated = withoutOverlaps(kernel, solid, options.maySeparate);
  if (!separated.ok) return separated;
  const matched = withMissingVertices(separated.value.cells, options.vertexTolerance);
  const gaps = gapsOf(coverageEdges(matched), matched.length, options.maxGapArea);
  const filled = [...matched, ...gaps.map((gap) => gap.ground)];
  const owner = [...matched.keys(), ...gaps.map((gap) => gap.neighbour)];
  const dissolved = dissolve(coverageEdges(filled), owner, matched.length);
  return ok({
    cells: dissolved.map(
      (ground, at) => ground ?? asMultiPolygon(matched[at] ?? { type: 'MultiPolygon', coordinates: [] }),
    ),
    overlaps: separated.value.overlaps,
    contested: separated.value.contested,
    gaps,
    splinters,
  });
}
