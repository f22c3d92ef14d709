import { ok, type Result } from '@giapranh/core';
import type pg from 'pg';
import { AUDIT_COLUMNS, type AuditEntry, type AuditFact, auditEntry, entryOf, valuesOf } from '../audit.js';
import { quoted } from '../layer-table.js';
import { guardFault, recordText, unstorable } from '../record-faults.js';
import {
  RECORD_KINDS,
  type RecordBody,
  type RecordGuard,
  type RecordKind,
  type StoredRecord,
} from '../record-store.js';
import { rowsOf } from './pool.js';

type Asked = pg.Pool | pg.PoolClient;

const tableOf = (schema: string, kind: RecordKind | 'audit') => `${quoted(schema)}.${kind}`;

function recordOf([key, body, revision]: readonly unknown[]): StoredRecord {
  return { key: String(key), body: JSON.parse(String(body)), revision: Number(revision) };
}

export async function readRecord(
  client: Asked,
  schema: string,
  kind: RecordKind,
  key: string,
  lock = '',
): Promise<StoredRecord | undefined> {
  const sql = `SELECT key, body, revision FROM ${tableOf(schema, kind)} WHERE key = $1 ${lock}`;
  const [row] = await rowsOf(client, sql, [key.normalize('NFC')]);
  return row === undefined ? undefined : recordOf(row);
}

export async function listRecords(
  client: Asked,
  schema: string,
  kind: RecordKind,
  after: string | undefined,
  limit: number,
): Promise<readonly StoredRecord[]> {
  const sql = `SELECT key, body, revision FROM ${tableOf(schema, kind)} WHERE key > $1 ORDER BY key LIMIT $2`;
  return (await rowsOf(client, sql, [after ?? '', limit])).map(recordOf);
}

/** Writers of one record wait for each other, also when there is none yet. */
async function lockKey(client: pg.PoolClient, schema: string, kind: RecordKind, key: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))', [`${schema}.${kind}`, key]);
}

export async function putRecord(
  client: pg.PoolClient,
  schema: string,
  kind: RecordKind,
  asked: string,
  body: RecordBody,
  guard: RecordGuard,
): Promise<Result<StoredRecord>> {
  const key = asked.normalize('NFC');
  const text = recordText(key, body);
  if (text === undefined) return { ok: false, issues: [unstorable(kind, key)] };
  await lockKey(client, schema, kind, key);
  const fault = guardFault(kind, key, guard, (await readRecord(client, schema, kind, key))?.revision);
  if (fault !== undefined) return { ok: false, issues: [fault] };
  const [row] = await rowsOf(
    client,
    `INSERT INTO ${tableOf(schema, kind)} (key, body, revision) VALUES ($1, $2, nextval('giapranh.revision'))
     ON CONFLICT (key) DO UPDATE SET body = excluded.body, revision = excluded.revision RETURNING key, body, revision`,
    [key, text],
  );
  return ok(recordOf(row ?? []));
}

export async function removeRecord(
  client: pg.PoolClient,
  schema: string,
  kind: RecordKind,
  asked: string,
  guard: RecordGuard,
): Promise<Result<boolean>> {
  const key = asked.normalize('NFC');
  await lockKey(client, schema, kind, key);
  const found = await readRecord(client, schema, kind, key);
  const fault = guardFault(kind, key, guard, found?.revision);
  if (fault !== undefined) return { ok: false, issues: [fault] };
  await client.query(`DELETE FROM ${tableOf(schema, kind)} WHERE key = $1`, [key]);
  return ok(found !== undefined);
}

/** For a restore: as it was, with its revision. */
export async function restoreRecord(
  client: pg.PoolClient,
  schema: string,
  kind: RecordKind,
  { key, body, revision }: StoredRecord,
): Promise<void> {
  const sql = `INSERT INTO ${tableOf(schema, kind)} (key, body, revision) VALUES ($1, $2, $3)`;
  await client.query(sql, [key, JSON.stringify(body), revision]);
}

export async function restoreAudit(client: pg.PoolClient, schema: string, entry: AuditEntry): Promise<void> {
  const marks = AUDIT_COLUMNS.map((_, index) => `$${index + 1}`).join(', ');
  const sql = `INSERT INTO ${tableOf(schema, 'audit')} (${AUDIT_COLUMNS.map(quoted).join(', ')}) VALUES (${marks})`;
  await client.query(sql, valuesOf(entry));
}

export async function emptyRecords(client: pg.PoolClient, schema: string): Promise<void> {
  for (const kind of [...RECORD_KINDS, 'audit'] as const) {
    await client.query(`DELETE FROM ${tableOf(schema, kind)}`);
  }
}

export async function listAudit(
  client: Asked,
  schema: string,
  after: number,
  limit: number,
): Promise<readonly AuditEntry[]> {
  const sql = `SELECT ${AUDIT_COLUMNS.map(quoted).join(', ')} FROM ${tableOf(schema, 'audit')} WHERE seq > $1 ORDER BY seq LIMIT $2`;
  return (await rowsOf(client, sql, [after, limit])).map(entryOf);
}

/** The chain grows by one writer at a time: others wait until this transaction ends. */
export async function appendAudit(
  client: pg.PoolClient,
  schema: string,
  facts: readonly AuditFact[],
): Promise<AuditEntry[]> {
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${schema}.audit`]);
  const [row] = await rowsOf(
    client,
    `SELECT seq, hash FROM ${tableOf(schema, 'audit')} ORDER BY seq DESC LIMIT 1`,
  );
  let last = row === undefined ? undefined : { seq: Number(row[0]), hash: String(row[1]) };
  const entries: AuditEntry[] = [];
  for (const fact of facts) {
    const entry = auditEntry(last, fact);
    await restoreAudit(client, schema, entry);
    entries.push(entry);
    last = entry;
  }
  return entries;
}
