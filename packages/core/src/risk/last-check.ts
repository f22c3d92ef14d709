import type { Geometry } from 'geojson';
import type { UnitRegistry } from '../admin/registry.js';
import { predecessors, successors } from '../admin/succession.js';
import type { AdminUnit } from '../admin/unit.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import type { IsoDate } from '../units.js';
import type { ContextFeature } from './context-feature.js';
import { ageOn, propertyText } from './kinds/age.js';
import type { Figure } from './kinds/threshold.js';
import { writtenDay } from './kinds/written-day.js';
import type { RiskGround } from './risk-ground.js';

export interface LastCheck {
  /** The day as it was written. */
  readonly written: string;
  /** Days before the day asked about; a month or a year leaves it open. */
  readonly age: Figure;
}

interface Checking {
  readonly registry: UnitRegistry;
  readonly kernel: GeometryKernel;
  readonly ground: RiskGround;
  readonly asOf: IsoDate;
}

interface CheckFields {
  readonly day_property: string;
  readonly commune_property: string;
}

/**
 * The last inspection of a unit before a day. An inspection is of the commune whose code it names, in the vintage of
 * its own day and carried by lineage; without a code, of the drawn unit its place lies in. `null`: none is known.
 */
export function checksOf(
  world: Checking,
  inspections: readonly ContextFeature[],
  fields: CheckFields,
  unit: AdminUnit,
): LastCheck | null {
  const known = inspections.flatMap((inspection): LastCheck[] => {
    const written = propertyText(inspection.properties, fields.day_property);
    const age = ageOn(world.asOf, written);
    if (age === null || !isOf(world, inspection, fields, unit)) return [];
    return [{ written, age }];
  });
  return known.toSorted((a, b) => a.age.value - b.age.value || a.age.error - b.age.error)[0] ?? null;
}

function isOf(
  { registry, kernel, ground }: Checking,
  inspection: ContextFeature,
  { day_property, commune_property }: CheckFields,
  unit: AdminUnit,
): boolean {
  const code = propertyText(inspection.properties, commune_property);
  if (code !== '') {
    const day = writtenDay(propertyText(inspection.properties, day_property));
    const vintage = day === undefined ? undefined : registry.vintageAt(day.last);
    const checked = vintage?.ok === true ? registry.get(code, vintage.value.id) : undefined;
    if (checked === undefined) return false;
    if (checked.vintage === unit.vintage)
      return checked.code === unit.code || checked.districtCode === unit.code;
    return [...successors(registry, checked), ...predecessors(registry, checked)].some(
      ({ unit: kin }) => kin.code === unit.code && kin.vintage === unit.vintage,
    );
  }
  const drawn = ground.units.find((candidate) => candidate.code === unit.code);
  return drawn !== undefined && meets(kernel, drawn.geometry, inspection.geometry);
}

/** Whether a place lies in a unit, or meets it. */
function meets(kernel: GeometryKernel, unit: Geometry, place: Geometry): boolean {
  const ground = kernel.prepare(unit);
  if (!ground.ok) return false;
  const met = ground.value.intersects(place);
  ground.value.dispose();
  return met.ok && met.value;
}
