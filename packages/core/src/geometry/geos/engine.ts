import type { Issue, IssuePath } from '../../issue.js';
import { operationFailed } from '../engine-issues.js';
import type { GeosApi, Pointer } from './api.js';

const BYTES_PER_DOUBLE = 8;

/**
 * The engine with its memory: one scratch buffer for coordinates and results, the last error it reported, and the
 * one way to free a geometry.
 */
export class GeosEngine {
  readonly api: GeosApi;
  readonly #lastError: () => string;
  #scratch: Pointer = 0;
  #scratchDoubles = 0;

  /** `lastError` reads and clears what the engine's error handler got last. */
  constructor(api: GeosApi, lastError: () => string) {
    this.api = api;
    this.#lastError = lastError;
  }

  /** Address of a scratch area of at least so many doubles; valid until the next call of `scratch`. */
  scratch(doubles: number): Pointer {
    if (doubles > this.#scratchDoubles) {
      if (this.#scratch !== 0) this.api.Module._free(this.#scratch);
      const size = Math.max(doubles, 2 * this.#scratchDoubles, 1024);
      this.#scratch = this.api.Module._malloc(size * BYTES_PER_DOUBLE);
      if (this.#scratch === 0) {
        this.#scratchDoubles = 0;
        throw new RangeError(`geometry engine: no memory for ${size} doubles`);
      }
      this.#scratchDoubles = size;
    }
    return this.#scratch;
  }

  /** The doubles at an address, as a view that is good only until the engine runs again. */
  doubles(address: Pointer, count: number): Float64Array {
    const start = address / BYTES_PER_DOUBLE;
    return this.api.Module.HEAPF64.subarray(start, start + count);
  }

  /** Calls a function whose last argument is an address for one double; `undefined` when it fails. */
  readDouble(call: (out: Pointer) => number): number | undefined {
    const out = this.scratch(1);
    return call(out) === 1 ? this.doubles(out, 1)[0] : undefined;
  }

  free(geometry: Pointer): void {
    if (geometry !== 0) this.api.GEOSGeom_destroy(geometry);
  }

  /** What to tell the caller when the engine gave NULL. */
  failure(operation: string, path: IssuePath = []): Issue {
    return operationFailed(operation, this.#lastError(), path);
  }
}
