import type { Geometry } from 'geojson';
import { err, ok, type Result } from '../../result.js';
import type { PreparedGeometry } from '../kernel.js';
import type { Pointer } from './api.js';
import { decode } from './decode.js';
import { encode } from './encode.js';
import type { GeosEngine } from './engine.js';

/** Keeps a geometry and its edge index in the engine until it is disposed of. */
export function prepare(engine: GeosEngine, geometry: Geometry): Result<PreparedGeometry> {
  const { api } = engine;
  const encoded = encode(engine, geometry);
  if ('issue' in encoded) return err(encoded.issue);
  const kept = encoded.pointer;
  const index = api.GEOSPrepare(kept);
  if (index === 0) {
    engine.free(kept);
    return err(engine.failure('prepare'));
  }
  let disposed = false;

  function on<T>(other: Geometry, use: (pointer: Pointer) => Result<T>): Result<T> {
    if (disposed) throw new Error('a prepared geometry was used after dispose()');
    const operand = encode(engine, other);
    if ('issue' in operand) return err(operand.issue);
    try {
      return use(operand.pointer);
    } finally {
      engine.free(operand.pointer);
    }
  }

  const predicate =
    (name: string, call: (prepared: Pointer, other: Pointer) => number) =>
    (other: Geometry): Result<boolean> =>
      on(other, (pointer) => {
        const answer = call(index, pointer);
        return answer === 0 || answer === 1 ? ok(answer === 1) : err(engine.failure(name));
      });

  const overlay =
    (name: string, call: (other: Pointer) => Pointer) =>
    (other: Geometry): Result<Geometry> =>
      on(other, (pointer) => {
        const made = call(pointer);
        if (made === 0) return err(engine.failure(name));
        const result = decode(engine, made);
        engine.free(made);
        return ok(result);
      });

  return ok({
    intersects: predicate('intersects', (a, b) => api.GEOSPreparedIntersects(a, b)),
    contains: predicate('contains', (a, b) => api.GEOSPreparedContains(a, b)),
    covers: predicate('covers', (a, b) => api.GEOSPreparedCovers(a, b)),
    within: predicate('within', (a, b) => api.GEOSPreparedWithin(a, b)),
    touches: predicate('touches', (a, b) => api.GEOSPreparedTouches(a, b)),
    crosses: predicate('crosses', (a, b) => api.GEOSPreparedCrosses(a, b)),
    overlaps: predicate('overlaps', (a, b) => api.GEOSPreparedOverlaps(a, b)),
    equals: predicate('equals', (_, other) => api.GEOSEquals(kept, other)),
    distance: (other) =>
      on(other, (pointer) => {
        const value = engine.readDouble((out) => api.GEOSPreparedDistance(index, pointer, out));
        return value === undefined ? err(engine.failure('distance')) : ok(value);
      }),
    intersection: overlay('intersection', (other) => api.GEOSIntersection(kept, other)),
    cutFrom: overlay('difference', (other) => api.GEOSDifference(other, kept)),
    dispose: () => {
      if (disposed) return;
      disposed = true;
      api.GEOSPreparedGeom_destroy(index);
      engine.free(kept);
    },
  });
}
