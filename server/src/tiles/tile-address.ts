import type { LayerId } from '@giapranh/core';

/** A tile of one or more layers, as they are between two dates on which something changes. */
export interface TileAddress {
  readonly layers: readonly LayerId[];
  /** Index of the period, see `Periods`. */
  readonly period: number;
  /** `secrecyKey` of who asks: tiles of readers with other rights never share a place. */
  readonly secrecy: string;
  /** A checked filter written out anew, so that what asks the same is kept once; empty for none. */
  readonly filter: string;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export function tileKey({ layers, period, secrecy, filter, z, x, y }: TileAddress): string {
  return `${secrecy} ${layers.join(',')} ${period} ${z}/${x}/${y} ${filter}`;
}

/** The deepest zoom of WebMercatorQuad. */
const DEEPEST = 24;

/** Whether the matrix of this zoom has such a tile. */
export function isInMatrix(z: number, x: number, y: number): boolean {
  return z >= 0 && z <= DEEPEST && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z;
}
