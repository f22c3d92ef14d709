import { join } from 'node:path';
import { checkFilter, type Filter, layerDefinition, parseCql2Text, queryablesOf } from '@giapranh/core';
import { type FeatureStore, openStore, parseDatabaseUrl, type TextQuery } from '@giapranh/store';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askReader } from '../../packages/store/src/embedded/ask-reader.js';
import {
  type SqliteConnection,
  type SqlValue,
  sqliteDriver,
} from '../../packages/store/src/embedded/sqlite.js';
import { SqliteError } from '../../packages/store/src/embedded/sqlite-error.js';
import { makePool } from '../../packages/store/src/postgis/pool.js';
import { PostgisStore } from '../../packages/store/src/postgis/postgis-store.js';
import { day } from '../day.js';
import { must } from '../must.js';
import { withPostgres } from '../postgres.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { load, point, sample } from './store/samples.js';

/** A statement as the database got it. */
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Asking = Pick<FeatureStore, 'textPage' | 'page'>;

/** A store whose statements are written down, and explained as they stand, also without one of the indexes. */
interface Watched {
  readonly ask: Asking;
  close(): Promise<void>;
  readonly asked: Statement[];
  plan(statement: Statement, without?: string): Promise<string>;
}

const LAYER = 'mineral-sites';
/** So many that whoever may choose reads an index, and neither the layer nor its keys. */
const COUNT = 20_000;
const postgres = withPostgres();
const folders = withTemporaryFolders();

/** One a day from 1950 on, each for a week. */
const dayAt = (index: number): string => new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10);

function* features() {
  for (let at = 0; at < COUNT; at += 1) {
    yield sample(`${at}`, point(100 + (at % 200) / 20, at / 2000), {
      properties: { site_id: `S-${at}`, name: `Mỏ ${at}`, spot_index: at, decision_date: dayAt(at) },
      from: dayAt(at),
      to: dayAt(at + 7),
    });
  }
}

async function embedded(): Promise<Watched> {
  const dataDir = await folders.create();
  const loaded = must(await openStore({ dataDir, profile: 'bac-kan' }));
  await load(loaded, features());
  await loaded.close();
  const path = join(dataDir, 'bac-kan.gpkg');
  const driver = must(await sqliteDriver());
  const asked: Statement[] = [];
  const reader = driver.open(path, 1_000);
  const watched: SqliteConnection = {
    ...{ exec: (sql) => reader.exec(sql), run: (sql, values) => reader.run(sql, values) },
    close: () => reader.close(),
    rows: (text, values = []) => {
      asked.push({ text, values });
      return reader.rows(text, values);
    },
  };
  return {
    ask: {
      textPage: (query) => askReader(watched, 'textPage', query),
      page: (query) => askReader(watched, 'page', query),
    },
    asked,
    close: async () => reader.close(),
    async plan({ text, values }, without) {
      const connection = driver.open(path, 1_000);
      try {
        if (without !== undefined) {
          const kind = without.startsWith('rtree') ? 'TABLE' : 'INDEX';
          connection.exec(`BEGIN IMMEDIATE; DROP ${kind} ${without}`);
        }
        const steps = connection.rows(`EXPLAIN QUERY PLAN ${text}`, values as SqlValue[]);
        return steps.map((step) => String(step[3])).join('\n');
      } catch (error) {
        // Without the table of boxes there is no plan.
        if (without !== undefined && error instanceof SqliteError) return error.message;
        throw error;
      } finally {
        // Closing rolls back.
        connection.close();
      }
    },
  };
}

async function postgis(): Promise<Watched> {
  const { url } = await postgres.create();
  const databaseUrl = must(parseDatabaseUrl(url));
  const loaded = must(await openStore({ dataDir: '', profile: 'bac-kan', databaseUrl }));
  await load(loaded, features());
  await loaded.close();
  const pool = makePool(databaseUrl, 'public');
  const asked: Statement[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (statement: Statement, ...more: unknown[]) => unknown;
    Object.assign(client, {
      query: (statement: Statement, ...more: unknown[]) => {
        asked.push(statement);
        return query(statement, ...more);
      },
    });
  });
  const store = new PostgisStore(pool, databaseUrl, 'bac-kan');
  return {
    ask: store,
    asked,
    close: () => store.close(),
    async plan({ text, values }, without) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await client.query('BEGIN');
        if (without !== undefined) await client.query(`DROP INDEX giapranh_bac_kan.${without}`);
        const { rows } = await client.query({
          text: `EXPLAIN ${text}`,
          values: [...values],
          rowMode: 'array',
        });
        return rows.flat().join('\n');
      } finally {
        await client.end();
      }
    },
  };
}

function filterOf(text: string): Filter {
  const definition = layerDefinition(LAYER);
  if (definition === undefined) throw new Error('no layer');
  return must(checkFilter(must(parseCql2Text(text)), queryablesOf(definition)));
}

