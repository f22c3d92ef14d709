import { encodeWkb } from '@giapranh/core';
import pg from 'pg';
import { startCluster } from './cluster.mjs';

const BATCH = 100;
/** Pieces of `ST_Subdivide`: 256 is its default and was the fastest of 64, 128, 256, 512. */
const PIECE = 256;

/** A PostgreSQL with PostGIS of its own, one connection, one core a query. */
export class Postgis {
  #cluster;
  #client;

  static async start() {
    const cluster = await startCluster();
    if (cluster === undefined) return undefined;
    const peer = new Postgis();
    peer.#cluster = cluster;
    peer.#client = await peer.connect();
    return peer;
  }

  async connect() {
    const client = new pg.Client({ connectionString: this.#cluster.url });
    await client.connect();
    await client.query(
      "SET max_parallel_workers_per_gather = 0; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'; SET jit = off",
    );
    return client;
  }

  async rows(text, values = []) {
    return (await this.#client.query({ text, values, rowMode: 'array' })).rows;
  }

  /** A table `name(id, code, geom)`, clustered by nothing, with a GiST index, analysed. */
  async load(name, features) {
    await this.rows(`DROP TABLE IF EXISTS ${name}`);
    await this.rows(`CREATE TABLE ${name} (id int PRIMARY KEY, code text, geom geometry(Geometry, 4326))`);
    for (let from = 0; from < features.length; from += BATCH) {
      const some = features.slice(from, from + BATCH);
      await this.rows(
        `INSERT INTO ${name} SELECT i, c, ST_GeomFromWKB(g, 4326) FROM unnest($1::int[], $2::text[], $3::bytea[]) AS t(i, c, g)`,
        [
          some.map((_, at) => from + at),
          some.map(({ id, code }) => code ?? id),
          some.map(({ geometry }) => Buffer.from(encodeWkb(geometry))),
        ],
      );
    }
    await this.index(name);
  }

  /** The same table in pieces of at most so many vertices. */
  async subdivide(from, name) {
    await this.rows(`DROP TABLE IF EXISTS ${name}`);
    await this.rows(
      `CREATE TABLE ${name} AS SELECT id, code, ST_Subdivide(geom, ${PIECE}) AS geom FROM ${from}`,
    );
    await this.index(name);
  }

  async index(name) {
    await this.rows(`CREATE INDEX ON ${name} USING gist (geom)`);
    await this.rows(`VACUUM ANALYZE ${name}`);
  }

  async stop() {
    await this.#client.end();
    await this.#cluster.stop();
  }
}
