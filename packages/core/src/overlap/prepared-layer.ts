import type { Geometry, Position } from 'geojson';
import { unitKey } from '../admin/unit.js';
import { metricFrame } from '../geodesy/metric-frame.js';
import { pathsOf } from '../geometry/edge-index.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import type { Issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { boxWithin, distanceBetween_m } from './nearness.js';
import { distanceToEdges_m, isOnEdge } from './point-site.js';
import { buildLayer } from './prepared/build-layer.js';
import { CommonGround } from './prepared/common-ground.js';
import { FeatureView, linesOf } from './prepared/feature-view.js';
import { gatherFeatures } from './prepared/gather.js';
import { Ground } from './prepared/ground.js';
import { layerBytes, layerOfBytes } from './prepared/layer-bytes.js';
import { type LayerData, vertexEnd } from './prepared/layer-data.js';
import { NearEdges } from './prepared/near-edges.js';
import { featuresAt, isInFeature } from './prepared/place-state.js';
import { remarks } from './prepared/remarks.js';
import { measureOf, shapeOf } from './shape-measure.js';
import { type SiteGround, siteGround } from './site-ground.js';
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
/** A site that lacks no more of its measure than this lies wholly inside. */
const WHOLE = 1e-9;
const NO_EDGES = new Uint32Array(0);

/** What may differ from one question to the next. */
export type OverlapAsk = Pick<OverlapOptions, 'within_m' | 'communes' | 'parts'>;

/** Features with their indexes: built once, asked about many sites. */
export interface PreparedLayer {
  /** The features that could be read, in the order given. */
  readonly features: readonly { readonly id: string; readonly layer: string }[];
  /** The overlaps of some sites, by site and then by feature, in the order given. */
  overlaps(sites: readonly OverlapSite[], asked?: OverlapAsk): Result<SiteOverlap[]>;
  /** The polygon features that hold a place of WGS 84, as positions in `features`; on an edge it falls either way. */
  locate(lon_deg: number, lat_deg: number): readonly number[];
  /** The layer as one block, for `preparedLayerFromBytes`; the options are not in it. */
  toBytes(): Uint8Array;
}

/**
 * Makes features ready for `overlapSites`' questions. Invalid ones are repaired, or left out where repair would be
 * guessing; each with a note that names it. Fails only when there are features and none could be read.
 */
export function prepareLayer(
  kernel: GeometryKernel,
  features: readonly OverlapFeature[],
  options: OverlapOptions = {},
): Result<PreparedLayer> {
  const { gathered, notes } = gatherFeatures(kernel, features);
  const [first, ...rest] = notes;
  if (gathered.heads.length === 0 && first !== undefined) return err(first, ...rest);
  return ok(new Layer(kernel, buildLayer(gathered), options), notes);
}

/**
 * A layer from the block that `toBytes` made: its arrays are used where they lie, also in shared memory. Issues:
 * `prepared-layer-unreadable` for a block that is damaged, cut short or of another version.
 */
export function preparedLayerFromBytes(
  kernel: GeometryKernel,
  bytes: Uint8Array,
  options: OverlapOptions = {},
): Result<PreparedLayer> {
  const data = layerOfBytes(bytes);
  return data.ok ? ok(new Layer(kernel, data.value, options)) : data;
}

class Layer implements PreparedLayer {
  readonly #kernel: GeometryKernel;
  readonly #data: LayerData;
  readonly #options: OverlapOptions;
  readonly #widestError_m: number;
  /** Of the question that is answered now. */
  #within_m = 0;
  #parts = false;
  readonly #site = new Ground();
  readonly #near: NearEdges;
  readonly #common: CommonGround;
  /** For questions asked while the answers in `#near` are still used. */
  readonly #aside: NearEdges;

  constructor(kernel: GeometryKernel, data: LayerData, options: OverlapOptions) {
    this.#kernel = kernel;
    this.#data = data;
    this.#options = options;
    this.#widestError_m = data.heads.reduce((most, _, feature) => Math.max(most, this.#errorOf(feature)), 0);
    this.#near = new NearEdges(data);
    this.#aside = new NearEdges(data);
    this.#common = new CommonGround(data);
  }

  get features(): LayerData['heads'] {
    return this.#data.heads;
  }

