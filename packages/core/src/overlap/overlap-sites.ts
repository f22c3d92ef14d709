import type { Geometry } from 'geojson';
import { unitKey } from '../admin/unit.js';
import { densified } from '../geodesy/densify.js';
import { metricFrame } from '../geodesy/metric-frame.js';
import { type Bbox, bboxOf } from '../geometry/bbox.js';
import { pathsOf } from '../geometry/edge-index.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { type SpatialIndex, spatialIndex } from '../geometry/spatial-index.js';
import { repairGeometry } from '../geometry/validity.js';
import { type Issue, issue, issueAt } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { boxWithin, distanceBetween_m } from './nearness.js';
import { PreparedFeature } from './prepared-feature.js';
import { measureOf, type Shape, shapeOf } from './shape-measure.js';
import type {
  OverlapFeature,
  OverlapOptions,
  OverlapSite,
  OverlapVerdict,
  SiteOverlap,
} from './site-overlap.js';
import { meetsSurely } from './verdict.js';

/** Ground shared by less than this is a touch: far over rounding noise, far under any error bar. */
const TOUCH_m2 = 0.01;
const TOUCH_m = 0.001;
/**
 * Edges of a site are geodesics, the engine cuts them straight in degrees: on pieces this short a cut is off by less
 * than 0.4 mm, so that the parts of a site sum to the site.
 */
const LONGEST_EDGE_m = 200;

/** Features with their indexes: built once, asked about many sites. */
export interface OverlapLayer {
  /** The overlaps of some sites, by site and then by feature, in the order given. */
  overlaps(sites: readonly OverlapSite[], asked?: OverlapAsk): Result<SiteOverlap[]>;
  /** Gives the engine its memory back. */
  dispose(): void;
}

/** What may differ from one question to the next. */
export type OverlapAsk = Pick<OverlapOptions, 'within_m' | 'communes'>;

interface Ground {
  readonly geometry: Geometry;
  readonly shape: Shape;
  readonly box: Bbox;
  readonly measure: number;
  readonly error_m: number;
  readonly measured: SiteOverlap['measured'];
}

/**
 * Overlaps of sites with features of any layers: common area and length and shortest distance on the ellipsoid, and
 * whether they meet within the error bars. Pairs that do not meet are left out beyond `within_m`.
 *
 * A site known only by its communes is measured by their ground: `in` where a feature covers it all, otherwise
 * `undetermined` with the part of the ground that is covered as `share`.
 *
 * Invalid sites and features are repaired, or left out where repair would be guessing; each with a note that names
 * it. Fails only when nothing could be read.
 */
export function overlapSites(
  kernel: GeometryKernel,
  sites: readonly OverlapSite[],
  features: readonly OverlapFeature[],
  options: OverlapOptions = {},
): Result<SiteOverlap[]> {
  const layer = prepareOverlaps(kernel, features, options);
  if (!layer.ok) return layer;
  const found = layer.value.overlaps(sites);
  layer.value.dispose();
  return found.ok ? ok(found.value, [...layer.notes, ...found.notes]) : found;
}

/** The features of `overlapSites` made ready, for callers that ask more than once. Dispose of it when done. */
export function prepareOverlaps(
  kernel: GeometryKernel,
  features: readonly OverlapFeature[],
  options: OverlapOptions = {},
): Result<OverlapLayer> {
  const notes: Issue[] = [];
  const prepared: PreparedFeature[] = [];
  features.forEach((feature, index) => {
    const read = repairGeometry(kernel, feature.geometry);
    notes.push(...remarks(read, ['features', index, 'geometry'], feature.id));
    if (read.ok) {
      const repaired = { ...feature, geometry: read.value };
      prepared.push(new PreparedFeature(kernel, repaired, options.feature_error_m ?? 0));
    }
  });
  const [first, ...rest] = notes;
  if (prepared.length === 0 && first !== undefined) return err(first, ...rest);
  const index = spatialIndex(prepared.map((feature) => feature.bbox));
  return ok(
    {
      overlaps: (sites, asked = {}) => overlapsOf(kernel, sites, prepared, index, { ...options, ...asked }),
      dispose: () => {
        for (const feature of prepared) feature.dispose();
      },
    },
    notes,
  );
}

