import type { Geometry, Position } from 'geojson';
import { isClockwise } from '../winding.js';
import type { Pointer } from './api.js';
import type { GeosEngine } from './engine.js';

/** Reads a geometry out of the engine's memory as GeoJSON, rings wound as RFC 7946 asks. Frees nothing. */
export function decode(engine: GeosEngine, pointer: Pointer): Geometry {
  const { api } = engine;
  switch (api.GEOSGeomTypeId(pointer)) {
    case 0: {
      const [position] = positions(engine, pointer);
      return position === undefined
        ? { type: 'GeometryCollection', geometries: [] }
        : { type: 'Point', coordinates: position };
    }
    case 1:
    case 2:
      return { type: 'LineString', coordinates: positions(engine, pointer) };
    case 3:
      return { type: 'Polygon', coordinates: rings(engine, pointer) };
    case 4:
      return {
        type: 'MultiPoint',
        coordinates: parts(engine, pointer).flatMap((part) => positions(engine, part)),
      };
    case 5:
      return {
        type: 'MultiLineString',
        coordinates: parts(engine, pointer).map((part) => positions(engine, part)),
      };
    case 6:
      return {
        type: 'MultiPolygon',
        coordinates: parts(engine, pointer).map((part) => rings(engine, part)),
      };
    default:
      return {
        type: 'GeometryCollection',
        geometries: parts(engine, pointer).map((part) => decode(engine, part)),
      };
  }
}

function parts(engine: GeosEngine, pointer: Pointer): Pointer[] {
  const count = engine.api.GEOSGetNumGeometries(pointer);
  return Array.from({ length: count }, (_, index) => engine.api.GEOSGetGeometryN(pointer, index));
}

function rings(engine: GeosEngine, polygon: Pointer): Position[][] {
  const { api } = engine;
  if (api.GEOSisEmpty(polygon) === 1) return [];
  const found = [wound(positions(engine, api.GEOSGetExteriorRing(polygon)), false)];
  const holes = api.GEOSGetNumInteriorRings(polygon);
  for (let hole = 0; hole < holes; hole += 1) {
    found.push(wound(positions(engine, api.GEOSGetInteriorRingN(polygon, hole)), true));
  }
  return found;
}

function wound(ring: Position[], clockwise: boolean): Position[] {
  return isClockwise(ring) === clockwise ? ring : ring.reverse();
}

function positions(engine: GeosEngine, geometry: Pointer): Position[] {
  const { api } = engine;
  if (geometry === 0 || api.GEOSisEmpty(geometry) === 1) return [];
  const sequence = api.GEOSGeom_getCoordSeq(geometry);
  const size = engine.scratch(1);
  api.GEOSCoordSeq_getSize(sequence, size);
  const count = api.Module.HEAPU32[size / 4] ?? 0;
  const address = engine.scratch(2 * count);
  api.GEOSCoordSeq_copyToBuffer(sequence, address, 0, 0);
  const view = engine.doubles(address, 2 * count);
  const out: Position[] = new Array(count);
  for (let i = 0; i < count; i += 1) out[i] = [view[2 * i] ?? 0, view[2 * i + 1] ?? 0];
  return out;
}