  locate(lon_deg: number, lat_deg: number): readonly number[] {
    return featuresAt(this.#data, lon_deg, lat_deg);
  }

  toBytes(): Uint8Array {
    return layerBytes(this.#data);
  }

  overlaps(sites: readonly OverlapSite[], asked: OverlapAsk = {}): Result<SiteOverlap[]> {
    const options = { ...this.#options, ...asked };
    this.#within_m = options.within_m ?? 0;
    this.#parts = options.parts ?? false;
    const communes = new Map((options.communes ?? []).map((commune) => [unitKey(commune), commune.geometry]));
    const notes: Issue[] = [];
    const found: SiteOverlap[] = [];
    let readable = 0;
    sites.forEach((site, index) => {
      const ground = siteGround(this.#kernel, site, communes, this.#site);
      const remarked = ground.ok ? ground.notes : ground.issues;
      if (remarked.length > 0) notes.push(...remarks(ground, ['sites', index], site.id));
      if (!ground.ok) return;
      readable += 1;
      this.#overlapsOf(site, ground.value, found, (feature, problems) => {
        const { id } = this.#data.heads[feature] ?? { id: '' };
        notes.push(...remarks(problems, ['sites', index, id], site.id));
      });
    });
    const [first, ...rest] = notes;
    return readable === 0 && first !== undefined ? err(first, ...rest) : ok(found, notes);
  }

  #errorOf(feature: number): number {
    return this.#data.heads[feature]?.error_m ?? this.#options.feature_error_m ?? 0;
  }

  #view(feature: number): FeatureView {
    return new FeatureView(this.#kernel, this.#data, feature, this.#aside);
  }

  #overlapsOf(
    site: OverlapSite,
    ground: SiteGround,
    found: SiteOverlap[],
    fail: (feature: number, problems: Result<unknown>) => void,
  ): void {
    const reach_m = Math.max(this.#within_m, ground.error_m + this.#widestError_m);
    const box = reach_m > 0 ? boxWithin(ground.box, reach_m) : ground.box;
    this.#near.search(box[0], box[1], box[2], box[3]);
    const { features, edges } = this.#near;
    let from = 0;
    for (const feature of features) {
      const end = vertexEnd(this.#data, feature);
      let to = from;
      while (to < edges.length && (edges[to] ?? 0) < end) to += 1;
      const near = from === to ? NO_EDGES : edges.subarray(from, to);
      const pair = this.#pair(site.id, ground, feature, near);
      if (!pair.ok) fail(feature, pair);
      else if (pair.value !== null) found.push(pair.value);
      from = to;
    }
  }

  #pair(site_id: string, ground: SiteGround, feature: number, near: Uint32Array): Result<SiteOverlap | null> {
    const head = this.#data.heads[feature];
    if (head === undefined) return ok(null);
    const error_m = ground.error_m + this.#errorOf(feature);
    const met = this.#meeting(ground, feature, near);
    if (!met.ok) return met;
    if (met.value === null) {
      const pair = { site_id, layer: head.layer, feature_id: head.id, measured: ground.measured };
      return ok(this.#apart(pair, ground, near, error_m));
    }
    const { area_m2, length_m, share } = met.value;
    const verdict = this.#verdict(ground, feature, near, met.value, error_m);
    if (!verdict.ok) return verdict;
    // Written out: a copy of `pair` with more in it costs as much as all else here.
    const overlap: SiteOverlap = {
      site_id,
      layer: head.layer,
      feature_id: head.id,
      measured: ground.measured,
      area_m2,
      length_m,
      share,
      distance_m: 0,
      error_m,
      verdict: verdict.value,
    };
    if (!this.#parts) return ok(overlap);
    const part =
      met.value.part === undefined ? this.#view(feature).common(ground.geometry) : ok(met.value.part);
    if (!part.ok) return part;
    return ok(part.value === null ? overlap : { ...overlap, part: part.value });
  }

  /** What a site and a feature share; `null` when they do not meet. */
  #meeting(ground: SiteGround, feature: number, near: Uint32Array): Result<Meeting | null> {
    if (ground.flat && this.#data.heads[feature]?.kind === 'ground') {
      const quick = this.#meetingOfGrounds(ground, feature, near);
      if (quick !== undefined) return ok(quick);
    }
    if (ground.place !== null && this.#data.heads[feature]?.kind !== 'mixed') {
      const met = this.#holds(feature, ground.place, near);
      return ok(met ? { area_m2: 0, length_m: 0, share: 1, part: ground.geometry } : null);
    }
    const common = this.#view(feature).common(ground.geometry);
    if (!common.ok) return common;
    if (common.value === null) return ok(null);
    const shape = shapeOf(common.value);
    const area_m2 = measureOf(shape, 2);
    const length_m = measureOf(shape, 1);
    const own = [shape.points.length, length_m, area_m2][ground.dimension] ?? 0;
    const share = shareOf(own, ground.measure);
    return ok({ area_m2, length_m, share, part: share === 1 ? ground.geometry : common.value });
  }

  /** Without the geometry engine; `undefined` where the two are not valid enough to say. */
  #meetingOfGrounds(ground: SiteGround, feature: number, near: Uint32Array): Meeting | null | undefined {
    const site = this.#site;
    if (near.length === 0) {
      const inside = isInFeature(this.#data, feature, site.xy[0] ?? 0, site.xy[1] ?? 0);
      return inside ? { area_m2: ground.measure, length_m: 0, share: 1, part: ground.geometry } : null;
    }
    const common = this.#common;
    common.measure(site, feature, near);
    if (!common.agrees) return undefined;
    if (!common.meets && !(common.area_m2 > 0)) return null;
    const area_m2 = Math.max(0, common.area_m2);
    const share = shareOf(area_m2, ground.measure);
    const met = { area_m2: share === 1 ? ground.measure : area_m2, length_m: 0, share };
    return share === 1 ? { ...met, part: ground.geometry } : met;
  }

  /** Whether a place lies in a feature or on its edge. */
  #holds(feature: number, [x = 0, y = 0]: Position, near: Uint32Array): boolean {
    if (isOnEdge(this.#data, near, x, y)) return true;
    return this.#data.heads[feature]?.kind === 'ground' && isInFeature(this.#data, feature, x, y);
  }

  #distance_m(ground: SiteGround, near: Uint32Array): number {
    if (ground.place !== null) return distanceToEdges_m(this.#data, near, ground.place);
    const lines = linesOf(this.#data, near);
    return distanceBetween_m(pathsOf(ground.geometry), lines, metricFrame(ground.box));
  }

  #apart(
    pair: Pick<SiteOverlap, 'site_id' | 'layer' | 'feature_id' | 'measured'>,
    ground: SiteGround,
    near: Uint32Array,
    error_m: number,
  ): SiteOverlap | null {
    const reach_m = Math.max(this.#within_m, error_m);
    if (reach_m === 0 || near.length === 0) return null;
    const distance_m = this.#distance_m(ground, near);
    if (!(distance_m <= reach_m)) return null;
    const verdict = distance_m <= error_m ? 'undetermined' : 'out';
    return { ...pair, area_m2: 0, length_m: 0, share: 0, distance_m, error_m, verdict };
  }

  #verdict(
    ground: SiteGround,
    feature: number,
    near: Uint32Array,
    { area_m2, length_m, share }: Meeting,
    error_m: number,
  ): Result<OverlapVerdict> {
    if (ground.measured === 'communes' && share < 1) return ok('undetermined');
    const isGround = this.#data.heads[feature]?.kind === 'ground';
    if (error_m > 0) {
      if (ground.place !== null && isGround)
        return ok(this.#distance_m(ground, near) > error_m ? 'in' : 'undetermined');
      const surely = meetsSurely(this.#kernel, ground, this.#view(feature), error_m);
      return surely.ok ? ok(surely.value ? 'in' : 'undetermined') : surely;
    }
    const dimension = Math.min(ground.dimension, isGround ? 2 : this.#view(feature).dimension);
    const real = dimension === 2 ? area_m2 > TOUCH_m2 : dimension === 1 ? length_m > TOUCH_m : true;
    return ok(real ? 'in' : 'undetermined');
  }
}

interface Meeting {
  readonly area_m2: number;
  readonly length_m: number;
  readonly share: number;
  readonly part?: Geometry;
}

function shareOf(part: number, whole: number): number {
  const share = whole > 0 ? part / whole : 0;
  return share > 1 - WHOLE ? 1 : share;
}
