import type { MultiPolygon } from 'geojson';
import type { GeometryKernel } from '../geometry/kernel.js';
import { dissolve } from '../geometry/partition/dissolve.js';
import { coverageEdges } from '../geometry/partition/edges.js';
import { withMissingVertices } from '../geometry/partition/missing-vertices.js';
import type { Issue } from '../issue.js';
import { ok, okUnless, type Result } from '../result.js';
import { cleanCommunes, type DrawnCommune, VERTEX_TOLERANCE_deg } from './clean-communes.js';
import { type DistrictDrawing, type GroundCell, groundCells } from './ground-cell.js';
import { linksByTo } from './lineage.js';
import { publishedUnits } from './published.js';
import { UnitRecords } from './records.js';
import { type AdminSources, COMMUNES_2025 } from './sources.js';
import type { DrawnUnit } from './unit.js';
import { unitsToDraw } from './units-to-draw.js';

/**
 * Draws the units of both vintages. Drawing `communes-2025`: the communes, made to tile each province exactly; their provinces;
 * and through the lineage the former provinces and districts. All of these are sums of the same cells, so that
 * they share every vertex and their areas add up. Other drawings: as published.
 *
 * Issues: `admin-unit-unknown`, those of the kernel. Notes: `admin-drawing-overlap`, `admin-drawing-contested`, `admin-drawing-gap`,
 * `admin-drawing-splinter`, `admin-commune-undivided`, `admin-district-without-ground`, `admin-unit-incomplete`.
 */
export function drawUnits(kernel: GeometryKernel, sources: AdminSources): Result<DrawnUnit[]> {
  const records = new UnitRecords(sources.records);
  const published = publishedUnits(kernel, sources.published, records);
  const communes = cleanCommunes(kernel, sources, records);
  if (!published.ok || !communes.ok) {
    return okUnless(
      [published, communes].flatMap((result) => (result.ok ? [] : result.issues)),
      [],
    );
  }
  const cells = divide(kernel, sources, communes.value, published.value);
  if (!cells.ok) return cells;
  const plans = unitsToDraw(sources, communes.value, cells.value);

  // Cutting put new vertices on the communes' outlines: their neighbours need them too.
  const grounds = withMissingVertices(
    cells.value.map((cell) => cell.ground),
    VERTEX_TOLERANCE_deg,
  );
  const edges = coverageEdges(grounds);
  const units = plans.value.flatMap(({ level, units: planned }): DrawnUnit[] => {
    const groupOf = new Map(planned.flatMap((unit, group) => unit.cells.map((cell) => [cell, group])));
    const drawn = dissolve(
      edges,
      grounds.map((_, cell) => groupOf.get(cell) ?? -1),
      planned.length,
    );
    return planned.map(({ record, origin }, group) => {
      const geometry = drawn[group] ?? notATiling(level, record.code);
      return { ...record, drawing: COMMUNES_2025, geometry, origin };
    });
  });
  return ok([...units, ...published.value], [...communes.notes, ...cells.notes, ...plans.notes]);
}

function divide(
  kernel: GeometryKernel,
  sources: AdminSources,
  communes: readonly DrawnCommune[],
  published: readonly DrawnUnit[],
): Result<GroundCell[]> {
  const links = linksByTo(sources.lineage);
  const drawings = new Map<string, DistrictDrawing>(
    published
      .filter((unit) => unit.level === 'district' && unit.vintage === sources.former.id)
      .map((unit) => [unit.code, unit]),
  );
  const cells: GroundCell[] = [];
  const notes: Issue[] = [];
  for (const { record, ground } of communes) {
    const ofCommune = links.get(record.code) ?? [];
    const made = groundCells(kernel, { code: record.code, name: record.name, ground }, ofCommune, drawings);
    if (!made.ok) return made;
    cells.push(...made.value);
    notes.push(...made.notes);
  }
  return ok(cells, notes);
}

function notATiling(level: string, code: string): MultiPolygon {
  throw new Error(`the cells of ${level} ${code} do not close, although the communes were repaired`);
}
