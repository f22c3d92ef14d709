import type { MultiPolygon } from 'geojson';
import type { GeometryKernel } from '../geometry/kernel.js';
import { asMultiPolygon, polygonalPart } from '../geometry/polygonal.js';
import { rewind } from '../geometry/winding.js';
import { type Issue, issue } from '../issue.js';
import { ok, okUnless, type Result } from '../result.js';
import { type UnitRecords, unknownUnit } from './records.js';
import type { PublishedDrawing } from './sources.js';
import type { DrawnUnit } from './unit.js';

/**
 * Units of a drawing published whole, as published; several polygons with one code are merged. Ordered as given.
 * Issues: `admin-unit-unknown`, those of the kernel.
 */
export function publishedUnits(
  kernel: GeometryKernel,
  drawings: readonly PublishedDrawing[],
  records: UnitRecords,
): Result<DrawnUnit[]> {
  const byUnit = new Map<string, PublishedDrawing[]>();
  for (const entry of drawings) {
    const key = [entry.drawing, entry.vintage, entry.level, entry.code].join(':');
    byUnit.set(key, [...(byUnit.get(key) ?? []), entry]);
  }
  const units: DrawnUnit[] = [];
  const faults: Issue[] = [];
  for (const parts of byUnit.values()) {
    const [first] = parts;
    if (first === undefined) continue;
    const record = records.get(first.level, first.code, first.vintage);
    const geometry = merged(kernel, parts);
    if (!geometry.ok) faults.push(...geometry.issues);
    if (record === undefined) {
      faults.push(unknownUnit(first.level, first.code, first.vintage, first.source));
    } else if (geometry.ok) {
      const sources = [...new Set(parts.map((part) => part.source))];
      const origin = { sources, communes: [] };
      units.push({ ...record, drawing: first.drawing, geometry: geometry.value, origin });
    }
  }
  return okUnless(faults, units);
}

function merged(kernel: GeometryKernel, parts: readonly PublishedDrawing[]): Result<MultiPolygon> {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return ok(rewind(asMultiPolygon(first.geometry)));
  const union = kernel.union(parts.map((part) => part.geometry));
  if (!union.ok) return union;
  const ground = polygonalPart(union.value);
  if (ground.coordinates.length > 0) return ok(ground);
  return okUnless(
    [
      issue(
        'admin-drawing-empty',
        [first?.source ?? '', first?.code ?? ''],
        `Nét vẽ của đơn vị ${first?.code ?? ''} không có diện tích.`,
        `The drawing of unit ${first?.code ?? ''} has no area.`,
      ),
    ],
    { type: 'MultiPolygon', coordinates: [] },
  );
}
