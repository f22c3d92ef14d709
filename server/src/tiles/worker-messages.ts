import type { Filter, IsoDate, Issue, LayerId, Secrecy, Validity } from '@giapranh/core';
import type { ChangedGround, VectorLayer } from '@giapranh/tiles';
import type { Mark } from './mark.js';

/** What the tile thread is started with. */
export interface TileWorkerData {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly profile: string;
  /** Where prepared layers are kept, without the ending. */
  readonly preparedPath: string;
  /** A layer with more features than this stays in the database, when that is PostGIS. */
  readonly featuresInMemory: number;
  /** How long one question to the store may take. */
  readonly query_ms: number;
}

/** What there is to tell of the features of one level of secrecy. */
export interface LevelSheet {
  readonly secrecy: Secrecy;
  /** Dataset ids. */
  readonly sources: readonly string[];
  readonly bounds: readonly [number, number, number, number];
  /** From the first to the last day any of them is in force; `null` ends are open. */
  readonly validity: Validity;
}

export interface LayerSheet {
  readonly layer: LayerId;
  /** Levels that have features. */
  readonly levels: readonly LevelSheet[];
  readonly vectorLayers: { readonly vi: readonly VectorLayer[]; readonly en: readonly VectorLayer[] };
}

/** A tile asked of the thread; `asOf` any day of the period. */
export interface CutRequest {
  readonly id: number;
  readonly layers: readonly LayerId[];
  readonly asOf: IsoDate;
  readonly secrecy: readonly Secrecy[];
  /** Of what is not public, only what belongs to these; `null` for every unit. */
  readonly units: readonly string[] | null;
  readonly filter: Filter | null;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** What an edit changed of one layer. */
export interface LayerChange {
  readonly layer: LayerId;
  /** What it touched, by who may see it; `null` where that is not known. */
  readonly marks: readonly Mark[] | null;
  /** Where; `null` for the whole layer. */
  readonly ground: ChangedGround | null;
}

/** The content of one mark: another text whenever it is another. */
export interface MarkState {
  readonly mark: Mark;
  readonly state: string;
}

export type WorkerMessage =
  | {
      readonly kind: 'ready';
      readonly changes: readonly IsoDate[];
      readonly sheets: readonly LayerSheet[];
      readonly marks: readonly MarkState[];
      /** Of layers too large to be read at the start: another at each. */
      readonly unmarked: string;
      /** Whether the layers had to be prepared, and how long getting ready took. */
      readonly prepared: boolean;
      readonly took_ms: number;
      /** Why what was prepared could not be written for the next start. */
      readonly notKept?: string;
    }
  | { readonly kind: 'failed'; readonly issues: readonly [Issue, ...Issue[]] }
  | {
      readonly kind: 'tile';
      readonly id: number;
      readonly gzip: Uint8Array | null;
      readonly etag: string;
      readonly features: number;
      readonly collapsed: number;
      readonly took_ms: number;
    }
  | { readonly kind: 'brotli'; readonly id: number; readonly etag: string; readonly brotli: Uint8Array }
  | {
      readonly kind: 'changed';
      readonly revision: number;
      readonly changes: readonly IsoDate[];
      readonly sheets: readonly LayerSheet[];
      readonly layers: readonly LayerChange[];
    }
  | {
      readonly kind: 'broken';
      readonly id: number;
      readonly message: string;
      /** Where the store failed. */
      readonly issue?: Issue;
    };