const BBOX = [104.25, 4.25, 104.75, 4.35] as const;
const page = (question: Partial<TextQuery>) => (store: Asking) =>
  store.textPage({ layer: LAYER, limit: 10, offset: 0, count: true, ...question });
const next = (question: Partial<TextQuery>) => page({ after: '5', count: false, ...question });
const where = (text: string) => ({ where: filterOf(text) });
const FIRST_DAYS = { during: { first: null, last: day('1950-01-20') } };

/** What is asked, and the index that must answer: in each statement, in both databases. */
const QUESTIONS: readonly (readonly [
  title: string,
  ask: (store: Asking) => Promise<unknown>,
  index: string,
])[] = [
  ['a box', page({ bbox: BBOX }), 'geom'],
  ['the next page of a box', next({ bbox: BBOX }), 'geom'],
  ['a box, read as features', (store) => store.page({ layer: LAYER, bbox: BBOX, limit: 10 }), 'geom'],
  ['a box by a filter', page(where(`S_INTERSECTS(geometry, BBOX(${BBOX.join()}))`)), 'geom'],
  [
    'a box as of a day, with a filter',
    page({ bbox: BBOX, asOf: day('1990-01-01'), ...where('spot_index > 3') }),
    'geom',
  ],
  ['a day', page({ asOf: day('1950-01-20') }), 'valid_from'],
  ['a time with an open end', page(FIRST_DAYS), 'valid_from'],
  ['the next page of a time', next(FIRST_DAYS), 'valid_from'],
  ['a value', page({ filter: { site_id: 'S-17' } }), 'site_id'],
  ['a value as of a day', page({ filter: { site_id: 'S-17' }, asOf: day('1990-01-01') }), 'site_id'],
  ['one of some values', page(where("site_id IN ('S-1', 'S-19999')")), 'site_id'],
  ['a text', page(where("name = 'Mỏ 4711'")), 'name'],
  ['a range of numbers', page(where('spot_index BETWEEN 40 AND 60')), 'spot_index'],
  ['a range of dates', page(where("decision_date < DATE('1950-02-01')")), 'decision_date'],
  ['the next page of a range', next(where("decision_date < DATE('1950-02-01')")), 'decision_date'],
];

/** Whether the index answers, and nothing walks through the layer, nor along its keys. */
const JUDGES = {
  embedded: (plan: string, index: string): boolean =>
    (index === 'geom'
      ? plan.includes('SCAN rtree_mineral_sites_geom VIRTUAL TABLE INDEX 2:')
      : plan.includes(`INDEX mineral_sites_${index}_idx (`)) && !/SCAN mineral_sites|rowid>/.test(plan),
  postgis: (plan: string, index: string): boolean =>
    new RegExp(`Scan (using|on) mineral_sites_${index}_idx`).test(plan) &&
    !/Seq Scan on mineral_sites|mineral_sites_pkey(?!.*\n +Index Cond: \(fid = )/.test(plan),
};
const INDEX_NAMES = {
  embedded: (index: string): string =>
    index === 'geom' ? 'rtree_mineral_sites_geom' : `mineral_sites_${index}_idx`,
  postgis: (index: string): string => `mineral_sites_${index}_idx`,
};
/** A page after a key begins there, and is in order without being sorted. */
const KEYS = {
  embedded: /^SEARCH mineral_sites USING INTEGER PRIMARY KEY \(rowid>\?\)$/,
  postgis: /^(?![\s\S]*Sort)[\s\S]*Index Scan using mineral_sites_pkey.*\n +Index Cond: \(fid > /,
};

describe.each([
  ['embedded', embedded],
  ['postgis', postgis],
] as const)('%s answers by its indexes, in every statement it runs', (name, open) => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await open();
  });
  afterAll(() => watched?.close());

  const statementsOf = async (ask: (store: Asking) => Promise<unknown>): Promise<Statement[]> => {
    watched.asked.length = 0;
    await ask(watched.ask);
    const statements = watched.asked.filter(({ text }) => text.includes('mineral_sites'));
    expect(statements.length).toBeGreaterThan(0);
    return statements;
  };

  it.each(QUESTIONS)('%s', async (_title, ask, index) => {
    for (const statement of await statementsOf(ask)) {
      const plan = await watched.plan(statement);
      expect.soft(JUDGES[name](plan, index), `${statement.text}\n${plan}`).toBe(true);
      const without = await watched.plan(statement, INDEX_NAMES[name](index));
      expect.soft(JUDGES[name](without, index), `without it: ${statement.text}\n${without}`).toBe(false);
    }
  });

  it('begins a page at its key, and needs no sorting', async () => {
    for (const statement of await statementsOf(next({}))) {
      expect(await watched.plan(statement)).toMatch(KEYS[name]);
    }
  });
});
