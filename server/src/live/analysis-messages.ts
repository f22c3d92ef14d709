import type { Issue } from '@giapranh/core';

export interface AnalysisThreadData {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly dataRoot: string;
  readonly profile: string;
  /** Of the content that is loaded. */
  readonly contentHash: string;
}

export type AnalysisMessage =
  | {
      readonly kind: 'done';
      readonly took_ms: number;
      readonly changed: number;
      readonly causes: readonly string[];
    }
  | { readonly kind: 'failed'; readonly issues: readonly Issue[] };

/** `warm`: somebody who may record is here. */
export type AnalysisOrder = 'warm' | 'close';
