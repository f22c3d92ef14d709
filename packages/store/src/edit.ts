import type { LayerFeature, LayerId } from '@giapranh/core';
import type { AuditFact } from './audit.js';
import type { RecordBody, RecordGuard, RecordKind } from './record-store.js';

/**
 * One change of a layer. `expected` is the revision the writer saw: when the stored one is another, nothing of the
 * whole transaction is written.
 */
export type FeatureEdit =
  | { readonly op: 'insert'; readonly feature: LayerFeature }
  | { readonly op: 'replace'; readonly feature: LayerFeature; readonly expected?: number }
  | { readonly op: 'delete'; readonly id: string; readonly expected?: number };

/** Who writes, for the audit, which is written in the same transaction. */
export interface EditAuthor {
  /** A user's name or a program's. */
  readonly who: string;
  /** On what authority: a decision, a task; `null` when none was given. */
  readonly authority: string | null;
  /** RFC 3339 instant, given by the caller: the store has no clock of its own for what is evidence. */
  readonly at: string;
}

export interface EditOptions {
  /** For edits that name no revision themselves. */
  readonly expected?: number;
  /** Absent: nothing is written to the audit. */
  readonly author?: EditAuthor;
  /**
   * `edit` (the default) marks rows as people's, which a new load of the profile keeps; `analysis` is for results
   * worked out anew, and leaves that mark as it is.
   */
  readonly writer?: 'edit' | 'analysis';
}

export interface EditedFeature {
  readonly id: string;
  readonly op: FeatureEdit['op'];
  /** The new revision; of a deletion the revision of the change itself. */
  readonly revision: number;
}

export interface EditOutcome {
  /** In the order of the edits. */
  readonly edited: readonly EditedFeature[];
  /** The newest revision of the store after the transaction. */
  readonly revision: number;
}

/** Edits of several layers and what is to be remembered with them: all of it is written, or nothing. */
export interface EditBatch {
  readonly layers: readonly { readonly layer: LayerId; readonly edits: readonly FeatureEdit[] }[];
  readonly records?: readonly {
    readonly kind: RecordKind;
    readonly key: string;
    readonly body: RecordBody;
    readonly guard?: RecordGuard;
  }[];
  /** Acts beside the edits, which the audit keeps by themselves. */
  readonly facts?: readonly AuditFact[];
}

/** Something of a layer changed, whoever changed it: this process, another one, or a program such as QGIS. */
export interface Change {
  readonly layer: LayerId;
  /** `null`: too many to name, or a whole load; look at the layer anew. */
  readonly ids: readonly string[] | null;
  /** The store's revision of the last of them. Revisions only grow. */
  readonly revision: number;
}
