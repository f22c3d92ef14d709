import type { AuditEntry } from '../audit.js';
import type { StoredFeature, StoreMeta } from '../feature-store.js';
import type { RecordKind, StoredRecord } from '../record-store.js';

/** One thing a store holds. A dump gives them in this order: meta, features by layer, what was removed, records, audit. */
export type DumpItem =
  | { readonly kind: 'meta'; readonly profile: string; readonly meta: StoreMeta | null }
  | { readonly kind: 'feature'; readonly feature: StoredFeature; readonly updatedAt: string | null }
  | { readonly kind: 'removed'; readonly layer: string; readonly id: string }
  | { readonly kind: 'record'; readonly table: RecordKind; readonly record: StoredRecord }
  | { readonly kind: 'audit'; readonly entry: AuditEntry };
