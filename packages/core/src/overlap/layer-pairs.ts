import type { Position } from 'geojson';
import { metricFrame } from '../geodesy/metric-frame.js';
import { pathsOf } from '../geometry/edge-index.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { ok, type Result } from '../result.js';
import { boxWithin, distanceBetween_m } from './nearness.js';
import { distanceToEdges_m, isOnEdge } from './point-site.js';
import { CommonGround } from './prepared/common-ground.js';
import { FeatureView, linesOf } from './prepared/feature-view.js';
import type { Ground } from './prepared/ground.js';
import { type LayerData, vertexEnd } from './prepared/layer-data.js';
import { NearEdges } from './prepared/near-edges.js';
import { isInFeature } from './prepared/place-state.js';
import { measureOf, shapeOf } from './shape-measure.js';
import type { SiteGround } from './site-ground.js';
import type { OverlapOptions, OverlapVerdict, SiteOverlap } from './site-overlap.js';
import { meetsSurely } from './verdict.js';

/** Ground shared by less than this is a touch: far over rounding noise, far under any error bar. */
const TOUCH_m2 = 0.01;
const TOUCH_m = 0.001;
/** A site that lacks no more of its measure than this lies wholly inside. */
const WHOLE = 1e-9;
const NO_EDGES = new Uint32Array(0);

type Meeting = Pick<SiteOverlap, 'area_m2' | 'length_m' | 'share' | 'part'>;

/** Told of a feature that could not be measured against a site, and why. */
export type PairFault = (feature: number, problems: Result<unknown>) => void;

/** Measures one site after another against the features of a layer that are near. */
export class LayerPairs {
  readonly #kernel: GeometryKernel;
  readonly #data: LayerData;
  readonly #site: Ground;
  readonly #common: CommonGround;
  readonly #near: NearEdges;
  /** For questions asked while the answers in `#near` are still used. */
  readonly #aside: NearEdges;
  #errors_m = new Float64Array(0);
  #widestError_m = 0;
  #within_m = 0;
  #parts = false;

  /** `site` is what a flat `SiteGround` was read into. */
  constructor(kernel: GeometryKernel, data: LayerData, site: Ground) {
    this.#kernel = kernel;
    this.#data = data;
    this.#site = site;
    this.#common = new CommonGround(data);
    this.#near = new NearEdges(data);
    this.#aside = new NearEdges(data);
  }

  /** What holds for the sites that follow. */
  begin({ within_m = 0, parts = false, feature_error_m = 0 }: OverlapOptions): void {
    this.#within_m = within_m;
    this.#parts = parts;
    this.#errors_m = Float64Array.from(this.#data.heads, ({ error_m }) => error_m ?? feature_error_m);
    this.#widestError_m = this.#errors_m.reduce((most, error_m) => Math.max(most, error_m), 0);
  }

