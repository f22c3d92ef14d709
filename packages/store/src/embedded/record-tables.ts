import { ok, type Result } from '@giapranh/core';
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
import type { SqliteConnection, SqlValue } from './sqlite.js';

const tableOf = (kind: RecordKind) => `giapranh_${kind}`;

export function recordTable(kind: RecordKind): string {
  return `CREATE TABLE IF NOT EXISTS ${tableOf(kind)} (
  key TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL,
  revision INTEGER NOT NULL
);`;
}

/** Kept out of `gpkg_contents`: users and tokens are nothing for a map. */
export const RECORD_TABLES = `
${RECORD_KINDS.map(recordTable).join('\n')}
CREATE TABLE giapranh_audit (
  seq INTEGER PRIMARY KEY NOT NULL,
  ${AUDIT_COLUMNS.slice(1)
    .map((column) => `${quoted(column)} TEXT`)
    .join(',\n  ')}
);
CREATE TRIGGER giapranh_audit_update BEFORE UPDATE ON giapranh_audit
  BEGIN SELECT raise(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER giapranh_audit_delete BEFORE DELETE ON giapranh_audit
  WHEN NOT EXISTS (SELECT 1 FROM giapranh_writer WHERE name = 'load')
  BEGIN SELECT raise(ABORT, 'the audit is append-only'); END;
`;

function recordOf([key, body, revision]: readonly SqlValue[]): StoredRecord {
  return { key: String(key), body: JSON.parse(String(body)), revision: Number(revision) };
}

export function readRecord(
  connection: SqliteConnection,
  kind: RecordKind,
  key: string,
): StoredRecord | undefined {
  const sql = `SELECT key, body, revision FROM ${tableOf(kind)} WHERE key = ?`;
  const [row] = connection.rows(sql, [key.normalize('NFC')]);
  return row === undefined ? undefined : recordOf(row);
}

export function listRecords(
  connection: SqliteConnection,
  kind: RecordKind,
  after: string | undefined,
  limit: number,
): readonly StoredRecord[] {
  const sql = `SELECT key, body, revision FROM ${tableOf(kind)} WHERE key > ? ORDER BY key LIMIT ?`;
  return connection.rows(sql, [after ?? '', limit]).map(recordOf);
}

/** Takes the next revision: those of records and of features come from one row of numbers. */
function nextRevision(connection: SqliteConnection): number {
  connection.run("INSERT INTO giapranh_change (layer, id) VALUES ('', NULL)", []);
  return Number(connection.rows('SELECT max(seq) FROM giapranh_change')[0]?.[0]);
}

export function putRecord(
  connection: SqliteConnection,
  kind: RecordKind,
  asked: string,
  body: RecordBody,
  guard: RecordGuard,
): Result<StoredRecord> {
  const key = asked.normalize('NFC');
  const text = recordText(key, body);
  if (text === undefined) return { ok: false, issues: [unstorable(kind, key)] };
  const fault = guardFault(kind, key, guard, readRecord(connection, kind, key)?.revision);
  if (fault !== undefined) return { ok: false, issues: [fault] };
  const revision = nextRevision(connection);
  connection.run(`INSERT OR REPLACE INTO ${tableOf(kind)} (key, body, revision) VALUES (?, ?, ?)`, [
    key,
    text,
    revision,
  ]);
  return ok({ key, body: JSON.parse(text), revision });
}

export function removeRecord(
  connection: SqliteConnection,
  kind: RecordKind,
  asked: string,
  guard: RecordGuard,
): Result<boolean> {
  const key = asked.normalize('NFC');
  const found = readRecord(connection, kind, key);
  const fault = guardFault(kind, key, guard, found?.revision);
  if (fault !== undefined) return { ok: false, issues: [fault] };
  connection.run(`DELETE FROM ${tableOf(kind)} WHERE key = ?`, [key]);
  return ok(found !== undefined);
}

/** For a restore: as it was, with its revision. */
export function restoreRecord(connection: SqliteConnection, kind: RecordKind, record: StoredRecord): void {
  const sql = `INSERT INTO ${tableOf(kind)} (key, body, revision) VALUES (?, ?, ?)`;
  connection.run(sql, [record.key, JSON.stringify(record.body), record.revision]);
}

export function restoreAudit(connection: SqliteConnection, entry: AuditEntry): void {
  const marks = AUDIT_COLUMNS.map(() => '?').join(', ');
  connection.run(
    `INSERT INTO giapranh_audit (${AUDIT_COLUMNS.map(quoted).join(', ')}) VALUES (${marks})`,
    valuesOf(entry),
  );
}

export function emptyRecords(connection: SqliteConnection): void {
  for (const table of [...RECORD_KINDS.map(tableOf), 'giapranh_audit'])
    connection.run(`DELETE FROM ${table}`, []);
}

export function listAudit(connection: SqliteConnection, after: number, limit: number): readonly AuditEntry[] {
  const sql = `SELECT ${AUDIT_COLUMNS.map(quoted).join(', ')} FROM giapranh_audit WHERE seq > ? ORDER BY seq LIMIT ?`;
  return connection.rows(sql, [after, limit]).map(entryOf);
}

export function appendAudit(connection: SqliteConnection, facts: readonly AuditFact[]): AuditEntry[] {
  const [row] = connection.rows('SELECT seq, hash FROM giapranh_audit ORDER BY seq DESC LIMIT 1');
  let last = row === undefined ? undefined : { seq: Number(row[0]), hash: String(row[1]) };
  return facts.map((fact) => {
    const entry = auditEntry(last, fact);
    restoreAudit(connection, entry);
    last = entry;
    return entry;
  });
}
