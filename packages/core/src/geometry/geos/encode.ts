import type { Geometry, Position } from 'geojson';
import { type Issue, issueAt } from '../../issue.js';
import { ringUnclosed, tooFewPoints } from '../engine-issues.js';
import { notFinite } from '../structure.js';
import type { Pointer } from './api.js';
import type { GeosEngine } from './engine.js';

/** A geometry in the engine's memory, owned by the caller, or why it could not be put there. */
export type Encoded = { readonly pointer: Pointer } | { readonly issue: Issue };

const GEOS_MULTIPOINT = 4;
const GEOS_MULTILINESTRING = 5;
const GEOS_MULTIPOLYGON = 6;
const GEOS_GEOMETRYCOLLECTION = 7;

const refuse = (issue: Issue): Encoded => ({ issue });

/**
 * Copies a GeoJSON geometry (x, y; further ordinates are dropped) into the engine. Refuses what GEOS would take
 * silently (NaN, infinity) or answer with NULL (unclosed rings, too few points).
 */
export function encode(engine: GeosEngine, geometry: Geometry): Encoded {
  switch (geometry.type) {
    case 'Point':
      return encodePoint(engine, geometry.coordinates);
    case 'LineString':
      return encodeLine(engine, geometry.coordinates);
    case 'Polygon':
      return encodePolygon(engine, geometry.coordinates);
    case 'MultiPoint':
      return encodeMany(engine, GEOS_MULTIPOINT, geometry.coordinates, encodePoint);
    case 'MultiLineString':
      return encodeMany(engine, GEOS_MULTILINESTRING, geometry.coordinates, encodeLine);
    case 'MultiPolygon':
      return encodeMany(engine, GEOS_MULTIPOLYGON, geometry.coordinates, encodePolygon);
    case 'GeometryCollection':
      return encodeMany(engine, GEOS_GEOMETRYCOLLECTION, geometry.geometries, encode);
  }
}

function encodePoint(engine: GeosEngine, position: Position): Encoded {
  // RFC 7946 leaves an empty point as `[]`.
  if (position.length === 0)
    return created(engine, engine.api.GEOSGeom_createEmptyCollection(GEOS_MULTIPOINT));
  return withSequence(engine, [position], (sequence) => engine.api.GEOSGeom_createPoint(sequence));
}

function encodeLine(engine: GeosEngine, line: readonly Position[]): Encoded {
  if (line.length === 1) return refuse(tooFewPoints('line', 1));
  return withSequence(engine, line, (sequence) => engine.api.GEOSGeom_createLineString(sequence));
}

function encodeRing(engine: GeosEngine, ring: readonly Position[]): Encoded {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (first === undefined || last === undefined || ring.length < 4) {
    return refuse(tooFewPoints('ring', ring.length));
  }
  if (first[0] !== last[0] || first[1] !== last[1]) {
    return refuse(ringUnclosed(ring.length - 1));
  }
  return withSequence(engine, ring, (sequence) => engine.api.GEOSGeom_createLinearRing(sequence));
}

function encodePolygon(engine: GeosEngine, rings: readonly (readonly Position[])[]): Encoded {
  if (rings.length === 0) return created(engine, engine.api.GEOSGeom_createEmptyPolygon());
  return collect(engine, rings, encodeRing, ([shell = 0, ...holes]) =>
    withPointers(engine, holes, (address) => engine.api.GEOSGeom_createPolygon(shell, address, holes.length)),
  );
}

function encodeMany<T>(
  engine: GeosEngine,
  type: number,
  items: readonly T[],
  one: (engine: GeosEngine, item: T) => Encoded,
): Encoded {
  if (items.length === 0) return created(engine, engine.api.GEOSGeom_createEmptyCollection(type));
  return collect(engine, items, one, (pointers) =>
    withPointers(engine, pointers, (address) =>
      engine.api.GEOSGeom_createCollection(type, address, pointers.length),
    ),
  );
}

/** Encodes all items, or none: what was made before a refusal is freed. */
function collect<T>(
  engine: GeosEngine,
  items: readonly T[],
  one: (engine: GeosEngine, item: T) => Encoded,
  assemble: (pointers: readonly Pointer[]) => Pointer,
): Encoded {
  const pointers: Pointer[] = [];
  for (const [index, item] of items.entries()) {
    const encoded = one(engine, item);
    if ('issue' in encoded) {
      for (const pointer of pointers) engine.free(pointer);
      return refuse(issueAt([index], encoded.issue));
    }
    pointers.push(encoded.pointer);
  }
  // From here the assembled geometry owns its parts, also when assembling fails (GEOS frees them).
  return created(engine, assemble(pointers));
}

function withSequence(
  engine: GeosEngine,
  positions: readonly Position[],
  make: (sequence: Pointer) => Pointer,
): Encoded {
  const address = engine.scratch(2 * positions.length);
  const view = engine.doubles(address, 2 * positions.length);
  let at = 0;
  for (const position of positions) {
    const [x, y] = position;
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) {
      return refuse(notFinite([at / 2]));
    }
    view[at] = x;
    view[at + 1] = y;
    at += 2;
  }
  const sequence = engine.api.GEOSCoordSeq_copyFromBuffer(address, positions.length, 0, 0);
  if (sequence === 0) return refuse(engine.failure('copy coordinates'));
  return created(engine, make(sequence));
}

function withPointers(
  engine: GeosEngine,
  pointers: readonly Pointer[],
  make: (address: Pointer) => Pointer,
): Pointer {
  if (pointers.length === 0) return make(0);
  // Four-byte pointers, two to a double.
  const address = engine.scratch(Math.ceil(pointers.length / 2));
  engine.api.Module.HEAPU32.set(pointers, address / 4);
  return make(address);
}

function created(engine: GeosEngine, pointer: Pointer): Encoded {
  return pointer === 0 ? refuse(engine.failure('create geometry')) : { pointer };
}
