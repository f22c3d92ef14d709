import { createHash } from 'node:crypto';
import type { Result } from '@giapranh/core';

/** What is to be remembered of one act. */
export interface AuditFact {
  /** RFC 3339 instant, given by the caller. */
  readonly at: string;
  readonly who: string;
  /** `insert`, `replace`, `delete`, `sign-in`… */
  readonly action: string;
  /** Layer or kind of record; `null` when it is about neither. */
  readonly subject: string | null;
  readonly id: string | null;
  /** JSON text before and after; `null` when there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly authority: string | null;
}

/** One link of the chain. */
export interface AuditEntry extends AuditFact {
  /** From 1, without gaps. */
  readonly seq: number;
  /** Of the entry before; 64 zeros for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** Append only: both databases refuse to change or remove an entry. */
export interface AuditLog {
  append(facts: readonly AuditFact[]): Promise<Result<readonly AuditEntry[]>>;
  /** By `seq`, after the one given. */
  list(page: { readonly after?: number; readonly limit: number }): Promise<readonly AuditEntry[]>;
}

export const FIRST_LINK = '0'.repeat(64);

/** SHA-256 over the hash before and every field, as a JSON array in the order of the columns. */
function auditHash(previous: string, seq: number, fact: AuditFact): string {
  const { at, who, action, subject, id, before, after, authority } = fact;
  return createHash('sha256')
    .update(JSON.stringify([previous, seq, at, who, action, subject, id, before, after, authority]))
    .digest('hex');
}

/** The fact as the link after `last`. */
export function auditEntry(last: Pick<AuditEntry, 'seq' | 'hash'> | undefined, fact: AuditFact): AuditEntry {
  const seq = (last?.seq ?? 0) + 1;
  const previous = last?.hash ?? FIRST_LINK;
  return { ...fact, seq, previous, hash: auditHash(previous, seq, fact) };
}

export interface AuditVerdict {
  readonly entries: number;
  /** The first entry that is not what was written: changed, removed before it, or inserted. */
  readonly brokenAt: number | null;
  /** Of the last entry: kept elsewhere, it shows later whether the end was cut off. */
  readonly hash: string;
}

/** Walks the whole chain in bounded memory. */
export async function verifyAudit(log: Pick<AuditLog, 'list'>, pageSize = 1_000): Promise<AuditVerdict> {
  let last: AuditEntry | undefined;
  for (;;) {
    const page = await log.list({ limit: pageSize, ...(last === undefined ? {} : { after: last.seq }) });
    for (const entry of page) {
      const told = auditEntry(last, entry);
      if (told.seq !== entry.seq || told.previous !== entry.previous || told.hash !== entry.hash) {
        return { entries: last?.seq ?? 0, brokenAt: entry.seq, hash: last?.hash ?? FIRST_LINK };
      }
      last = entry;
    }
    if (page.length < pageSize)
      return { entries: last?.seq ?? 0, brokenAt: null, hash: last?.hash ?? FIRST_LINK };
  }
}

/** Columns of the audit table, in the order `entryOf` takes them. */
export const AUDIT_COLUMNS = [
  'seq',
  'at',
  'who',
  'action',
  'subject',
  'id',
  'before',
  'after',
  'authority',
  'previous',
  'hash',
] as const;

export function entryOf(row: readonly unknown[]): AuditEntry {
  const [seq, at, who, action, subject, id, before, after, authority, previous, hash] = row;
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return {
    seq: Number(seq),
    at: String(at),
    who: String(who),
    action: String(action),
    subject: text(subject),
    id: text(id),
    before: text(before),
    after: text(after),
    authority: text(authority),
    previous: String(previous),
    hash: String(hash),
  };
}

export function valuesOf(entry: AuditEntry): (string | number | null)[] {
  return AUDIT_COLUMNS.map((column) => entry[column]);
}
