import { setImmediate as breathe } from 'node:timers/promises';
import { connect } from '../../../packages/store/dist/embedded/connect.js';
import {
  putIndex,
  writtenColumns,
  writtenValues,
} from '../../../packages/store/dist/embedded/edit-geopackage.js';
import {
  createIndexTriggers,
  dropIndexTriggers,
  indexName,
} from '../../../packages/store/dist/embedded/geopackage-tables.js';
import { sqliteDriver } from '../../../packages/store/dist/embedded/sqlite.js';
import { featureRow } from '../../../packages/store/dist/feature-row.js';
import { layerTable } from '../../../packages/store/dist/layer-table.js';

/** So many incidents in place of those that are there, as a load writes: nobody is told, the tiles stay. */
export async function fillPostgis(client, count) {
  await client.query('BEGIN');
  await client.query("SELECT set_config('giapranh.writer', 'load', true)");
  await client.query('DELETE FROM giapranh_bac_kan.incidents');
  await client.query(
    `INSERT INTO giapranh_bac_kan.incidents (geom, id, kind, people)
     SELECT ST_SetSRID(ST_MakePoint(105 + at % 1000 / 1000.0, 21.5 + at / 1000 / 1000.0), 4326), 'm' || at, 'thử', at % 9
     FROM generate_series(1, $1::bigint) AS at`,
    [count],
  );
  await client.query('COMMIT');
  await client.query('ANALYZE giapranh_bac_kan.incidents');
}

function incident(at) {
  const made = featureRow({
    layer: 'incidents',
    id: `m${at}`,
    geometry: {
      type: 'Point',
      coordinates: [105 + (at % 1000) / 1000, 21.5 + Math.floor(at / 1000) / 1000],
    },
    properties: { kind: 'thử', people: at % 9 },
    validity: { from: null, to: null },
  });
  if (!made.ok) throw new Error(made.issues[0].message.en);
  return made.value;
}

/** The same in the file, beside the server that has it open. */
export async function fillEmbedded(path, count) {
  const driver = await sqliteDriver();
  if (!driver.ok) throw new Error(driver.issues[0].message.en);
  const connection = connect(driver.value, path, 10_000);
  const table = layerTable('incidents');
  const columns = ['fid', ...writtenColumns(table)];
  const insert = `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  connection.exec(`BEGIN IMMEDIATE; INSERT INTO giapranh_writer (name) VALUES ('load');
    ${dropIndexTriggers(table)} DELETE FROM ${table.name}; DELETE FROM ${indexName(table)};`);
  for (let at = 1; at <= count; at += 1) {
    const row = incident(at);
    connection.run(insert, [at, ...writtenValues(row)]);
    putIndex(connection, row, at);
    // Connections that the server closes meanwhile must be heard of, or the next request is sent on one.
    if (at % 10_000 === 0) await breathe();
  }
  connection.exec(`${createIndexTriggers(table)} DELETE FROM giapranh_writer; COMMIT`);
  connection.close();
}
