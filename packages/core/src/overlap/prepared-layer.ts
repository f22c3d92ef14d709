import { unitKey } from '../admin/unit.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import type { Issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { LayerPairs } from './layer-pairs.js';
import { eachSite, type PackedSites } from './packed-sites.js';
import { buildLayer } from './prepared/build-layer.js';
import { gatherFeatures } from './prepared/gather.js';
import { Ground } from './prepared/ground.js';
import { layerBytes, layerOfBytes } from './prepared/layer-bytes.js';
import type { LayerData } from './prepared/layer-data.js';
import { locatePlaces } from './prepared/locate-places.js';
import { featuresAt } from './prepared/place-state.js';
import { remarks } from './prepared/remarks.js';
import { siteGround } from './site-ground.js';
import type { OverlapFeature, OverlapOptions, OverlapSite, SiteOverlap } from './site-overlap.js';

/** What may differ from one question to the next. */
export type OverlapAsk = Pick<OverlapOptions, 'within_m' | 'communes' | 'parts'>;

/** Features with their indexes: built once, asked about many sites. */
export interface PreparedLayer {
  /** The features that could be read, in the order given. */
  readonly features: readonly { readonly id: string; readonly layer: string }[];
  /**
   * The overlaps of some sites, by site and then by feature, in the order given. Packed sites are read from their bytes,
   * which costs less than GeoJSON's arrays.
   */
  overlaps(sites: readonly OverlapSite[] | PackedSites, asked?: OverlapAsk): Result<SiteOverlap[]>;
  /** The polygon features that hold a place of WGS 84, as positions in `features`; on an edge it falls either way. */
  locate(lon_deg: number, lat_deg: number): readonly number[];
  /**
   * The first polygon feature that holds each of very many places, given as longitude and latitude in turn: its
   * position in `features`, or -1 for none and for what is no position. Several times as fast as `locate` for each.
   */
  locateAll(lonLats: Float64Array): Int32Array;
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
  readonly #site = new Ground();
  readonly #pairs: LayerPairs;

  constructor(kernel: GeometryKernel, data: LayerData, options: OverlapOptions) {
    this.#kernel = kernel;
    this.#data = data;
    this.#options = options;
    this.#pairs = new LayerPairs(kernel, data, this.#site);
  }

  get features(): LayerData['heads'] {
    return this.#data.heads;
  }

  locate(lon_deg: number, lat_deg: number): readonly number[] {
    return featuresAt(this.#data, lon_deg, lat_deg);
  }

  locateAll(lonLats: Float64Array): Int32Array {
    return locatePlaces(this.#data, lonLats);
  }

  toBytes(): Uint8Array {
    return layerBytes(this.#data);
  }

  overlaps(sites: readonly OverlapSite[] | PackedSites, asked: OverlapAsk = {}): Result<SiteOverlap[]> {
    const options = { ...this.#options, ...asked };
    this.#pairs.begin(options);
    const communes = new Map((options.communes ?? []).map((commune) => [unitKey(commune), commune.geometry]));
    const notes: Issue[] = [];
    const found: SiteOverlap[] = [];
    let readable = 0;
    eachSite(sites, (site, shape, index) => {
      const ground = siteGround(this.#kernel, site.precision, shape, communes, this.#site);
      const remarked = ground.ok ? ground.notes : ground.issues;
      if (remarked.length > 0) notes.push(...remarks(ground, ['sites', index], site.id));
      if (!ground.ok) return;
      readable += 1;
      this.#pairs.find(site.id, ground.value, found, (feature, problems) => {
        const { id } = this.#data.heads[feature] ?? { id: '' };
        notes.push(...remarks(problems, ['sites', index, id], site.id));
      });
    });
    const [first, ...rest] = notes;
    return readable === 0 && first !== undefined ? err(first, ...rest) : ok(found, notes);
  }
}
