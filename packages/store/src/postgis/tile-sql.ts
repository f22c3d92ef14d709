import { type Filter, type IsoDate, type LayerId, plainFilter, type Secrecy } from '@giapranh/core';
import { type LayerTable, quoted } from '../layer-table.js';
import type { Statement } from './feature-sql.js';
import { filterSql } from './filter-sql.js';
import { mayBeRead } from './may-be-read.js';
import { tableIn } from './postgis-tables.js';

/** The grid tiles are drawn on; lengths in steps of the grid. */
export interface TileGrid {
  readonly extent: number;
  /** How far lines and polygons go on beyond the edge. */
  readonly buffer: number;
  /** The same of points. */
  readonly pointBuffer: number;
  /** One point of a crowded layer in each square of this side; `null` at zooms that show all. */
  readonly pointCell: number | null;
  /** Side of what is left of a polygon too small for the grid; `null` where nothing is. */
  readonly pixel: number | null;
}

/** One layer of one tile. */
export interface TileQuestion {
  readonly layer: LayerId;
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** The tile with its widest buffer: west, south, east, north in degrees of CRS84. */
  readonly reach: readonly [number, number, number, number];
  readonly asOf: IsoDate;
  readonly secrecy: readonly Secrecy[];
  /** As those of `FeatureQuery`. */
  readonly units?: readonly string[];
  readonly filter?: Filter;
  readonly grid: TileGrid;
  /** The layer inside the tile with a point a feature; `null` where names are not written. */
  readonly labels: { readonly name: string; readonly buffer: number } | null;
}

class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** Keys and ids of what comes near the tile. */
export function nearStatement(schema: string, table: LayerTable, question: TileQuestion): Statement {
  const values = new Values();
  const value = (one: unknown): string => values.add(one);
  const box = question.reach.map((edge) => `${value(edge)}::double precision`).join(', ');
  const day = value(question.asOf);
  const conditions = [
    `geom && ST_MakeEnvelope(${box}, 4326)`,
    `(valid_from IS NULL OR valid_from <= ${day}::date)`,
    `(valid_to IS NULL OR ${day}::date < valid_to)`,
    ...mayBeRead(table, question, value),
    ...(question.filter === undefined ? [] : [`(${filterSql(table, plainFilter(question.filter), value)})`]),
  ];
  return {
    text: `SELECT fid, id FROM ${tableIn(schema, table)} WHERE ${conditions.join(' AND ')} ORDER BY fid`,
    values: values.list,
  };
}

function propertiesOf(table: LayerTable): string {
  const carried = table.properties.filter(({ inTiles, type }) => inTiles && type !== 'json');
  return ['id', ...carried.map(({ name }) => name)].map(quoted).join(', ');
}

/**
 * The bytes of the layer and of its labels, how many features were drawn, how many collapsed on the grid and how many
 * points gave way. Features are those of `nearStatement`, by key, each with its number.
 */
export function tileStatement(
  schema: string,
  table: LayerTable,
  { z, x, y, grid, labels }: Omit<TileQuestion, 'reach' | 'asOf' | 'secrecy' | 'filter'>,
  features: { readonly fids: readonly number[]; readonly numbers: readonly number[] },
): Statement {
  const values = new Values();
  const number = (one: number): string => `${values.add(one)}::integer`;
  const [extent, buffer, pointBuffer] = [number(grid.extent), number(grid.buffer), number(grid.pointBuffer)];
  const tile = `ST_TileEnvelope(${number(z)}, ${number(x)}, ${number(y)})`;
  const [fids, numbers] = [values.add(features.fids), values.add(features.numbers)];
  const name = values.add(table.layer.id);
  const cell = grid.pointCell === null ? undefined : number(grid.pointCell);
  const half = grid.pixel === null ? undefined : number(grid.pixel / 2);
  const properties = propertiesOf(table);
  const square = `ST_ForcePolygonCCW(ST_MakeEnvelope(t$px - ${half}, t$py - ${half}, t$px + ${half}, t$py + ${half}))`;
  const inside = (reach: string): string =>
    `t$px >= -${reach} AND t$px < ${extent} + ${reach} AND t$py >= -${reach} AND t$py < ${extent} + ${reach}`;
  const named =
    labels === null
      ? 'NULL::bytea'
      : `(SELECT ST_AsMVT(named, ${values.add(labels.name)}, ${extent}, 't$final', 't$number')
   FROM (SELECT ${properties}, t$number, ST_MakePoint(t$px, t$py) AS t$final FROM feature
         WHERE ${inside(number(labels.buffer))} ORDER BY fid) AS named)`;
  return {
    // What is worked out here is called t$…, which no property is.
    text: `
WITH tile AS (SELECT ${tile} AS t$box),
near AS (
  SELECT feature.*, near.number AS t$number, ST_Dimension(geom) AS t$dimension, ST_Transform(geom, 3857) AS t$flat
  FROM unnest(${fids}::bigint[], ${numbers}::bigint[]) AS near (fid, number)
  JOIN ${tableIn(schema, table)} AS feature USING (fid)
),
spot AS (
  SELECT near.*, t$box,
    round((ST_X(t$place) - ST_XMin(t$box)) / (ST_XMax(t$box) - ST_XMin(t$box)) * ${extent})::integer AS t$px,
    round((ST_YMax(t$box) - ST_Y(t$place)) / (ST_YMax(t$box) - ST_YMin(t$box)) * ${extent})::integer AS t$py
  FROM near, tile, LATERAL (SELECT ST_PointOnSurface(t$flat) AS t$place) AS placed
),
shape AS (
  SELECT spot.*, CASE
    WHEN t$dimension = 0 THEN CASE WHEN ${inside(pointBuffer)} THEN ST_MakePoint(t$px, t$py) END
    ELSE ST_AsMVTGeom(t$flat, t$box, ${extent}, ${buffer}, true)
  END AS t$drawn FROM spot
),
kept AS (
  SELECT shape.*, t$drawn IS NULL AND t$dimension > 0
      AND ST_Intersects(t$flat, ST_Expand(t$box, (ST_XMax(t$box) - ST_XMin(t$box)) * ${buffer} / ${extent})) AS t$collapsed,
    ${cell === undefined ? '1' : `row_number() OVER (PARTITION BY t$drawn IS NULL, floor(t$px / ${cell}::float), floor(t$py / ${cell}::float) ORDER BY fid)`} AS t$turn
  FROM shape
),
feature AS (
  SELECT kept.*, CASE WHEN t$turn > 1 THEN NULL
    ${half === undefined ? '' : `WHEN t$collapsed AND t$dimension = 2 AND ${inside(pointBuffer)} THEN ${square}`}
    ELSE t$drawn END AS t$final FROM kept
)
SELECT
  (SELECT ST_AsMVT(whole, ${name}, ${extent}, 't$final', 't$number')
   FROM (SELECT ${properties}, t$number, t$final FROM feature WHERE t$final IS NOT NULL ORDER BY fid) AS whole) AS features,
  ${named} AS labels,
  (SELECT count(*) FROM feature WHERE t$final IS NOT NULL) AS t$drawn,
  (SELECT count(*) FROM feature WHERE t$collapsed AND t$final IS NULL) AS t$collapsed,
  (SELECT count(*) FROM feature WHERE t$turn > 1 AND t$drawn IS NOT NULL) AS thinned`,
    values: values.list,
  };
}
