import type { IsoDate, Issue, LayerId } from '@giapranh/core';
import type { VectorLayer } from '@giapranh/tiles';

/** What the tile thread is started with. */
export interface TileWorkerData {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly profile: string;
  readonly preparedPath: string;
}

export interface LayerSheet {
  readonly layer: LayerId;
  /** Dataset ids. */
  readonly sources: readonly string[];
  readonly bounds: readonly [number, number, number, number] | null;
  readonly vectorLayers: { readonly vi: readonly VectorLayer[]; readonly en: readonly VectorLayer[] };
}

/** A tile asked of the thread; `asOf` any day of the period. */
export interface CutRequest {
  readonly id: number;
  readonly layers: readonly LayerId[];
  readonly asOf: IsoDate;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export type WorkerMessage =
  | {
      readonly kind: 'ready';
      readonly changes: readonly IsoDate[];
      readonly sheets: readonly LayerSheet[];
      /** Whether the layers had to be prepared, and how long getting ready took. */
      readonly prepared: boolean;
      readonly took_ms: number;
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
  | { readonly kind: 'broken'; readonly id: number; readonly message: string };
