import type { IsoDate, Issue } from '@giapranh/core';
import type { ProcessId } from './inputs.js';

/** What the thread of processes is started with. */
export interface ProcessWorkerData {
  readonly dataRoot: string;
  readonly profile: string;
}

export interface RunRequest {
  readonly run: string;
  readonly process: ProcessId;
  /** As the process's schema let them through. */
  readonly inputs: unknown;
  readonly today: IsoDate;
}

export type RunMessage =
  | { readonly kind: 'progress'; readonly run: string; readonly percent: number }
  /** The value as JSON text: it is made once and never looked into again. */
  | { readonly kind: 'done'; readonly run: string; readonly json: string; readonly notes: readonly Issue[] }
  | { readonly kind: 'failed'; readonly run: string; readonly issues: readonly [Issue, ...Issue[]] }
  | { readonly kind: 'broken'; readonly run: string; readonly message: string };