function overlapsOf(
  kernel: GeometryKernel,
  sites: readonly OverlapSite[],
  features: readonly PreparedFeature[],
  index: SpatialIndex,
  options: OverlapOptions,
): Result<SiteOverlap[]> {
  const within_m = options.within_m ?? 0;
  const widestError_m = features.reduce((most, feature) => Math.max(most, feature.error_m), 0);
  const communes = new Map((options.communes ?? []).map((commune) => [unitKey(commune), commune.geometry]));
  const notes: Issue[] = [];
  const found: SiteOverlap[] = [];
  let readable = 0;
  sites.forEach((site, siteIndex) => {
    const ground = groundOf(kernel, site, communes);
    notes.push(...remarks(ground, ['sites', siteIndex], site.id));
    if (!ground.ok) return;
    readable += 1;
    const reach_m = Math.max(within_m, ground.value.error_m + widestError_m);
    for (const at of index.search(boxWithin(ground.value.box, reach_m))) {
      const feature = features[at];
      if (feature === undefined) continue;
      const pair = overlapOf(kernel, site.id, ground.value, feature, within_m);
      if (!pair.ok) notes.push(...remarks(pair, ['sites', siteIndex, feature.feature.id], site.id));
      else if (pair.value !== null) found.push(pair.value);
    }
  });
  const [first, ...rest] = notes;
  return readable === 0 && first !== undefined ? err(first, ...rest) : ok(found, notes);
}

function overlapOf(
  kernel: GeometryKernel,
  site_id: string,
  ground: Ground,
  feature: PreparedFeature,
  within_m: number,
): Result<SiteOverlap | null> {
  const error_m = ground.error_m + feature.error_m;
  const common = feature.common(ground.geometry, ground.box);
  if (!common.ok) return common;
  const pair = { site_id, layer: feature.feature.layer, feature_id: feature.feature.id, error_m };
  const { measured } = ground;
  if (common.value === null) {
    const reach_m = Math.max(within_m, error_m);
    const near = feature.edges.edgesNear(boxWithin(ground.box, reach_m));
    const distance_m = distanceBetween_m(pathsOf(ground.geometry), near, metricFrame(ground.box));
    if (!(distance_m <= reach_m)) return ok(null);
    const verdict = distance_m <= error_m ? 'undetermined' : 'out';
    return ok({ ...pair, measured, area_m2: 0, length_m: 0, share: 0, distance_m, verdict });
  }
  const shape = shapeOf(common.value);
  const whole = common.value === ground.geometry;
  const area_m2 = measureOf(shape, 2);
  const length_m = measureOf(shape, 1);
  const own = [shape.points.length, length_m, area_m2][ground.shape.dimension] ?? 0;
  const share = whole ? 1 : Math.min(1, own / ground.measure);
  const verdict = verdictOf(kernel, ground, feature, { whole, area_m2, length_m, error_m });
  if (!verdict.ok) return verdict;
  return ok({ ...pair, measured, area_m2, length_m, share, distance_m: 0, verdict: verdict.value });
}

function verdictOf(
  kernel: GeometryKernel,
  ground: Ground,
  feature: PreparedFeature,
  meeting: { whole: boolean; area_m2: number; length_m: number; error_m: number },
): Result<OverlapVerdict> {
  const { whole, area_m2, length_m, error_m } = meeting;
  if (ground.measured === 'communes' && !whole) return ok('undetermined');
  if (error_m > 0) {
    const surely = meetsSurely(kernel, ground, feature, error_m);
    return surely.ok ? ok(surely.value ? 'in' : 'undetermined') : surely;
  }
  const dimension = Math.min(ground.shape.dimension, feature.shape.dimension);
  const real = dimension === 2 ? area_m2 > TOUCH_m2 : dimension === 1 ? length_m > TOUCH_m : true;
  return ok(real ? 'in' : 'undetermined');
}

function groundOf(
  kernel: GeometryKernel,
  site: OverlapSite,
  communes: ReadonlyMap<string, Geometry>,
): Result<Ground> {
  if (site.precision.kind === 'position') {
    const read = repairGeometry(kernel, site.geometry);
    if (!read.ok) return read;
    return ok(measuredGround(read.value, 'site', site.precision.error_m), read.notes);
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
  return joined.ok ? ok(measuredGround(joined.value, 'communes', 0)) : joined;
}

function measuredGround(geometry: Geometry, measured: SiteOverlap['measured'], error_m: number): Ground {
  const shape = shapeOf(geometry);
  return {
    geometry: densified(geometry, LONGEST_EDGE_m),
    shape,
    box: bboxOf(geometry),
    measure: measureOf(shape, shape.dimension),
    error_m,
    measured,
  };
}

/** What there is to say of a reading, with the place and the name of the thing read. */
function remarks(read: Result<unknown>, path: readonly (string | number)[], id: string): Issue[] {
  return (read.ok ? read.notes : read.issues).map((inner) => {
    const { vi, en } = inner.message;
    return issueAt(path, { ...inner, message: { vi: `${id}: ${vi}`, en: `${id}: ${en}` } });
  });
}
