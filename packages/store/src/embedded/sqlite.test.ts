import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { libsqlDriver } from './libsql.js';
import { nodeSqliteDriver } from './node-sqlite.js';
import { sqliteDriver } from './sqlite.js';
import { SQLITE, SqliteError } from './sqlite-error.js';

const folder = mkdtempSync(join(tmpdir(), 'giapranh-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

function codeOf(call: () => unknown): number {
  try {
    call();
  } catch (error) {
    if (error instanceof SqliteError) return error.code;
    throw error;
  }
  return 0;
}

// `node:sqlite` is there from Node 22 on; each driver that this Node has is held to the same.
const drivers = [await libsqlDriver(), nodeSqliteDriver()].filter((driver) => driver !== undefined);

it('chooses a driver that is there', async () => {
  const chosen = await sqliteDriver();
  expect(chosen.ok && drivers.map(({ name }) => name).includes(chosen.value.name)).toBe(true);
});

for (const driver of drivers) {
  describe(driver.name, () => {
    const path = join(folder, `${driver.name.replace(':', '-')}.db`);

    it('takes and gives every kind of value', () => {
      const connection = driver.open(path, 0);
      connection.exec('CREATE TABLE kept (a INTEGER PRIMARY KEY, b TEXT, c BLOB, d DOUBLE, e INTEGER)');
      const rows = [
        [1, 'Chợ Đồn', new Uint8Array([0, 1, 255]), 0.1 + 0.2, Number.MAX_SAFE_INTEGER],
        [2, null, null, null, null],
        [3, '', new Uint8Array(0), -1e300, -5],
      ];
      for (const row of rows) connection.run('INSERT INTO kept VALUES (?, ?, ?, ?, ?)', row);
      const found = connection.rows('SELECT * FROM kept ORDER BY a');
      const plain = found.map((row) =>
        row.map((value) => (value instanceof Uint8Array ? new Uint8Array(value) : value)),
      );
      expect(plain).toStrictEqual(rows);
      expect(connection.rows('SELECT a FROM kept WHERE b IS ?', [null])).toEqual([[2]]);
      expect(connection.rows('SELECT a FROM kept WHERE c = ?', [new Uint8Array([0, 1, 255])])).toEqual([[1]]);
      expect(connection.rows('SELECT a FROM kept WHERE a > ?', [9])).toEqual([]);
      connection.close();
    });

    it('has R*Tree and JSON', () => {
      const connection = driver.open(path, 0);
      connection.exec('CREATE VIRTUAL TABLE boxes USING rtree(id, minx, maxx, miny, maxy)');
      connection.run('INSERT INTO boxes VALUES (?, ?, ?, ?, ?)', [7, 0.1, 0.2, 0.1, 0.2]);
      expect(connection.rows('SELECT id FROM boxes WHERE minx <= ? AND maxx >= ?', [0.1, 0.2])).toEqual([
        [7],
      ]);
      expect(connection.rows('SELECT value FROM json_each(?)', ['[4,5]'])).toEqual([[4], [5]]);
      connection.close();
    });

    it('tells what went wrong by SQLite’s own numbers', () => {
      const connection = driver.open(path, 0);
      connection.exec('CREATE TABLE one (a UNIQUE); INSERT INTO one VALUES (1)');
      expect(codeOf(() => connection.run('INSERT INTO one VALUES (?)', [1]))).toBe(SQLITE.CONSTRAINT);
      const other = driver.open(path, 0);
      connection.exec('BEGIN IMMEDIATE');
      expect(codeOf(() => other.exec('BEGIN IMMEDIATE'))).toBe(SQLITE.BUSY);
      // Closing lets go of what was begun.
      connection.close();
      other.exec('BEGIN IMMEDIATE');
      other.close();
      const garbage = join(folder, `${driver.name.replace(':', '-')}-garbage`);
      writeFileSync(garbage, Buffer.alloc(4096, 0x41));
      expect(codeOf(() => driver.open(garbage, 0).rows('SELECT * FROM sqlite_schema'))).toBe(SQLITE.NOTADB);
      expect(codeOf(() => driver.open(join(folder, 'no', 'where'), 0))).toBe(SQLITE.CANTOPEN);
    });
  });
}
