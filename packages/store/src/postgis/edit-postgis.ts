import { err, type Issue, ok, type Result } from '@giapranh/core';
import type pg from 'pg';
import type { AuditFact } from '../audit.js';
import type { EditedFeature, EditOptions, EditOutcome, FeatureEdit } from '../edit.js';
import { editFact } from '../edit-fact.js';
import { alreadyThere, changedMeanwhile, notThere, wrongLayer } from '../edit-faults.js';
import { type FeatureRow, featureRow } from '../feature-row.js';
import type { StoredFeature } from '../feature-store.js';
import type { LayerTable } from '../layer-table.js';
import { featureColumns } from './feature-sql.js';
import { quotedColumns, writtenMarks, writtenValues } from './feature-write.js';
import { rowsOf } from './pool.js';
import { tableIn } from './postgis-tables.js';
import { appendAudit } from './record-tables.js';
import { featureOf } from './stored-row.js';

interface Edited extends EditedFeature {
  readonly before: StoredFeature | undefined;
  readonly after: StoredFeature | undefined;
}

/** One edit after another on one connection. */
class Editing {
  readonly #client: pg.PoolClient;
  readonly #table: LayerTable;
  readonly #name: string;

  constructor(client: pg.PoolClient, schema: string, table: LayerTable) {
    this.#client = client;
    this.#table = table;
    this.#name = tableIn(schema, table);
  }

  async apply(edit: FeatureEdit, expected: number | undefined): Promise<Result<Edited>> {
    const layer = this.#table.layer.id;
    if (edit.op !== 'delete' && edit.feature.layer !== layer) {
      return err(wrongLayer(layer, edit.feature.id, edit.feature.layer));
    }
    const row = edit.op === 'delete' ? undefined : featureRow(edit.feature);
    if (row?.ok === false) return row;
    const id = edit.op === 'delete' ? edit.id.normalize('NFC') : (row?.value.id ?? '');
    if (edit.op === 'insert') {
      const after = row === undefined ? undefined : await this.#insert(row.value);
      if (after === undefined) return err(alreadyThere(layer, id));
      return ok({ id, op: edit.op, revision: after.revision, before: undefined, after });
    }
    const before = await this.#locked(id);
    if (before === undefined) return err(notThere(layer, id));
    const wanted = edit.expected ?? expected;
    if (wanted !== undefined && wanted !== before.revision) {
      return err(changedMeanwhile(layer, id, wanted, before.revision));
    }
    const after = row === undefined ? await this.#remove(id) : await this.#replace(row.value);
    return ok({ id, op: edit.op, revision: after?.revision ?? (await this.newest()), before, after });
  }

  async newest(): Promise<number> {
    const [row] = await rowsOf(this.#client, 'SELECT last_value FROM giapranh.revision');
    return Number(row?.[0]);
  }

  async #one(sql: string, values: readonly unknown[]): Promise<StoredFeature | undefined> {
    const [row] = await rowsOf(this.#client, sql, values);
    return row === undefined ? undefined : featureOf(this.#table, row);
  }

  #locked(id: string): Promise<StoredFeature | undefined> {
    return this.#one(`SELECT ${featureColumns(this.#table)} FROM ${this.#name} WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
  }

  #insert(row: FeatureRow): Promise<StoredFeature | undefined> {
    return this.#one(
      `INSERT INTO ${this.#name} (${quotedColumns(this.#table)}) VALUES (${writtenMarks(this.#table).join(', ')})
       ON CONFLICT (id) DO NOTHING RETURNING ${featureColumns(this.#table)}`,
      writtenValues(row),
    );
  }

  #replace(row: FeatureRow): Promise<StoredFeature | undefined> {
    return this.#one(
      `UPDATE ${this.#name} SET (${quotedColumns(this.#table)}) = (${writtenMarks(this.#table, 2).join(', ')})
       WHERE id = $1 RETURNING ${featureColumns(this.#table)}`,
      [row.id, ...writtenValues(row)],
    );
  }

  async #remove(id: string): Promise<undefined> {
    await this.#client.query(`DELETE FROM ${this.#name} WHERE id = $1`, [id]);
  }
}

/** See `FeatureStore.applyEdits`; inside a transaction that an issue rolls back. */
export async function editPostgis(
  client: pg.PoolClient,
  schema: string,
  table: LayerTable,
  edits: readonly FeatureEdit[],
  { author, expected, writer }: EditOptions,
): Promise<Result<EditOutcome>> {
  if (writer === 'analysis') await client.query("SELECT set_config('giapranh.writer', 'analysis', true)");
  const editing = new Editing(client, schema, table);
  const edited: EditedFeature[] = [];
  const facts: AuditFact[] = [];
  const faults: Issue[] = [];
  for (const edit of edits) {
    const one = await editing.apply(edit, expected);
    if (!one.ok) {
      faults.push(...one.issues);
      continue;
    }
    const { id, op, revision, before, after } = one.value;
    edited.push({ id, op, revision });
    if (author !== undefined) facts.push(editFact(author, op, before, after));
  }
  const [first, ...rest] = faults;
  if (first !== undefined) return err(first, ...rest);
  if (facts.length > 0) await appendAudit(client, schema, facts);
  return ok({ edited, revision: await editing.newest() });
}
