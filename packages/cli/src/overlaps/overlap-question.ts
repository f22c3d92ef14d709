import type { CommuneGround, Issue, OverlapOptions, OverlapSite, PackedSites } from '@giapranh/core';

/** Forms that can be written site by site. */
export const OVERLAP_STREAM_FORMATS = ['json', 'csv', 'geojson'] as const;
export type OverlapStreamFormat = (typeof OVERLAP_STREAM_FORMATS)[number];

/** What a thread starts with. */
export interface OverlapThreadData {
  /** The prepared layer's block, in shared memory. */
  readonly block: Uint8Array;
  readonly options: Pick<OverlapOptions, 'within_m' | 'feature_error_m'>;
  /** What people call each feature, by its id. */
  readonly names: ReadonlyMap<string, string>;
  readonly format: OverlapStreamFormat;
}

/**
 * Ground that later sites are known by, or sites with the place of the first among all: packed, and whole where their
 * shapes are written as they were read.
 */
export type OverlapQuestion = { readonly communes: readonly CommuneGround[] } | SitesQuestion;

export interface SitesQuestion {
  readonly sites: readonly OverlapSite[] | PackedSites;
  /** What people call each site. */
  readonly names: readonly string[];
  readonly first: number;
}

export interface OverlapAnswer {
  /** The rows in the form asked for, a row a line, without a head. */
  readonly text: string;
  readonly pairs: number;
  readonly notes: readonly Issue[];
  /** Whether no site of the question could be read. */
  readonly unread: boolean;
}
