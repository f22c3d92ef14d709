import { randomBytes } from 'node:crypto';
import { CATALOG, parseCql2Text, REGISTERS } from '@giapranh/core';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import { describe, expect, it } from 'vitest';
import { day } from '../day.js';
import { must } from '../must.js';
import { rowsOf as rows, withPostgres } from '../postgres.js';
import { load, point, sample } from './store/samples.js';

const postgres = withPostgres();

const COLUMN_TYPES = {
  polygon: 'MULTIPOLYGON',
  line: 'MULTILINESTRING',
  point: 'POINT',
  any: 'GEOMETRY',
} as const;

/** A day of 1950 to 1963 each. */
const dayAt = (index: number) => new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10);

const LAYERS = [...CATALOG, ...REGISTERS];
/** The server's log is written by a process of its own, a moment later. */
const LATE_LOG = { timeout: 10_000 } as const;
/** What people removed, eight kinds of records, the audit. */
const KEYED_TABLES = 10;

async function open(url: string, profile = 'bac-kan') {
  const databaseUrl = parseDatabaseUrl(url);
  if (!databaseUrl.ok) throw new Error('not an address');
  return openStore({ databaseUrl: databaseUrl.value, dataDir: '', profile });
}

async function opened(url: string, profile?: string) {
  const result = await open(url, profile);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

async function issueOf(url: string, profile?: string) {
  const result = await open(url, profile);
  if (result.ok) {
    await result.value.close();
    throw new Error('it opened');
  }
  expect(result.issues).toHaveLength(1);
  expect(JSON.stringify(result.issues)).not.toContain(new URL(url).password);
  return result.issues[0].code;
}

describe('a database that cannot be used is one issue, without the password', () => {
  it('unreachable', async () => {
    const { url } = await postgres.create();
    expect(
      await issueOf(
        changed(url, (to) => {
          to.port = '1';
        }),
      ),
    ).toBe('store-unreachable');
    expect(
      await issueOf(
        changed(url, (to) => {
          to.hostname = 'no-such-host.invalid';
        }),
      ),
    ).toBe('store-unreachable');
  });

  it('wrong password, no such role, no such database', async () => {
    const { url } = await postgres.create();
    expect(
      await issueOf(
        changed(url, (to) => {
          to.password = 'wrong-s3cret';
        }),
      ),
    ).toBe('store-refused');
    expect(
      await issueOf(
        changed(url, (to) => {
          to.username = 'nobody';
        }),
      ),
    ).toBe('store-refused');
    expect(
      await issueOf(
        changed(url, (to) => {
          to.pathname = '/nothing';
        }),
      ),
    ).toBe('store-database-missing');
  });

  it('no PostGIS, and no right to install it', async () => {
    const { url } = await postgres.create({ postgis: false });
    const role = `plain_${new URL(url).pathname.slice(1)}`;
    await rows(url, `CREATE ROLE ${role} LOGIN PASSWORD 'pl4in-pass'`);
    const plain = changed(url, (to) => {
      to.username = role;
      to.password = 'pl4in-pass';
    });
    expect(await issueOf(plain)).toBe('store-postgis-missing');
    await rows(url, 'CREATE EXTENSION postgis');
    expect(await issueOf(plain)).toBe('store-permission');
    await (await opened(url)).close();
  });

  it('a layout of a later release', async () => {
    const { url } = await postgres.create();
    await (await opened(url)).close();
    await rows(url, "INSERT INTO giapranh.migration (number, name) VALUES (999, 'later')");
    expect(await issueOf(url)).toBe('store-newer');
  });

  it('a profile id that is none', async () => {
    const { url } = await postgres.create();
    expect(await issueOf(url, 'x"; DROP SCHEMA giapranh; --')).toBe('store-profile-id');
  });
});

describe('a database that can be used', () => {
  it('gets PostGIS where the account may install it', async () => {
    const { url } = await postgres.create({ postgis: false });
    await (await opened(url)).close();
    expect(await rows(url, "SELECT count(*)::int FROM pg_extension WHERE extname = 'postgis'")).toEqual([
      [1],
    ]);
  });

  it('is migrated once by several that come at once, in any schema of PostGIS', async () => {
    const { url } = await postgres.create({ postgis: false });
    await rows(url, 'CREATE SCHEMA "the extensions"; CREATE EXTENSION postgis SCHEMA "the extensions"');
    const stores = await Promise.all(
      ['bac-kan', 'bac-kan', 'can-tho', 'bac-kan'].map((profile) => opened(url, profile)),
    );
    expect(await rows(url, 'SELECT number FROM giapranh.migration ORDER BY number')).toEqual([
      [1],
      [2],
      [3],
      [4],
      [5],
      [6],
    ]);
    expect(await rows(url, 'SELECT profile, schema_name FROM giapranh.profile ORDER BY profile')).toEqual([
      ['bac-kan', 'giapranh_bac_kan'],
      ['can-tho', 'giapranh_can_tho'],
    ]);
    const [store] = stores;
    if (store === undefined) throw new Error('no store');
    await load(store, [sample('1', point(105, 22))]);
    const page = await store.query({ layer: 'mineral-sites', bbox: [104, 21, 106, 23], limit: 1, offset: 0 });
    expect(page.numberMatched).toBe(1);
    for (const each of stores) await each.close();
  });

  it('gets the new table and the new column of a catalogue that grew', async () => {
    const { url } = await postgres.create();
    const first = await opened(url);
    await load(first, [sample('p', point(105, 22), { layer: 'places', properties: { name: 'Chợ Đồn' } })]);
    await first.close();
    await rows(
      url,
      'DROP TABLE giapranh_bac_kan.rivers CASCADE; ALTER TABLE giapranh_bac_kan.places DROP COLUMN rank CASCADE',
    );
    const store = await opened(url);
    expect((await store.get('places', 'p'))?.properties).toMatchObject({ name: 'Chợ Đồn', rank: null });
    expect((await store.query({ layer: 'rivers', limit: 1, offset: 0 })).numberMatched).toBe(0);
    expect(await rows(url, 'SELECT rank FROM giapranh_bac_kan.places_current')).toEqual([[null]]);
    await store.close();
  });

  it('has ordinary tables with keys, typed geometry, indexes, comments and a view of today', async () => {
    const { url } = await postgres.create();
    const store = await opened(url);
    await load(store, [
      sample('past', point(105, 22), { to: '2000-01-01' }),
      sample('now', point(105, 22), { from: '2000-01-01' }),
      sample('future', point(105, 22), { from: '2999-01-01' }),
    ]);
    await store.close();
    expect(
      await rows(
        url,
        "SELECT f_table_name::text, type, srid FROM geometry_columns WHERE f_table_schema = 'giapranh_bac_kan' AND f_table_name !~ '_current$' ORDER BY 1",
      ),
    ).toEqual(
      LAYERS.map(({ id, geometry }) => [id.replaceAll('-', '_'), COLUMN_TYPES[geometry], 4326]).sort(),
    );
    expect(await rows(url, 'SELECT id FROM giapranh_bac_kan.mineral_sites_current')).toEqual([['now']]);
    expect(
      await rows(
        url,
        "SELECT obj_description('giapranh_bac_kan.communes'::regclass), col_description('giapranh_bac_kan.communes'::regclass, attnum) FROM pg_attribute WHERE attrelid = 'giapranh_bac_kan.communes'::regclass AND attname = 'area_m2'",
      ),
    ).toEqual([
      [
        expect.stringContaining('Xã, phường / Communes'),
        'Diện tích tính trên elipxoit (m2) / Area on the ellipsoid (m2)',
      ],
    ]);
    const indexes = await rows(
      url,
      "SELECT count(*) FILTER (WHERE indexdef ~ 'USING gist')::int, count(*) FILTER (WHERE indexdef ~ '_pkey')::int FROM pg_indexes WHERE schemaname = 'giapranh_bac_kan'",
    );
    expect(indexes).toEqual([[LAYERS.length, LAYERS.length + KEYED_TABLES]]);
  });

  it('answers a box, an id, a page and a filter by its indexes', async () => {
    const { url } = await postgres.create();
    const database = new URL(url).pathname.slice(1);
    const store = await opened(url);
    const features = Array.from({ length: 5000 }, (_, index) =>
      sample(`${index}`, point(100 + (index % 100) / 10, index / 500), {
        properties: { site_id: `S-${index}`, spot_index: index, decision_date: dayAt(index) },
        from: dayAt(index),
      }),
    );
    // Longer than an entry of a tree may be, and not to be made shorter.
    const name = randomBytes(20_000).toString('base64');
    await load(store, [...features, sample('long', point(0, 0), { properties: { name } })]);
    const long = await store.query({ layer: 'mineral-sites', filter: { name }, limit: 2, offset: 0 });
    expect(long.features.map(({ id }) => id)).toEqual(['long']);
    await store.close();
    // The server itself writes down how it answered, in its own log.
    await rows(
      url,
      `ALTER DATABASE ${database} SET session_preload_libraries = 'auto_explain';
       ALTER DATABASE ${database} SET auto_explain.log_min_duration = 0;
       ALTER DATABASE ${database} SET auto_explain.log_format = 'json'`,
    );
    const plansWith = async (mark: string): Promise<string[]> => {
      const [log] = await rows(url, 'SELECT pg_read_file(pg_current_logfile())');
      return String(log?.[0])
        .split('"Query Text"')
        .filter((part) => part.includes(mark));
    };
    const planOf = async (
      ask: (store: Awaited<ReturnType<typeof opened>>) => Promise<unknown>,
      mark = 'ST_AsBinary',
    ) => {
      const before = await plansWith(mark);
      const again = await opened(url);
      await ask(again);
      await again.close();
      const written = () => plansWith(mark);
      await expect.poll(async () => (await written()).length, LATE_LOG).toBeGreaterThan(before.length);
      return (await written()).at(-1) ?? '';
    };
    const bbox = [104.25, 4.25, 104.75, 4.35] as const;
    const plan = await planOf((again) => again.query({ layer: 'mineral-sites', bbox, limit: 3, offset: 0 }));
    expect(plan).toContain('"Index Name": "mineral_sites_geom_idx"');
    expect(plan).not.toContain('"Seq Scan"');
    const one = await planOf((again) => again.get('mineral-sites', '4711'));
    expect(one).toContain('"Index Name": "mineral_sites_id_key"');
    const page = await planOf((again) => again.page({ layer: 'mineral-sites', limit: 10, after: '2000' }));
    expect(page).toContain('"Index Name": "mineral_sites_pkey"');
    expect(page).not.toContain('"Sort"');
    const level = await planOf((again) =>
      again.query({ layer: 'mineral-sites', filter: { site_id: 'S-17' }, limit: 10, offset: 0 }),
    );
    expect(level).toContain('"Index Name": "mineral_sites_site_id_idx"');
    const layer = 'mineral-sites';
    const number = await planOf((again) =>
      again.query({ layer, filter: { spot_index: 17 }, limit: 10, offset: 0 }),
    );
    expect(number).toContain('"Index Name": "mineral_sites_spot_index_idx"');
    const asOf = day('1950-01-20');
    const past = await planOf((again) => again.query({ layer, asOf, limit: 10, offset: 0 }));
    expect(past).toContain('"Index Name": "mineral_sites_valid_from_idx"');
    expect(past).not.toContain('"Seq Scan"');
    const where = must(parseCql2Text("decision_date >= DATE('1950-01-10') AND site_id LIKE 'S-1%'"));
    for (const ask of [
      { layer, where, asOf, bbox, limit: 10 },
      { layer, filter: { site_id: 'S-17' }, asOf, limit: 10 },
      { layer, asOf, bbox, limit: 10 },
      { layer, bbox, limit: 10 },
    ] as const) {
      const text = await planOf(
        (again) => again.textPage({ ...ask, count: true, offset: 0 }),
        'ST_AsGeoJSON',
      );
      expect(text, JSON.stringify(ask)).toContain('"Index Name": "mineral_sites_');
      expect(text, JSON.stringify(ask)).not.toContain('"Seq Scan"');
    }
  });
});
