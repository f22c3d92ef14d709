import type { Issue } from '@giapranh/core';
import type { ProcessId } from './inputs.js';

/** `accepted` waits, `running` computes; the others are ends. */
export type JobStatus = 'accepted' | 'running' | 'successful' | 'failed' | 'dismissed';

export interface Job {
  readonly id: string;
  readonly process: ProcessId;
  readonly inputs: unknown;
  /** Who asked: nobody else sees it. */
  readonly owner: string;
  readonly response: 'raw' | 'document';
  readonly created: Date;
  started?: Date;
  finished?: Date;
  status: JobStatus;
  progress: number;
  /** JSON text of the result. */
  json?: string;
  notes: readonly Issue[];
  issues?: readonly [Issue, ...Issue[]];
}

export function hasEnded({ status }: Job): boolean {
  return status !== 'accepted' && status !== 'running';
}
