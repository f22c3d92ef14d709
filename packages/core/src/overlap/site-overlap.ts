import type { Geometry, MultiPolygon } from 'geojson';
import type { UnitRef } from '../admin/unit.js';

/** What is asked about: a site as it is known. */
export interface OverlapSite {
  readonly id: string;
  /** WGS 84 lon/lat; not measured from when the site is known only by its communes. */
  readonly geometry: Geometry;
  readonly precision:
    | { readonly kind: 'position'; readonly error_m: number }
    | { readonly kind: 'communes'; readonly communes: readonly UnitRef[] };
}

/** Something a site may lie in or near: a unit, a zone, a prohibited area, a road. */
export interface OverlapFeature {
  readonly id: string;
  readonly layer: string;
  /** WGS 84 lon/lat. */
  readonly geometry: Geometry;
  /** How far its lines may lie from the truth; default `OverlapOptions.feature_error_m`. */
  readonly error_m?: number;
}

export interface OverlapOptions {
  /** Sites outside a feature are reported, as `out`, when they are this near. Default 0: only what meets. */
  readonly within_m?: number;
  /** The accuracy of features that state none. Default 0. */
  readonly feature_error_m?: number;
  /** Whether the common part itself is wanted, not only its measures. Default false. */
  readonly parts?: boolean;
  /** The ground of the communes that sites may be known by. */
  readonly communes?: readonly CommuneGround[];
}

export interface CommuneGround extends UnitRef {
  readonly geometry: MultiPolygon;
}

/**
 * `in`: they share ground wherever both are within their error bars. `out`: they share none. `undetermined`: the
 * error bars, or the communes that the site is known by, allow both; two that only touch without any error bar too.
 */
export type OverlapVerdict = 'in' | 'out' | 'undetermined';

/** What one site and one feature have in common. */
export interface SiteOverlap {
  readonly site_id: string;
  readonly layer: string;
  readonly feature_id: string;
  /** What was measured: the site's own shape, or the communes it lies somewhere in. */
  readonly measured: 'site' | 'communes';
  /** Common ground on the ellipsoid; 0 where one of the two has no area. */
  readonly area_m2: number;
  /** Length of the line of the one that lies in the other, on the ellipsoid; 0 where neither is a line. */
  readonly length_m: number;
  /** The part of the site (by area, else by length, else by number of points) that lies in the feature, 0 to 1. */
  readonly share: number;
  /** Shortest distance on the ellipsoid; 0 where they meet. */
  readonly distance_m: number;
  /** How far site and feature together may be off. */
  readonly error_m: number;
  readonly verdict: OverlapVerdict;
  /** What the two have in common, WGS 84 lon/lat; only where asked for by `OverlapOptions.parts`, and they meet. */
  readonly part?: Geometry;
}
