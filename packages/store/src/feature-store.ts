import type { Filter, IsoDate, LayerFeature, LayerId, Result, Secrecy, Validity } from '@giapranh/core';
import type { AuditLog } from './audit.js';
import type { DumpItem } from './dump/dump-item.js';
import type { Change, EditBatch, EditOptions, EditOutcome, FeatureEdit } from './edit.js';
import type { RecordStore } from './record-store.js';

/** What the content was made from; a start whose hash is the stored one has nothing to load. */
export interface StoreMeta {
  /** Profile id, `bac-kan`. */
  readonly profile: string;
  /** Hash of the inputs' checksums and of the code that read them. */
  readonly contentHash: string;
  /** RFC 3339 instant, given by the caller: the store has no clock. */
  readonly loadedAt: string;
}

/** [west, south, east, north], degrees, CRS84; west > east crosses the antimeridian. */
export type QueryBox = readonly [west_deg: number, south_deg: number, east_deg: number, north_deg: number];

export interface LayerSummary {
  readonly layer: LayerId;
  /** All features, of all vintages. */
  readonly count: number;
  /** Smallest box around all of them; `null` when there is none. */
  readonly bbox: QueryBox | null;
  /** From the first to the last day any of them is in force; `null` ends are open. */
  readonly validity: Validity;
}

export interface StoreInfo {
  readonly kind: 'geopackage' | 'postgis';
  /** For people: the file's path, or the database's address without its password. */
  readonly location: string;
  /** `null` until the first `replaceAll`. */
  readonly meta: StoreMeta | null;
  /** Every layer of the catalogue, in its order. */
  readonly layers: readonly LayerSummary[];
}

/** A scalar property's value; `null` asks for features without one. */
export type FilterValue = string | number | boolean | null;

/** From a first to a last day, both included. */
export interface Days {
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
}

export interface FeatureQuery {
  readonly layer: LayerId;
  /** Features whose geometry meets the closed box, touching included; exact, not by envelope. */
  readonly bbox?: QueryBox;
  /** Only features in force on the day. */
  readonly asOf?: IsoDate;
  /** Only features in force on some day of these; `null` ends are open. */
  readonly during?: Days;
  /** Equality on scalar properties of the catalogue (never `json`), all of them. */
  readonly filter?: Readonly<Record<string, FilterValue>>;
  /** A filter that `checkFilter` let through for this layer's queryables. */
  readonly where?: Filter;
  /** Only features of these levels; all when absent. */
  readonly secrecy?: readonly Secrecy[];
  /** Of features that are not public, only those whose `unit_code` is one of these; all when absent. */
  readonly units?: readonly string[];
  /** Whole numbers ≥ 0. */
  readonly limit: number;
  readonly offset: number;
}

/** What of a layer may be read. */
export type Readable = Pick<FeatureQuery, 'secrecy' | 'units'>;

/** As `FeatureQuery`, but from where the page before ended: no page costs more than the first. */
export interface KeysetQuery extends Omit<FeatureQuery, 'offset'> {
  /** `next` of the page before; absent for the first. */
  readonly after?: string;
}

/** A feature as it is kept. */
export interface StoredFeature extends LayerFeature {
  /** Grows with every change, never given twice in one store: the ETag of the feature. */
  readonly revision: number;
  /** `loaded` from the profile's data or worked out from it; `edited` by people, and then kept by a new load. */
  readonly provenance: 'loaded' | 'edited';
}

export interface KeysetPage {
  readonly features: readonly StoredFeature[];
  /** Where the next page begins; `null` at the end. Stays right while others insert and delete. */
  readonly next: string | null;
}

export interface FeaturePage {
  readonly features: readonly StoredFeature[];
  /** All features that match, not only this page's; of the same instant as the page. */
  readonly numberMatched: number;
}

/** As `FeatureQuery`, for an answer that is GeoJSON text. */
export interface TextQuery extends FeatureQuery {
  /** `next` of the page before: the page begins there, whatever `offset` says. */
  readonly after?: string;
  /** Whether all that match are counted: costs a walk through them. */
  readonly count: boolean;
}

