import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, issue, ok, type Result } from '@giapranh/core';
import type { FeatureStore } from '../feature-store.js';
import { profileIdFault } from '../profile-id.js';
import { attempt } from './attempt.js';
import { connect } from './connect.js';
import { GeoPackageStore } from './geopackage-store.js';
import { APPLICATION_ID } from './geopackage-tables.js';
import { bringUpToDate, foreignFile } from './migrations.js';
import { patiently } from './patience.js';
import { type SqliteConnection, type SqliteDriver, sqliteDriver } from './sqlite.js';
import { corrupt } from './sqlite-issue.js';

function damage(connection: SqliteConnection): string | undefined {
  const [first] = connection.rows('PRAGMA quick_check(1)');
  return first?.[0] === 'ok' ? undefined : String(first?.[0]);
}

/**
 * A database of something else. Asked of the engine, never by opening the file: on POSIX systems closing any other
 * descriptor of it lets go of the locks of every connection this process has (sqlite.org/howtocorrupt.html, 2.2).
 */
function isForeign(connection: SqliteConnection): boolean {
  const [tables] = connection.rows('SELECT count(*) FROM sqlite_schema');
  const [id] = connection.rows('PRAGMA application_id');
  return Number(tables?.[0]) > 0 && Number(id?.[0]) !== APPLICATION_ID;
}

async function prepare(
  connection: SqliteConnection,
  path: string,
  profile: string,
): Promise<Result<undefined>> {
  if (await patiently(() => isForeign(connection))) return err(foreignFile(path));
  const damaged = await patiently(() => damage(connection));
  if (damaged !== undefined) return err(corrupt(path, damaged));
  const current = await bringUpToDate(connection, path, profile);
  if (!current.ok) return current;
  await patiently(() => connection.rows('PRAGMA journal_mode = WAL'));
  const [owner] = connection.rows("SELECT value FROM giapranh_meta WHERE key = 'profile'");
  return owner?.[0] === profile ? ok(undefined) : err(foreignFile(path));
}

async function openWith(
  driver: SqliteDriver,
  path: string,
  profile: string,
  query_ms: number | undefined,
): Promise<Result<FeatureStore>> {
  const connection = await patiently(() => connect(driver, path));
  try {
    const prepared = await prepare(connection, path, profile);
    return prepared.ok ? ok(new GeoPackageStore(driver, path, profile, query_ms)) : prepared;
  } finally {
    connection.close();
  }
}

/** `<dataDir>/<profile>.gpkg`, made when it is not there. Never replaces a file that is something else. */
export async function openGeoPackage(
  dataDir: string,
  profile: string,
  query_ms?: number,
): Promise<Result<FeatureStore>> {
  const fault = profileIdFault(profile);
  if (fault !== undefined) return err(fault);
  const driver = await sqliteDriver();
  if (!driver.ok) return driver;
  const path = join(dataDir, `${profile}.gpkg`);
  try {
    await mkdir(dataDir, { recursive: true });
    return await attempt(path, () => openWith(driver.value, path, profile, query_ms));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return err(directoryIssue(path, String(error.code)));
    throw error;
  }
}

function directoryIssue(path: string, code: string) {
  return issue(
    'store-directory',
    [path],
    `Không dùng được thư mục dữ liệu để mở ${path} (${code}).`,
    `The data directory cannot be used to open ${path} (${code}).`,
    {
      vi: 'Kiểm tra đường dẫn và quyền ghi, hoặc chọn thư mục khác bằng GIAPRANH_DATA.',
      en: 'Check the path and the permission to write, or choose another directory by GIAPRANH_DATA.',
    },
  );
}
