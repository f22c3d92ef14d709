import type { Geometry, MultiPolygon, Position } from 'geojson';
import { type UnitRef, unitKey } from '../admin/unit.js';
import { geodesicDistance_m } from '../geodesy/length.js';
import { type Bbox, bboxOf } from '../geometry/bbox.js';
import { type PointLocator, pointLocator } from '../geometry/point-location.js';
import { BorderIndex } from './border-index.js';
import type { BorderSide } from './border-side.js';
import type { SharedBorder } from './shared-border.js';
import { nearestToGeometry } from './site-distance.js';
import { type TriPoint, triPoints } from './tri-point.js';

/** Where a place stands to the nearest of some borders. */
export interface NearestBorder {
  readonly border: SharedBorder;
  /** On the ellipsoid, to the line between the vertices. 0 for a site that the border crosses. */
  readonly distance_m: number;
  /**
   * The distance with a sign: positive in the ground of `border.a`, negative in that of `border.b`; `null` where the
   * place lies in neither, or surely in neither one.
   */
  readonly signed_m: number | null;
  /** The place of the border that is nearest. */
  readonly nearest: Position;
  /**
   * The unit of the pair the place lies in; `undetermined` when the border is nearer than the error bars of place
   * and line; `neither` when it lies in a third unit or outside all.
   */
  readonly side: UnitRef | 'undetermined' | 'neither';
  /** The unit across the border from `side`; `null` where that is not a unit. */
  readonly facing: UnitRef | null;
  /** The commune across the border at its nearest place; `null` where none was given or the side is not sure. */
  readonly facingCommune: UnitRef | null;
  /** Of the places where three of the given borders' units meet. */
  readonly triPoint: { readonly triPoint: TriPoint; readonly distance_m: number } | null;
}

export interface LocateOptions {
  /** How far the place may be off. Default 0. */
  readonly error_m?: number;
  /** Borders farther than this are not looked for. Default: any. */
  readonly reach_m?: number;
}

/** Answers for many places which border is nearest. */
export interface BorderLocator {
  /** `null` when no border is within reach. */
  nearest(place: Position, options?: LocateOptions): NearestBorder | null;
  /** The same for a site of any shape: the shortest way from any of its points. `null` for an empty one too. */
  nearestToSite(site: Geometry, options?: LocateOptions): NearestBorder | null;
  /**
   * Distances of very many places, given as longitude and latitude in turn: metres to the nearest border, positive to
   * its left (the unit of the smaller key), negative to its right. NaN for what is no position.
   */
  signedDistances_m(lonLats: Float64Array): Float64Array;
}

/** A commune that may face a place. */
export interface FacingCommune extends UnitRef {
  readonly geometry: MultiPolygon;
}

/** How far across the border the facing commune is looked up, in steps: lines drawn twice leave gaps. */
const ACROSS_m = [1, 5, 25];

/**
 * Prepares borders to be asked about many places. `sides` are the units the borders part; `line_error_m` is how far
 * the drawing may lie from the legal line; `communes` are those that may face a place. Places and borders should lie
 * within a few degrees of each other.
 */
export function borderLocator(
  borders: readonly SharedBorder[],
  sides: readonly BorderSide[],
  line_error_m = 0,
  communes: readonly FacingCommune[] = [],
): BorderLocator {
  const index = new BorderIndex(borders);
  const corners = triPoints(borders);
  const grounds = new Map<string, PointLocator>();
  for (const side of sides) grounds.set(unitKey(side), pointLocator(side.geometry));
  const facing = new FacingCommunes(communes);

  function answer(
    place: Position,
    found: { border: number; distance_m: number; nearest: Position },
    error_m: number,
  ) {
    const border = borders[found.border];
    if (border === undefined) return null;
    const { distance_m, nearest } = found;
    const [lon = 0, lat = 0] = place;
    const unit = [border.a, border.b].find((one) => grounds.get(unitKey(one))?.contains(lon, lat));
    const unsure = distance_m <= error_m + line_error_m;
    const side = unsure ? 'undetermined' : (unit ?? 'neither');
    const across = unsure || unit === undefined ? null : unit === border.a ? border.b : border.a;
    return {
      border,
      distance_m,
      signed_m: across === null ? null : across === border.b ? distance_m : -distance_m,
      nearest,
      side,
      facing: across,
      facingCommune:
        across === null ? null : facing.across(index, place, nearest, grounds.get(unitKey(across))),
      triPoint: nearestCorner(corners, place),
    } satisfies NearestBorder;
  }

  return {
    nearest(place, { error_m = 0, reach_m = Number.POSITIVE_INFINITY } = {}) {
      const found = index.nearest(place, reach_m);
      return found === null ? null : answer(place, found, error_m);
    },
    nearestToSite(site, { error_m = 0, reach_m = Number.POSITIVE_INFINITY } = {}) {
      const found = nearestToGeometry(index, site, reach_m);
      return found === null ? null : answer(found.from, found, error_m);
    },
    signedDistances_m: (lonLats) => index.signedDistances_m(lonLats),
  };
}

function nearestCorner(corners: readonly TriPoint[], place: Position): NearestBorder['triPoint'] {
  let best: NearestBorder['triPoint'] = null;
  for (const triPoint of corners) {
    const distance_m = geodesicDistance_m(place, triPoint.position);
    if (best === null || distance_m < best.distance_m) best = { triPoint, distance_m };
  }
  return best;
}

/** The communes, each looked into only when a place is near. */
class FacingCommunes {
  readonly #communes: readonly FacingCommune[];
  readonly #boxes: readonly Bbox[];
  readonly #locators = new Map<number, PointLocator>();

  constructor(communes: readonly FacingCommune[]) {
    this.#communes = communes;
    this.#boxes = communes.map(({ geometry }) => bboxOf(geometry));
  }

  /** The commune a step beyond the border, as seen from a place, within the ground of the unit there. */
  across(
    { frame }: BorderIndex,
    place: Position,
    nearest: Position,
    ground: PointLocator | undefined,
  ): UnitRef | null {
    if (this.#communes.length === 0) return null;
    const [x0, y0] = frame.toMetric(place);
    const [x1, y1] = frame.toMetric(nearest);
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length === 0) return null;
    for (const step_m of ACROSS_m) {
      const [lon, lat] = frame.toLonLat([
        x1 + ((x1 - x0) / length) * step_m,
        y1 + ((y1 - y0) / length) * step_m,
      ]);
      if (ground !== undefined && !ground.contains(lon, lat)) continue;
      const commune = this.#at(lon, lat);
      if (commune !== null) return commune;
    }
    return null;
  }

  #at(lon: number, lat: number): UnitRef | null {
    for (const [index, [west, south, east, north]] of this.#boxes.entries()) {
      const commune = this.#communes[index];
      if (commune === undefined || lon < west || lon > east || lat < south || lat > north) continue;
      const locator = this.#locators.get(index) ?? pointLocator(commune.geometry);
      this.#locators.set(index, locator);
      if (locator.contains(lon, lat)) {
        return { code: commune.code, vintage: commune.vintage, name: commune.name };
      }
    }
    return null;
  }
}