  /** Adds the overlaps of a site, by feature. */
  find(site_id: string, ground: SiteGround, found: SiteOverlap[], fail: PairFault): void {
    const reach_m = Math.max(this.#within_m, ground.error_m + this.#widestError_m);
    const box = reach_m > 0 ? boxWithin(ground.box, reach_m) : ground.box;
    const near = this.#near;
    near.search(box[0], box[1], box[2], box[3]);
    const { featureCount, edgeCount, featureList, edgeList } = near;
    let from = 0;
    for (let k = 0; k < featureCount; k += 1) {
      const feature = featureList[k] ?? 0;
      let to = from;
      if (from < edgeCount) {
        const end = vertexEnd(this.#data, feature);
        while (to < edgeCount && (edgeList[to] ?? 0) < end) to += 1;
      }
      this.#add(site_id, ground, feature, from, to, found, fail);
      from = to;
    }
  }

  /** Adds the overlap with a feature, whose edges that are near stand in `#near` from `from` to `to`. */
  #add(
    site_id: string,
    ground: SiteGround,
    feature: number,
    from: number,
    to: number,
    found: SiteOverlap[],
    fail: PairFault,
  ): void {
    const head = this.#data.heads[feature];
    if (head === undefined) return;
    const error_m = ground.error_m + (this.#errors_m[feature] ?? 0);
    let met: Meeting | null | undefined;
    if (ground.flat && head.kind === 'ground') met = this.#meetingOfGrounds(ground, feature, from, to);
    if (met === undefined) {
      const meeting = this.#meeting(ground, feature, this.#edges(from, to));
      if (!meeting.ok) {
        fail(feature, meeting);
        return;
      }
      met = meeting.value;
    }
    const { layer, id: feature_id } = head;
    const { measured } = ground;
    if (met === null) {
      const distance_m = this.#distanceApart_m(ground, from, to, error_m);
      if (distance_m === null) return;
      const verdict = distance_m <= error_m ? 'undetermined' : 'out';
      const apart = { area_m2: 0, length_m: 0, share: 0, distance_m, error_m, verdict } as const;
      found.push({ site_id, layer, feature_id, measured, ...apart });
      return;
    }
    const { area_m2, length_m, share } = met;
    let verdict: OverlapVerdict;
    if (error_m > 0 && !(measured === 'communes' && share < 1)) {
      const told = this.#verdictWithin(ground, feature, this.#edges(from, to), error_m);
      if (!told.ok) {
        fail(feature, told);
        return;
      }
      verdict = told.value;
    } else verdict = this.#verdict(ground, feature, met);
    // Written out: a copy of another record with more in it costs as much as all else here.
    const overlap: SiteOverlap = {
      site_id,
      layer,
      feature_id,
      measured,
      area_m2,
      length_m,
      share,
      distance_m: 0,
      error_m,
      verdict,
    };
    if (!this.#parts) {
      found.push(overlap);
      return;
    }
    const part = met.part === undefined ? this.#view(feature).common(ground.geometry) : ok(met.part);
    if (!part.ok) fail(feature, part);
    else found.push(part.value === null ? overlap : { ...overlap, part: part.value });
  }

  #edges(from: number, to: number): Uint32Array {
    return from === to ? NO_EDGES : this.#near.edgeList.subarray(from, to);
  }

  #view(feature: number): FeatureView {
    return new FeatureView(this.#kernel, this.#data, feature, this.#aside);
  }

  /** What a site and a feature share, by the geometry engine but for lone places; `null` when they do not meet. */
  #meeting(ground: SiteGround, feature: number, near: Uint32Array): Result<Meeting | null> {
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
  #meetingOfGrounds(
    ground: SiteGround,
    feature: number,
    from: number,
    to: number,
  ): Meeting | null | undefined {
    const site = this.#site;
    if (from === to) {
      const inside = isInFeature(this.#data, feature, site.xy[0] ?? 0, site.xy[1] ?? 0);
      return inside ? this.#whole(ground) : null;
    }
    const common = this.#common;
    common.measure(site, feature, this.#near.edgeList, from, to);
    if (!common.agrees) return undefined;
    if (!common.meets && !(common.area_m2 > 0)) return null;
    const area_m2 = Math.max(0, common.area_m2);
    const share = shareOf(area_m2, ground.measure);
    return share === 1 ? this.#whole(ground) : { area_m2, length_m: 0, share };
  }

  /** Of ground that lies inside. */
  #whole(ground: SiteGround): Meeting {
    const met = { area_m2: ground.measure, length_m: 0, share: 1 };
    return this.#parts ? { ...met, part: ground.geometry } : met;
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

  /** How far apart the two are; `null` where that is too far to be told. */
  #distanceApart_m(ground: SiteGround, from: number, to: number, error_m: number): number | null {
    const reach_m = Math.max(this.#within_m, error_m);
    if (reach_m === 0 || from === to) return null;
    const distance_m = this.#distance_m(ground, this.#edges(from, to));
    return distance_m <= reach_m ? distance_m : null;
  }

  /** Of two that meet, within an error. */
  #verdictWithin(
    ground: SiteGround,
    feature: number,
    near: Uint32Array,
    error_m: number,
  ): Result<OverlapVerdict> {
    const isGround = this.#data.heads[feature]?.kind === 'ground';
    // All edges within the error are near: where there is none, every place of the site lies deeper.
    if (isGround && near.length === 0) return ok('in');
    if (ground.place !== null && isGround)
      return ok(this.#distance_m(ground, near) > error_m ? 'in' : 'undetermined');
    const surely = meetsSurely(this.#kernel, ground, this.#view(feature), error_m);
    return surely.ok ? ok(surely.value ? 'in' : 'undetermined') : surely;
  }

  /** Of two that meet, without any error, or of communes. */
  #verdict(ground: SiteGround, feature: number, { area_m2, length_m, share }: Meeting): OverlapVerdict {
    if (ground.measured === 'communes' && share < 1) return 'undetermined';
    const isGround = this.#data.heads[feature]?.kind === 'ground';
    const dimension = Math.min(ground.dimension, isGround ? 2 : this.#view(feature).dimension);
    const real = dimension === 2 ? area_m2 > TOUCH_m2 : dimension === 1 ? length_m > TOUCH_m : true;
    return real ? 'in' : 'undetermined';
  }
}

function shareOf(part: number, whole: number): number {
  const share = whole > 0 ? part / whole : 0;
  return share > 1 - WHOLE ? 1 : share;
}
