import type { LayerId } from '@giapranh/core';

/** A tile of one or more layers, as they are between two dates on which something changes. */
export interface TileAddress {
  readonly layers: readonly LayerId[];
  /** Index of the period, see `Periods`. */
  readonly period: number;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export function tileKey({ layers, period, z, x, y }: TileAddress): string {
  return `${layers.join(',')} ${period} ${z}/${x}/${y}`;
}

/** The deepest zoom of WebMercatorQuad. */
const DEEPEST = 24;

/** Whether the matrix of this zoom has such a tile. */
export function isInMatrix(z: number, x: number, y: number): boolean {
  return z >= 0 && z <= DEEPEST && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z;
}
