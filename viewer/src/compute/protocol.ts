import type {
  AdminLevel,
  BorderPlace,
  BorderZone,
  CornerTableInput,
  CornerTableResult,
  IsoDate,
  Issue,
  LocalText,
  Profile,
  Result,
  SharedBorder,
  SiteFlags,
  SiteOverlap,
} from '@giapranh/core';
import type { Feature, Geometry } from 'geojson';

export interface ZoneAsk {
  readonly vintage: string;
  readonly level: AdminLevel;
  /** Codes of the pair, in the order their ground is told. */
  readonly pair: readonly [string, string];
  readonly widths_m: readonly number[];
  readonly side: 'both' | 'first' | 'second';
  readonly ends: 'round' | 'flat';
}

export interface ZoneAnswer {
  readonly zones: readonly BorderZone[];
  readonly border: SharedBorder;
}

export type TableSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array };

export interface ReadAsk {
  readonly source: TableSource;
  /** The reading the user stands for. */
  readonly crs: string | null;
  readonly repair: boolean;
}

export type ReadAnswer =
  | {
      readonly kind: 'table';
      readonly input: CornerTableInput;
      readonly result: CornerTableResult;
      /** What would be mended if that were asked. */
      readonly repairs: readonly Issue[];
    }
  /** Features of a GeoJSON or KML file: nothing about them is to be found out. */
  | {
      readonly kind: 'features';
      readonly features: readonly Feature[];
      /** As it was read, to show what could not be beside it. */
      readonly text: string;
      /** What was left out, each with its line (`row`). */
      readonly faults: readonly Issue[];
    };

export interface AssessAsk {
  readonly features: readonly Feature[];
  readonly asOf: IsoDate;
}

export interface PlaceAsk {
  readonly geometry: Geometry;
  readonly asOf: IsoDate;
  /** How far it may be off. */
  readonly error_m: number;
}

/** One thing a site meets, by name. */
export interface NamedOverlap extends SiteOverlap {
  readonly title: LocalText;
}

export interface Assessed {
  readonly flags: readonly SiteFlags[];
  readonly overlaps: readonly NamedOverlap[];
  /** On the ellipsoid, by site. */
  readonly areas_m2: Readonly<Record<string, number>>;
}

export interface CornerTableAsk {
  readonly zones: readonly BorderZone[];
  readonly crs: string;
}

/** A table of a file that a GIS opens. */
export interface FeatureTable {
  readonly name: string;
  readonly title: string;
  readonly geometryType: 'MULTIPOLYGON' | 'MULTILINESTRING' | 'GEOMETRY';
  readonly features: readonly Feature[];
}

/** Everything the worker does: what it is asked with, and what it answers. */
export interface Jobs {
  readonly prepare: { readonly ask: null; readonly answer: null };
  readonly zones: { readonly ask: ZoneAsk; readonly answer: ZoneAnswer };
  readonly zoneTable: { readonly ask: CornerTableAsk; readonly answer: string };
  readonly read: { readonly ask: ReadAsk; readonly answer: ReadAnswer };
  readonly table: {
    readonly ask: { readonly result: CornerTableResult; readonly crs: string };
    readonly answer: string;
  };
  readonly place: { readonly ask: PlaceAsk; readonly answer: BorderPlace };
  readonly assess: { readonly ask: AssessAsk; readonly answer: Assessed };
  readonly geopackage: { readonly ask: readonly FeatureTable[]; readonly answer: Uint8Array };
}

export type JobName = keyof Jobs;

/** Where a job is; `loaded_bytes` while the ground is being fetched. */
export interface Progress {
  readonly step: 'ground' | 'engine' | 'computing' | 'writing';
  readonly loaded_bytes?: number;
}

export type WorkerAsk =
  | {
      readonly kind: 'open';
      readonly profile: Profile;
      readonly origin: string;
      /** Gzipped JSON of the ground where no server gives it; `null`: ask the server. */
      readonly ground: ArrayBuffer | null;
    }
  | { readonly kind: 'job'; readonly id: number; readonly name: JobName; readonly ask: unknown };

export type WorkerTold =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> };
