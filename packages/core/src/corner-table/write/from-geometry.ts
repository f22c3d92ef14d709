import type { Geometry, Position } from 'geojson';
import { transformer } from '../../crs/transformer.js';
import { type Issue, issue, issueAt } from '../../issue.js';
import { okUnless, type Result } from '../../result.js';
import type { CornerPart, CornerPoint } from '../result.js';
import type { Shape } from '../statement/attributes.js';

interface Lines {
  readonly shape: Shape;
  readonly parts: readonly { readonly hole: boolean; readonly positions: readonly Position[] }[];
}

function open(ring: readonly Position[]): readonly Position[] {
  return ring.slice(0, -1);
}

/** Clockwise as corner tables count: GeoJSON shells run the other way. */
function rings(polygon: readonly (readonly Position[])[]): Lines['parts'] {
  return polygon.map((ring, at) => ({
    hole: at > 0,
    positions: at > 0 ? open(ring) : [...open(ring)].reverse(),
  }));
}

function linesOf(geometry: Geometry): Lines | null {
  switch (geometry.type) {
    case 'Polygon':
      return { shape: 'ring', parts: rings(geometry.coordinates) };
    case 'MultiPolygon':
      return { shape: 'ring', parts: geometry.coordinates.flatMap(rings) };
    case 'LineString':
      return { shape: 'line', parts: [{ hole: false, positions: geometry.coordinates }] };
    case 'MultiLineString':
      return { shape: 'line', parts: geometry.coordinates.map((positions) => ({ hole: false, positions })) };
    case 'Point':
      return { shape: 'point', parts: [{ hole: false, positions: [geometry.coordinates] }] };
    case 'MultiPoint':
      return { shape: 'point', parts: [{ hole: false, positions: geometry.coordinates }] };
    default:
      return null;
  }
}

/**
 * A geometry (WGS 84 lon/lat) as the corners of a table in `crs`, numbered from 1, shells clockwise, no closing row.
 * Issues: `crs-unknown`, `crs-deprecated`, `coordinate-out-of-range`, `corner-write-geometry`.
 */
export function cornersOf(
  geometry: Geometry,
  crs: string,
): Result<{ readonly shape: Shape; readonly parts: readonly CornerPart[] }> {
  const to = transformer('OGC:CRS84', crs);
  if (!to.ok) return to;
  const lines = linesOf(geometry);
  const faults: Issue[] = [];
  if (lines === null) {
    faults.push(
      issue(
        'corner-write-geometry',
        [],
        `Hình kiểu ${geometry.type} không viết thành bảng điểm góc được`,
        `A ${geometry.type} cannot be written as a corner table`,
      ),
    );
  }
  let row = 0;
  const parts = (lines?.parts ?? []).map(
    ({ hole, positions }, part): CornerPart => ({
      hole,
      points: positions.flatMap(([lon = Number.NaN, lat = Number.NaN], at): CornerPoint[] => {
        row += 1;
        const moved = to.value.point([lon, lat]);
        if (moved.ok) {
          const [east, north] = moved.value;
          const zone_m = (to.value.to.projection?.falseEasting_m ?? 500_000) - 500_000;
          return [{ row, label: String(at + 1), north, east: east - zone_m }];
        }
        faults.push(...moved.issues.map((fault) => issueAt(['part', part, 'point', at], fault)));
        return [];
      }),
    }),
  );
  return okUnless(faults, { shape: lines?.shape ?? 'ring', parts });
}
