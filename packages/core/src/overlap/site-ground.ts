import type { Geometry, Position } from 'geojson';
import { unitKey } from '../admin/unit.js';
import { densified } from '../geodesy/densify.js';
import { type Bbox, bboxOf } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { LONGEST_EDGE_m } from './prepared/flat-path.js';
import { readGround } from './prepared/gather.js';
import type { Ground } from './prepared/ground.js';
import { type Dimension, measureOf, shapeOf } from './shape-measure.js';
import type { OverlapSite, SiteOverlap } from './site-overlap.js';

/** What a site is measured by. */
export interface SiteGround {
  readonly geometry: Geometry;
  readonly dimension: Dimension;
  readonly box: Bbox;
  /** Square metres, metres or number of points, by the dimension. */
  readonly measure: number;
  readonly error_m: number;
  readonly measured: SiteOverlap['measured'];
  /** Whether it was taken into the flat `Ground`: plain polygons away from the poles. */
  readonly flat: boolean;
  /** Of a site that is one point. */
  readonly place: Position | null;
}

/** Reads a site, checked and repaired; its polygons also into `flat`. */
export function siteGround(
  kernel: GeometryKernel,
  site: OverlapSite,
  communes: ReadonlyMap<string, Geometry>,
  flat: Ground,
): Result<SiteGround> {
  if (site.precision.kind === 'position') {
    return measured(kernel, site.geometry, 'site', site.precision.error_m, flat);
  }
  const parts = site.precision.communes.map((commune) => communes.get(unitKey(commune)));
  const missing = site.precision.communes.filter((_, index) => parts[index] === undefined);
  const [first, ...rest] = missing.map(({ code, vintage, name }) =>
    issue(
      'overlap-commune-unknown',
      ['precision', 'communes', code],
      `Không có hình của ${name} (${code}, ${vintage}) nên chưa xét được khu vực này.`,
      `The ground of ${name} (${code}, ${vintage}) is not at hand, so the site cannot be placed.`,
    ),
  );
  if (first !== undefined) return err(first, ...rest);
  const known = parts.filter((part) => part !== undefined);
  const joined = known.length === 1 && known[0] !== undefined ? ok(known[0]) : kernel.union(known);
  return joined.ok ? measured(kernel, joined.value, 'communes', 0, flat) : joined;
}

function measured(
  kernel: GeometryKernel,
  geometry: Geometry,
  by: SiteOverlap['measured'],
  error_m: number,
  flat: Ground,
): Result<SiteGround> {
  const read = readGround(kernel, geometry, flat);
  if (!read.ok) return read;
  const { geometry: repaired, flat: held } = read.value;
  if (held) {
    flat.measure();
    const sides = flat.box;
    const box: Bbox = [sides[0] ?? 0, sides[1] ?? 0, sides[2] ?? 0, sides[3] ?? 0];
    // Edges are geodesics: a sliver thinner than they bulge is turned inside out.
    const measure = Math.abs(flat.area_m2);
    return ok(
      { geometry: repaired, dimension: 2, box, measure, error_m, measured: by, flat: held, place: null },
      read.notes,
    );
  }
  const place = repaired.type === 'Point' ? repaired.coordinates : null;
  const shared = { error_m, measured: by, flat: held, place };
  const shape = shapeOf(repaired);
  const { dimension } = shape;
  const measure = measureOf(shape, dimension);
  const box = bboxOf(repaired);
  return ok(
    { ...shared, geometry: densified(repaired, LONGEST_EDGE_m), dimension, box, measure },
    read.notes,
  );
}
