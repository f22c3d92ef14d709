import { err, type Issue, issue, ok, type Result } from '@giapranh/core';
import type pg from 'pg';
import { rowsOf } from './pool.js';

const OLDEST_POSTGRESQL = 15;
const OLDEST_POSTGIS = '3.3';

function tooOld(location: string, what: string, found: string, needed: string) {
  return issue(
    'store-too-old',
    [location],
    `${what} ${found} cũ quá; cần ${needed} trở lên (${location}).`,
    `${what} ${found} is too old; ${needed} or later is needed (${location}).`,
  );
}

function postgisMissing(location: string) {
  return issue(
    'store-postgis-missing',
    [location],
    `Cơ sở dữ liệu chưa có PostGIS (${location}).`,
    `The database has no PostGIS (${location}).`,
    {
      vi: 'Cài gói PostGIS trên máy chủ, rồi để người quản trị chạy: CREATE EXTENSION postgis;',
      en: 'Install PostGIS on the server, then have an administrator run: CREATE EXTENSION postgis;',
    },
  );
}

async function installed(client: pg.ClientBase) {
  const [row] = await rowsOf(
    client,
    `SELECT extension.extversion, schema.nspname::text FROM pg_extension AS extension
     JOIN pg_namespace AS schema ON schema.oid = extension.extnamespace WHERE extension.extname = 'postgis'`,
  );
  return row === undefined ? undefined : { version: String(row[0]), schema: String(row[1]) };
}

function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  const [major = 0, minor = 0] = a ?? [];
  const [leastMajor = 0, leastMinor = 0] = b ?? [];
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}

/** The value: the schema PostGIS lives in. Issues: `store-too-old`, `store-postgis-missing`. */
export async function checkRequirements(client: pg.ClientBase, location: string): Promise<Result<string>> {
  const [server] = await rowsOf(client, 'SHOW server_version');
  const version = String(server?.[0]);
  if (Number.parseInt(version, 10) < OLDEST_POSTGRESQL) {
    return err(tooOld(location, 'PostgreSQL', version, String(OLDEST_POSTGRESQL)));
  }
  if ((await installed(client)) === undefined) {
    // Allowed to administrators only; whoever is refused reads how to ask for it.
    await client.query('CREATE EXTENSION IF NOT EXISTS postgis').catch(() => undefined);
  }
  const postgis = await installed(client);
  if (postgis === undefined) return err(postgisMissing(location));
  return isOlder(postgis.version, OLDEST_POSTGIS)
    ? err(tooOld(location, 'PostGIS', postgis.version, OLDEST_POSTGIS))
    : ok(postgis.schema);
}

/** What keeps a commit from outliving a power cut: settings of the whole server, which no client may change. */
export async function durabilityNotes(client: pg.ClientBase, location: string): Promise<readonly Issue[]> {
  const [row] = await rowsOf(client, "SELECT current_setting('fsync'), current_setting('full_page_writes')");
  const off = ['fsync', 'full_page_writes'].filter((_, index) => row?.[index] === 'off').join(', ');
  if (off === '') return [];
  return [
    issue(
      'store-not-durable',
      [location],
      `PostgreSQL đang tắt ${off} (${location}): mất điện có thể mất hoặc hỏng dữ liệu đã ghi.`,
      `PostgreSQL runs with ${off} off (${location}): a power cut may lose or damage what was written.`,
      {
        vi: 'Để người quản trị bật lại trong postgresql.conf.',
        en: 'Have an administrator turn it on again in postgresql.conf.',
      },
    ),
  ];
}