/** A page as GeoJSON, ready to be sent. */
export interface TextPage {
  /**
   * What `toGeoJson` says of each feature, in UTF-8, one a line with commas between; in pieces.
   * Coordinates of 8° and more to the bit, nearer to zero to 15 decimals.
   */
  readonly text: readonly Uint8Array[];
  /** Features of the page. */
  readonly numberReturned: number;
  /** Another text for other features, or for another revision of one. */
  readonly state: string;
  /** Of the same instant as the page; `null` when it was not asked for. */
  readonly numberMatched: number | null;
  /** Where the next page begins; `null` at the end. */
  readonly next: string | null;
}

export interface LoadProgress {
  readonly layer: LayerId;
  /** Features written so far, over all layers. */
  readonly written: number;
}

/**
 * The one port of stored features. Both implementations give the same features in the same order (the order they
 * were given to `replaceAll`), coordinates to the bit.
 *
 * What a feature looks like when it comes back: every property of the catalogue is there (`null` where it was absent),
 * texts are NFC, and a `Polygon` of a polygon layer or a `LineString` of a line layer is its multi-geometry.
 *
 * `query`, `get` and `each` throw `StoreFault`: `store-query-*` for a question the catalogue does not allow (ask
 * `queryFaults` first for what comes from outside), any other code when the database fails under way.
 */
export interface FeatureStore {
  info(): Promise<StoreInfo>;
  /**
   * Replaces the whole content in one transaction: on any failure, an iterator that throws or a killed process, the
   * old content stays. Readers see the old content until the end.
   *
   * The value is the number of features written. Notes: `store-text-nfc`. Issues: `store-feature-*` naming layer and
   * feature, `store-locked`, `store-disk-full`, `store-failed`. An exception of the iterator passes through. Throws
   * RangeError when the meta is not of this profile.
   */
  replaceAll(
    meta: StoreMeta,
    features: Iterable<LayerFeature> | AsyncIterable<LayerFeature>,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<Result<number>>;
  query(query: FeatureQuery): Promise<FeaturePage>;
  /** The same order as `query`, without counting what matches. Throws also `store-query-cursor`. */
  page(query: KeysetQuery): Promise<KeysetPage>;
  /** The same features in the same order, written where that costs least. Throws also `store-query-cursor`. */
  textPage(query: TextQuery): Promise<TextPage>;
  /** `undefined` when the layer has no such id, or none that may be read: the database tells no difference. */
  get(layer: LayerId, id: string, readable?: Readable): Promise<StoredFeature | undefined>;
  /** One instant's content, in bounded memory; may be left early. */
  each(layer: LayerId, asOf?: IsoDate): AsyncIterable<StoredFeature>;
  /**
   * All edits in one transaction, in their order; durable when it resolves. On any issue nothing is written. Issues:
   * `store-edit-exists`, `-missing`, `-conflict`, `-layer`, `store-feature-*`, `store-locked`, `store-disk-full`,
   * `store-failed` and what else the database refuses.
   */
  applyEdits(
    layer: LayerId,
    edits: readonly FeatureEdit[],
    options?: EditOptions,
  ): Promise<Result<EditOutcome>>;
  /**
   * Edits of several layers, records and audit in one transaction. The value: what became of each layer's edits, in
   * their order. Issues: those of `applyEdits` and of `records.put`.
   */
  applyBatch(batch: EditBatch, options?: EditOptions): Promise<Result<readonly EditOutcome[]>>;
  /**
   * Tells every change from now on, after it was committed, by whomever: this store, another process, QGIS or SQL.
   * After a lost connection every layer is told once, since changes may have been missed. The value stops it.
   */
  watch(onChange: (change: Change) => void): Promise<() => Promise<void>>;
  readonly records: RecordStore;
  readonly audit: AuditLog;
  /** Everything the store holds, of one instant, in bounded memory. */
  dump(): AsyncIterable<DumpItem>;
  /**
   * Replaces everything by what `dump` of either store gave, in one transaction. The value is the number of items.
   * An exception of the iterator passes through and leaves the old content.
   */
  restore(items: AsyncIterable<DumpItem>): Promise<Result<number>>;
  close(): Promise<void>;
}
