import type { Geometry } from 'geojson';
import { decodeWkb } from '../../geometry/wkb.js';

const POLYGON = 3;
const MULTI_POLYGON = 6;
const HEAD = 5;
const COUNT = 4;
const POSITION = 16;

/** Takes the places of a ring, so many pairs of doubles from `at` on; false ends the reading. */
export type TakeRing = (view: DataView, at: number, count: number, hole: boolean) => boolean;

/** A geometry as the bytes that `encodeWkb` wrote: its rings are read where they lie, GeoJSON is made only when asked for. */
export class WkbShape {
  readonly #view: DataView;
  readonly #at: number;
  #geometry: Geometry | undefined;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  get geometry(): Geometry {
    const { buffer, byteOffset, byteLength } = this.#view;
    this.#geometry ??= decodeWkb(new Uint8Array(buffer, byteOffset, byteLength), this.#at);
    return this.#geometry;
  }

  /** Gives the rings of polygons in turn. False for other geometries, and where a ring was not taken. */
  eachRing(take: TakeRing): boolean {
    const view = this.#view;
    let at = this.#at;
    const code = codeAt(view, at);
    at += HEAD;
    if (code !== POLYGON && code !== MULTI_POLYGON) return false;
    let polygons = 1;
    if (code === MULTI_POLYGON) {
      polygons = view.getUint32(at, true);
      at += COUNT;
    }
    for (let polygon = 0; polygon < polygons; polygon += 1) {
      if (code === MULTI_POLYGON) {
        if (codeAt(view, at) !== POLYGON) return false;
        at += HEAD;
      }
      const rings = view.getUint32(at, true);
      at += COUNT;
      for (let ring = 0; ring < rings; ring += 1) {
        const count = view.getUint32(at, true);
        at += COUNT;
        const end = at + POSITION * count;
        if (end > view.byteLength || !take(view, at, count, ring > 0)) return false;
        at = end;
      }
    }
    return true;
  }
}

/** The type of what begins here; 0 for what is not little-endian. */
function codeAt(view: DataView, at: number): number {
  return view.getUint8(at) === 1 ? view.getUint32(at + 1, true) : 0;
}
