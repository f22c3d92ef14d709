import type { Geometry, Position } from 'geojson';
import { unitKey } from '../admin/unit.js';
import { densified } from '../geodesy/densify.js';
import { type Bbox, bboxOf } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { LONGEST_EDGE_m } from './prepared/flat-path.js';
import { geometryOf, readGround } from './prepared/gather.js';
import type { Ground } from './prepared/ground.js';
import type { WkbShape } from './prepared/wkb-shape.js';
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

/** Reads a site by its shape or by what it is known by, checked and repaired; its polygons also into `flat`. */
export function siteGround(
  kernel: GeometryKernel,
  precision: OverlapSite['precision'],
  shape: Geometry | WkbShape,
  communes: ReadonlyMap<string, Geometry>,
  flat: Ground,
): Result<SiteGround> {
  if (precision.kind === 'position') return measured(kernel, shape, 'site', precision.error_m, flat);
  const parts = precision.communes.map((commune) => communes.get(unitKey(commune)));
  const missing = precision.communes.filter((_, index) => parts[index] === undefined);
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
  shape: Geometry | WkbShape,
  by: SiteOverlap['measured'],
  error_m: number,
  flat: Ground,
): Result<SiteGround> {
  const read = readGround(kernel, shape, flat);
  if (!read.ok) return read;
  if (read.value.flat) return ok(new FlatSite(read.value.shape, flat, by, error_m), read.notes);
  const repaired = geometryOf(read.value.shape);
  const place = repaired.type === 'Point' ? repaired.coordinates : null;
  const shared = { error_m, measured: by, flat: false, place };
  const parts = shapeOf(repaired);
  const { dimension } = parts;
  const measure = measureOf(parts, dimension);
  const box = bboxOf(repaired);
  return ok(
    { ...shared, geometry: densified(repaired, LONGEST_EDGE_m), dimension, box, measure },
    read.notes,
  );
}

/** Of polygons that were just read. */
class FlatSite implements SiteGround {
  readonly dimension = 2;
  readonly box: Bbox;
  readonly measure: number;
  readonly error_m: number;
  readonly measured: SiteOverlap['measured'];
  readonly flat = true;
  readonly place = null;
  readonly #shape: Geometry | WkbShape;

  constructor(shape: Geometry | WkbShape, ground: Ground, by: SiteOverlap['measured'], error_m: number) {
    ground.measure();
    const { box } = ground;
    this.box = [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0];
    // Edges are geodesics: a sliver thinner than they bulge is turned inside out.
    this.measure = Math.abs(ground.area_m2);
    this.error_m = error_m;
    this.measured = by;
    this.#shape = shape;
  }

  get geometry(): Geometry {
    return geometryOf(this.#shape);
  }
}
