import type { DrawnUnit, GeometryKernel, UnitRef, UnitRegistry } from '@giapranh/core';
import { unitKey } from '@giapranh/core';
import type { Position } from 'geojson';

/**
 * A point inside each drawn commune; for a commune of before a reform, inside the commune that has its ground now.
 * Points to draw, never to measure from.
 */
export function communePoints(
  kernel: GeometryKernel,
  units: readonly DrawnUnit[],
  registry: UnitRegistry,
): (commune: UnitRef) => Position | undefined {
  const drawn = new Map(
    units.filter((unit) => unit.level === 'commune').map((unit) => [unitKey(unit), unit]),
  );
  const known = new Map<string, Position | undefined>();
  const find = (commune: UnitRef): Position | undefined => {
    const own = drawn.get(unitKey(commune));
    const heirs = registry.lineage.filter(
      (link) => link.from.code === commune.code && link.from.vintage === commune.vintage,
    );
    const unit = own ?? heirs.map((link) => drawn.get(unitKey(link.to))).find((heir) => heir !== undefined);
    if (unit === undefined) return undefined;
    const point = kernel.pointOnSurface(unit.geometry);
    return point.ok ? point.value : undefined;
  };
  return (commune) => {
    const key = unitKey(commune);
    if (!known.has(key)) known.set(key, find(commune));
    return known.get(key);
  };
}
