import type { Position } from 'geojson';
import { type UnitRef, unitKey } from '../admin/unit.js';
import { geodesicDistance_m } from '../geodesy/length.js';
import type { SharedBorder } from './shared-border.js';

/** A place where three or more units meet. */
export interface TriPoint {
  readonly position: Position;
  /** By key. */
  readonly units: readonly UnitRef[];
}

/** Ends this near each other are one place: borders found with tolerance may stop a little short of it. */
const ONE_PLACE_m = 20;

/**
 * The places where ends of the given borders meet and together name three units or more. A place that lies on no
 * given border is not found: ask with all borders around it. Ordered from west to east.
 */
export function triPoints(borders: readonly SharedBorder[]): TriPoint[] {
  const places: { position: Position; units: Map<string, UnitRef> }[] = [];
  for (const { a, b, geometry } of borders) {
    for (const part of geometry.coordinates) {
      for (const end of [part[0], part[part.length - 1]]) {
        if (end === undefined) continue;
        let place = places.find(({ position }) => geodesicDistance_m(position, end) <= ONE_PLACE_m);
        if (place === undefined) {
          place = { position: end, units: new Map() };
          places.push(place);
        }
        place.units.set(unitKey(a), a);
        place.units.set(unitKey(b), b);
      }
    }
  }
  return places
    .filter(({ units }) => units.size >= 3)
    .map(({ position, units }) => ({
      position,
      units: [...units.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unit]) => unit),
    }))
    .sort((a, b) => (a.position[0] ?? 0) - (b.position[0] ?? 0));
}
