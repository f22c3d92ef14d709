import { ok, type Result } from '@giapranh/core';
import { attempt } from '../embedded/attempt.js';
import { type SqliteConnection, sqliteDriver } from '../embedded/sqlite.js';

/** A tile in the XYZ scheme, y growing south; bytes as the file keeps them. */
export interface MbtilesTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly data: Uint8Array;
}

/** `MPBX`, by which `file` and GDAL know the format. */
const APPLICATION_ID = 0x4d504258;

const SCHEMA = `
  PRAGMA application_id = ${APPLICATION_ID};
  CREATE TABLE metadata (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE tiles (
    zoom_level INTEGER NOT NULL,
    tile_column INTEGER NOT NULL,
    tile_row INTEGER NOT NULL,
    tile_data BLOB NOT NULL
  );
`;

function fill(
  connection: SqliteConnection,
  metadata: Readonly<Record<string, string>>,
  tiles: Iterable<MbtilesTile>,
): number {
  let written = 0;
  connection.exec(SCHEMA);
  for (const [name, value] of Object.entries(metadata)) {
    connection.run('INSERT INTO metadata VALUES (?, ?)', [name, value.normalize('NFC')]);
  }
  for (const { z, x, y, data } of tiles) {
    // Rows of MBTiles are counted from the south (TMS).
    connection.run('INSERT INTO tiles VALUES (?, ?, ?, ?)', [z, x, 2 ** z - 1 - y, data]);
    written += 1;
  }
  connection.exec('CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)');
  return written;
}

/**
 * An MBTiles 1.3 file in one transaction. `path` is a new or an empty file. Value: the number of tiles. Issues:
 * `store-no-sqlite` and those of the file, `store-permission`, `store-disk-full`, `store-failed`.
 */
export async function writeMbtiles(
  path: string,
  metadata: Readonly<Record<string, string>>,
  tiles: Iterable<MbtilesTile>,
): Promise<Result<number>> {
  const driver = await sqliteDriver();
  if (!driver.ok) return driver;
  return attempt(path, () => {
    const connection = driver.value.open(path, 0);
    try {
      connection.exec('BEGIN');
      const written = fill(connection, metadata, tiles);
      connection.exec('COMMIT');
      return ok(written);
    } finally {
      connection.close();
    }
  });
}
