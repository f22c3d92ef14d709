import type { Geometry, MultiPolygon } from 'geojson';
import type { DrawingId } from '../admin/unit.js';
import { geodesicArea_m2 } from '../geodesy/area.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { polygonalPart } from '../geometry/polygonal.js';
import { issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import type { BorderZone, ZoneShare } from './border-zone.js';
import type { ZoneMember } from './zone-commune.js';
import { SLIVER_m2 } from './zone-ground.js';

/** A zone that a list of communes makes, alone or together with what lies near a border. */
export interface CommuneZone {
  /** WGS 84 lon/lat, RFC 7946 winding. */
  readonly geometry: MultiPolygon;
  /** On the ellipsoid; ground in a listed commune and near the border counts once. */
  readonly area_m2: number;
  /** Each commune with what of it lies in the zone, by code; those of the list whole. */
  readonly communes: readonly ZoneShare[];
  /** Codes of the list. */
  readonly listed: readonly string[];
  /** The distance the zone reaches from the border beyond the list; `null` when it is the list alone. */
  readonly within_m: number | null;
  readonly drawing: DrawingId | null;
}

/**
 * The zone of a list of communes, as documents name them; with `near`, zones by distance of one border (both sides or
 * one, all rings), joined with what lies within their widths. Issues: `zone-communes-empty`, those of the union.
 */
export function communeZone(
  kernel: GeometryKernel,
  members: readonly ZoneMember[],
  near: readonly BorderZone[] = [],
): Result<CommuneZone> {
  if (members.length === 0) {
    return err(issue('zone-communes-empty', [], 'Danh sách xã trống.', 'The list of communes is empty.'));
  }
  const grounds: Geometry[] = [...members, ...near].map(({ geometry }) => geometry);
  const union = kernel.union(grounds);
  if (!union.ok) return union;
  const parts = polygonalPart(union.value).coordinates.filter(
    (coordinates) => geodesicArea_m2({ type: 'Polygon', coordinates }) >= SLIVER_m2,
  );
  const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: parts };
  return ok({
    geometry,
    area_m2: geodesicArea_m2(geometry),
    communes: sharesOf(members, near),
    listed: members.map(({ code }) => code).sort(),
    within_m: near.length === 0 ? null : Math.max(...near.map(({ outer_m }) => outer_m)),
    drawing: near[0]?.drawing ?? null,
  });
}

/** Listed communes whole; of the others what the zones have, over all rings. */
function sharesOf(members: readonly ZoneMember[], near: readonly BorderZone[]): ZoneShare[] {
  const shares = new Map<string, ZoneShare>();
  for (const share of near.flatMap(({ communes }) => communes)) {
    const known = shares.get(share.code);
    shares.set(share.code, { ...share, area_m2: share.area_m2 + (known?.area_m2 ?? 0) });
  }
  for (const { code, vintage, name, geometry } of members) {
    shares.set(code, { code, vintage, name, area_m2: geodesicArea_m2(geometry) });
  }
  return [...shares.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
