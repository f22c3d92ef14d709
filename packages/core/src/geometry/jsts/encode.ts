import type { Geometry, Position } from 'geojson';
import { type Issue, issueAt } from '../../issue.js';
import { ringUnclosed, tooFewPoints } from '../engine-issues.js';
import { notFinite } from '../structure.js';
import { type JstsCoordinate, type JstsGeometry, make } from './api.js';

/** What keeps a geometry from being given to the engine; thrown inside this folder only. */
export class Unreadable extends Error {
  readonly issue: Issue;
  constructor(issue: Issue) {
    super(issue.message.en);
    this.issue = issue;
  }
}

/** A GeoJSON geometry (x, y; further ordinates are dropped) in the engine's form; `Unreadable` for the rest. */
export function encode(geometry: Geometry): JstsGeometry {
  switch (geometry.type) {
    case 'Point':
      return point(geometry.coordinates);
    case 'LineString':
      return line(geometry.coordinates);
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPoint':
      return make.points(each(geometry.coordinates, point));
    case 'MultiLineString':
      return make.lines(each(geometry.coordinates, line));
    case 'MultiPolygon':
      return make.polygons(each(geometry.coordinates, polygon));
    case 'GeometryCollection':
      return make.collection(each(geometry.geometries, encode));
  }
}

function each<T>(items: readonly T[], one: (item: T) => JstsGeometry): JstsGeometry[] {
  return items.map((item, index) => {
    try {
      return one(item);
    } catch (fault) {
      throw fault instanceof Unreadable ? new Unreadable(issueAt([index], fault.issue)) : fault;
    }
  });
}

function point(position: Position): JstsGeometry {
  // RFC 7946 leaves an empty point as `[]`.
  const [at] = position.length === 0 ? [] : path([position]);
  return at === undefined ? make.points([]) : make.point(at);
}

function line(positions: readonly Position[]): JstsGeometry {
  if (positions.length === 1) throw new Unreadable(tooFewPoints('line', 1));
  return make.line(path(positions));
}

function ring(positions: readonly Position[]): JstsGeometry {
  const [first, last] = [positions[0], positions[positions.length - 1]];
  if (first === undefined || last === undefined || positions.length < 4)
    throw new Unreadable(tooFewPoints('ring', positions.length));
  if (first[0] !== last[0] || first[1] !== last[1]) throw new Unreadable(ringUnclosed(positions.length - 1));
  return make.ring(path(positions));
}

function polygon(rings: readonly (readonly Position[])[]): JstsGeometry {
  const [shell, ...holes] = each(rings, ring);
  return shell === undefined ? make.emptyPolygon() : make.polygon(shell, holes);
}

function path(positions: readonly Position[]): JstsCoordinate[] {
  return positions.map(([x, y], index) => {
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y))
      throw new Unreadable(notFinite([index]));
    return make.coordinate(x, y);
  });
}
