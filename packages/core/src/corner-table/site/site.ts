import type { Writing } from '../points/writing.js';
import type { Part } from '../sections/draft.js';
import type { DeclaredArea } from '../statement/area.js';
import type { DeclaredDecision, Shape } from '../statement/attributes.js';
import type { DeclaredPlace } from '../statement/places.js';
import type { StatedSystem } from '../statement/stated-system.js';

/** What the document says of a site beside its coordinates. */
export interface Declared {
  readonly places: readonly DeclaredPlace[];
  readonly area: DeclaredArea | null;
  readonly mineral: string | null;
  readonly decision: DeclaredDecision | null;
}

/** A site of the table, read but not placed: nothing here depends on a coordinate system. */
export interface TableSite {
  /** Counted from 1 in table order. */
  readonly id: string;
  readonly name: string | null;
  /** Its sheet, where there are several. */
  readonly sheet: string | null;
  readonly shape: Shape;
  readonly parts: readonly Part[];
  readonly declared: Declared;
  readonly stated: StatedSystem;
  /** The system stated over a second pair of columns with the same points, if there is one. */
  readonly secondStated: StatedSystem | null;
  readonly writing: Writing;
}

export function pointsOf(site: TableSite) {
  return site.parts.flatMap((part) => part.points);
}
