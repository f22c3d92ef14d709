import type { Geometry, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { issueAt } from '../../issue.js';
import { err, ok, type Result } from '../../result.js';
import { asMultiLineString, asMultiPolygon, membersOf } from '../collection-parts.js';
import type { BufferOptions, GeometryKernel, InvalidReason } from '../kernel.js';
import type { Pointer } from './api.js';
import { decode } from './decode.js';
import { encode } from './encode.js';
import type { GeosEngine } from './engine.js';
import { prepare } from './prepared.js';

const END_CAPS = { round: 1, flat: 2, square: 3 } as const;
const DEFAULT_QUADRANT_SEGMENTS = 16;
const MAKE_VALID_STRUCTURE = 1;

/** The kernel on GEOS. Every pointer made in a call is freed in it. */
export function geosKernel(engine: GeosEngine): GeometryKernel {
  const { api } = engine;

  /** Runs an operation on encoded operands; frees them whatever happens. */
  function on<T>(operands: readonly Geometry[], use: (pointers: readonly Pointer[]) => Result<T>): Result<T> {
    const pointers: Pointer[] = [];
    try {
      for (const [index, operand] of operands.entries()) {
        const encoded = encode(engine, operand);
        if ('issue' in encoded)
          return err(operands.length > 1 ? issueAt([index], encoded.issue) : encoded.issue);
        pointers.push(encoded.pointer);
      }
      return use(pointers);
    } finally {
      for (const pointer of pointers) engine.free(pointer);
    }
  }

  /** Takes a result out of the engine and frees it there. */
  function take(operation: string, pointer: Pointer): Result<Geometry> {
    if (pointer === 0) return err(engine.failure(operation));
    const geometry = decode(engine, pointer);
    engine.free(pointer);
    return ok(geometry);
  }

  const unary =
    (operation: string, call: (a: Pointer) => Pointer) =>
    (geometry: Geometry): Result<Geometry> =>
      on([geometry], ([a = 0]) => take(operation, call(a)));
  const binary =
    (operation: string, call: (a: Pointer, b: Pointer) => Pointer) =>
    (left: Geometry, right: Geometry): Result<Geometry> =>
      on([left, right], ([a = 0, b = 0]) => take(operation, call(a, b)));
  const measured = (
    operation: string,
    operands: readonly Geometry[],
    call: (pointers: readonly Pointer[], out: Pointer) => number,
  ): Result<number> =>
    on(operands, (pointers) => {
      const value = engine.readDouble((out) => call(pointers, out));
      return value === undefined ? err(engine.failure(operation)) : ok(value);
    });

  function buffer(geometry: Geometry, distance: number, options: BufferOptions = {}): Result<Geometry> {
    if (!Number.isFinite(distance)) return err(engine.failure(`buffer by ${distance}`));
    return on([geometry], ([pointer = 0]) => {
      const params = api.GEOSBufferParams_create();
      api.GEOSBufferParams_setQuadrantSegments(params, options.quadrantSegments ?? DEFAULT_QUADRANT_SEGMENTS);
      api.GEOSBufferParams_setEndCapStyle(params, END_CAPS[options.endCap ?? 'round']);
      const buffered = api.GEOSBufferWithParams(pointer, params, distance);
      api.GEOSBufferParams_destroy(params);
      return take('buffer', buffered);
    });
  }

  function makeValid(geometry: Geometry): Result<Geometry> {
    return on([geometry], ([pointer = 0]) => {
      const params = api.GEOSMakeValidParams_create();
      api.GEOSMakeValidParams_setMethod(params, MAKE_VALID_STRUCTURE);
      api.GEOSMakeValidParams_setKeepCollapsed(params, 0);
      const repaired = api.GEOSMakeValidWithParams(pointer, params);
      api.GEOSMakeValidParams_destroy(params);
      return take('make valid', repaired);
    });
  }

  function invalidReason(geometry: Geometry): Result<InvalidReason | null> {
    return on([geometry], ([pointer = 0]) => {
      const out = engine.scratch(1) / 4;
      const verdict = api.GEOSisValidDetail(pointer, 0, out * 4, out * 4 + 4);
      if (verdict === 1) return ok(null);
      if (verdict !== 0) return err(engine.failure('is valid'));
      const reason = api.Module.HEAPU32[out] ?? 0;
      const place = api.Module.HEAPU32[out + 1] ?? 0;
      const text = api.Module.UTF8ToString(reason);
      if (reason !== 0) api.GEOSFree(reason);
      const at = place === 0 ? null : decode(engine, place);
      engine.free(place);
      return ok({ reason: text, at: at?.type === 'Point' ? at.coordinates : [] });
    });
  }

  function coverageSimplify(polygons: readonly Geometry[], tolerance: number): Result<MultiPolygon[]> {
    const collection: Geometry = { type: 'GeometryCollection', geometries: [...polygons] };
    return on([collection], ([pointer = 0]) => {
      const simplified = take('coverage simplify', api.GEOSCoverageSimplifyVW(pointer, tolerance, 0));
      return simplified.ok ? ok(membersOf(simplified.value).map(asMultiPolygon)) : simplified;
    });
  }

  function faces(lines: MultiLineString): Result<readonly Polygon[]> {
    return on([lines], ([pointer = 0]) => {
      const noded = api.GEOSUnaryUnion(pointer);
      if (noded === 0) return err(engine.failure('node lines'));
      const address = engine.scratch(1);
      api.Module.HEAPU32[address / 4] = noded;
      const enclosed = take('polygonize', api.GEOSPolygonize(address, 1));
      engine.free(noded);
      return enclosed.ok
        ? ok(membersOf(enclosed.value).filter((member) => member.type === 'Polygon'))
        : enclosed;
    });
  }

  return {
    engine: 'GEOS 3.13.0 (geos-wasm 3.1.1)',
    union: (geometries) =>
      unary('union', (a) => api.GEOSUnaryUnion(a))({
        type: 'GeometryCollection',
        geometries: [...geometries],
      }),
    coverageUnion: (polygons) =>
      unary('coverage union', (a) => api.GEOSCoverageUnion(a))({
        type: 'GeometryCollection',
        geometries: [...polygons],
      }),
    intersection: binary('intersection', (a, b) => api.GEOSIntersection(a, b)),
    difference: binary('difference', (a, b) => api.GEOSDifference(a, b)),
    symmetricDifference: binary('symmetric difference', (a, b) => api.GEOSSymDifference(a, b)),
    buffer,
    lineMerge: (lines) => {
      const merged = unary('line merge', (a) => api.GEOSLineMerge(a))(lines);
      return merged.ok ? ok(asMultiLineString(merged.value)) : merged;
    },
    faces,
    invalidReason,
    makeValid,
    simplify: (geometry, tolerance) =>
      unary('simplify', (a) => api.GEOSTopologyPreserveSimplify(a, tolerance))(geometry),
    coverageSimplify,
    area: (geometry) => measured('area', [geometry], ([a = 0], out) => api.GEOSArea(a, out)),
    length: (geometry) => measured('length', [geometry], ([a = 0], out) => api.GEOSLength(a, out)),
    distance: (a, b) =>
      measured('distance', [a, b], ([left = 0, right = 0], out) => api.GEOSDistanceIndexed(left, right, out)),
    pointOnSurface: (geometry) => {
      const inside = unary('point on surface', (a) => api.GEOSPointOnSurface(a))(geometry);
      if (!inside.ok) return inside;
      return inside.value.type === 'Point'
        ? ok(inside.value.coordinates)
        : err(engine.failure('point on surface of an empty geometry'));
    },
    prepare: (geometry) => prepare(engine, geometry),
  };
}
