import type { Geometry, Position } from 'geojson';
import type { Cursor } from './cursor.js';

const TYPES = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
  GEOMETRYCOLLECTION: 'GeometryCollection',
} as const;

type TypeWord = keyof typeof TYPES;

function typeWord(cursor: Cursor): TypeWord | undefined {
  const word = cursor.peek().value.toUpperCase();
  return Object.keys(TYPES).find((name): name is TypeWord => name === word);
}

/** Whether a WKT geometry begins here: its type, `Z` perhaps, and a bracket. */
export function isWkt(cursor: Cursor): boolean {
  if (cursor.peek().kind !== 'name' || typeWord(cursor) === undefined) return false;
  return cursor.isSign('(', 1) || (cursor.isWord('Z', 1) && cursor.isSign('(', 2));
}

/** Well-known text (OGC 06-103r4); heights are read and dropped, as nothing here has any. */
export function readWkt(cursor: Cursor): Geometry {
  const word = typeWord(cursor);
  if (word === undefined) throw cursor.unexpected('một hình WKT', 'a WKT geometry');
  cursor.take();
  cursor.takeWord('Z');
  const position = (): Position => {
    cursor.budget.spendVertices(1);
    const [x, y] = [cursor.needNumber(), cursor.needNumber()];
    if (!cursor.isSign(',') && !cursor.isSign(')')) cursor.needNumber();
    return [x, y];
  };
  const bracketed = (): Position => {
    cursor.needSign('(');
    const found = position();
    cursor.needSign(')');
    return found;
  };
  const line = (): Position[] => cursor.list(position);
  const lines = (): Position[][] => cursor.list(line);
  switch (word) {
    case 'POINT':
      return { type: 'Point', coordinates: bracketed() };
    case 'LINESTRING':
      return { type: 'LineString', coordinates: line() };
    case 'POLYGON':
      return { type: 'Polygon', coordinates: lines() };
    case 'MULTIPOINT':
      return {
        type: 'MultiPoint',
        coordinates: cursor.list(() => (cursor.isSign('(') ? bracketed() : position())),
      };
    case 'MULTILINESTRING':
      return { type: 'MultiLineString', coordinates: lines() };
    case 'MULTIPOLYGON':
      return { type: 'MultiPolygon', coordinates: cursor.list(lines) };
    case 'GEOMETRYCOLLECTION':
      return {
        type: 'GeometryCollection',
        geometries: cursor.deeper(() => cursor.list(() => readWkt(cursor))),
      };
  }
}

const numbers = ([x = Number.NaN, y = Number.NaN]: Position): string => `${x} ${y}`;
const line = (positions: readonly Position[]): string => `(${positions.map(numbers).join(', ')})`;
const lines = (all: readonly Position[][]): string => `(${all.map(line).join(', ')})`;

export function writeWkt(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `POINT(${numbers(geometry.coordinates)})`;
    case 'LineString':
      return `LINESTRING${line(geometry.coordinates)}`;
    case 'Polygon':
      return `POLYGON${lines(geometry.coordinates)}`;
    case 'MultiPoint':
      return `MULTIPOINT(${geometry.coordinates.map((at) => `(${numbers(at)})`).join(', ')})`;
    case 'MultiLineString':
      return `MULTILINESTRING${lines(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON(${geometry.coordinates.map(lines).join(', ')})`;
    case 'GeometryCollection':
      return `GEOMETRYCOLLECTION(${geometry.geometries.map(writeWkt).join(', ')})`;
  }
}
