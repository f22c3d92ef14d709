import type { Geometry } from 'geojson';
import { type DrawnUnit, type UnitRef, unitRef } from '../admin/unit.js';
import { bboxesMeet, bboxOf } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { ok, type Result } from '../result.js';
import type { IsoDate } from '../units.js';
import { type BorderContact, borderContact } from './border-contact.js';
import { smallestUnits } from './border-units.js';
import { nearestLine } from './nearest-line.js';
import type { RiskContext } from './risk-context.js';

/** Where something that was seen lies: in which unit, on which side of the border, and who answers on both. */
export interface BorderPlace {
  /** The commune, or district where none are drawn, that holds its middle; `null` outside all. */
  readonly unit: UnitRef | null;
  readonly province: UnitRef | null;
  /**
   * `own`: the side of the profile's subject, `other`: the neighbour's, `both`: it surely crosses; `null` where the
   * border is nearer than the error bars tell apart, or it lies in neither.
   */
  readonly bank: 'own' | 'other' | 'both' | null;
  /** Of the nearest border; the facing commune is its `other` (`own` for what lies on the neighbour's side). */
  readonly contact: BorderContact | null;
}

/** `error_m`: how far the place may be off. Issues: those of the day and its ground. */
export function borderPlace(
  context: RiskContext,
  place: Geometry,
  asOf: IsoDate,
  error_m = 0,
): Result<BorderPlace> {
  const vintage = context.registry.vintageAt(asOf);
  if (!vintage.ok) return vintage;
  const ground = context.ground(vintage.value.id);
  if (!ground.ok) return ground;
  const middle = context.kernel.pointOnSurface(place);
  const at: Geometry = middle.ok ? { type: 'Point', coordinates: middle.value } : place;
  const contact = at.type === 'Point' ? borderContact(context, at.coordinates, asOf) : ok(null);
  if (!contact.ok) return contact;
  const { subject, neighbours, vintage: day } = ground.value;
  const line = nearestLine(ground.value, place);
  const sides = [subject, ...neighbours].filter((side) => holds(context.kernel, side, place));
  const isUnsure = line !== null && line.distance_m <= error_m + day.accuracy_m && place.type === 'Point';
  const [first] = sides;
  const [unit] = smallestUnits(ground.value).filter((one) => holds(context.kernel, one, at));
  const own = sides.includes(subject);
  const bank = first === undefined || isUnsure ? null : sides.length > 1 ? 'both' : own ? 'own' : 'other';
  return ok({
    unit: unit === undefined ? null : unitRef(unit),
    province: first === undefined ? null : unitRef(first),
    bank,
    contact: contact.value,
  });
}

function holds(kernel: GeometryKernel, unit: DrawnUnit, place: Geometry): boolean {
  if (!bboxesMeet(bboxOf(unit.geometry), bboxOf(place))) return false;
  const prepared = kernel.prepare(unit.geometry);
  if (!prepared.ok) return false;
  const met = prepared.value.intersects(place);
  prepared.value.dispose();
  return met.ok && met.value;
}
