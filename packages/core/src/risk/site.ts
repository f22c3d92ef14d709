import type { Geometry } from 'geojson';
import type { UnitRef } from '../admin/unit.js';
import { RULE_SUBJECTS } from '../documents/document.js';
import type { IsoDate } from '../units.js';

/** What is done there; `groundwater`: a well. */
export const SITE_ACTIVITIES = [...RULE_SUBJECTS, 'unknown'] as const;
export type SiteActivity = (typeof SITE_ACTIVITIES)[number];

/** How well a site's position is known. */
export type SitePrecision =
  /** Surveyed or drawn: the geometry is the site, give or take. */
  | { readonly kind: 'position'; readonly error_m: number; readonly method: string }
  /** Known only by the communes it was published under: it lies somewhere in them. */
  | { readonly kind: 'communes'; readonly communes: readonly UnitRef[] };

export interface Site {
  readonly id: string;
  readonly name: string;
  /** WGS 84 lon/lat; for `precision.kind === "communes"` a point to draw, never to measure from. */
  readonly geometry: Geometry;
  readonly precision: SitePrecision;
  readonly activity: SiteActivity;
  readonly mineral: { readonly vi: string; readonly en: string } | null;
  readonly areaDeclared_m2: number | null;
  readonly decision: {
    readonly number: string;
    readonly date: IsoDate | null;
    readonly issuer: string | null;
  } | null;
  /** As read, for the popup and for round trips. */
  readonly properties: Readonly<Record<string, unknown>>;
}
