import type { Raster } from './raster.js';
import { SYMBOLS } from './symbols.js';

interface SpriteEntry {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly stretchX?: readonly (readonly [number, number])[];
  readonly stretchY?: readonly (readonly [number, number])[];
  readonly content?: readonly [number, number, number, number];
}

export interface Sprite {
  readonly index: Readonly<Record<string, SpriteEntry>>;
  readonly image: Raster;
}

const GAP = 1;

/** All symbols in one row, with the index that MapLibre's sprite format asks for. */
export function sprite(ratio: number): Sprite {
  const rasters = SYMBOLS.map((symbol) => ({ symbol, raster: symbol.draw(ratio) }));
  const width = rasters.reduce((sum, { raster }) => sum + raster.width + GAP, 0);
  const height = Math.max(...rasters.map(({ raster }) => raster.height));
  const image: Raster = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  const index: Record<string, SpriteEntry> = {};
  let left = 0;
  for (const { symbol, raster } of rasters) {
    for (let row = 0; row < raster.height; row += 1) {
      const line = raster.data.subarray(row * raster.width * 4, (row + 1) * raster.width * 4);
      image.data.set(line, (row * width + left) * 4);
    }
    const at = { x: left, y: 0, width: raster.width, height: raster.height, pixelRatio: ratio };
    const { stretch } = symbol;
    const scaled = (value: number) => value * ratio;
    index[symbol.name] =
      stretch === undefined
        ? at
        : {
            ...at,
            stretchX: [[scaled(stretch.x[0]), scaled(stretch.x[1])]],
            stretchY: [[scaled(stretch.y[0]), scaled(stretch.y[1])]],
            content: [
              scaled(stretch.content[0]),
              scaled(stretch.content[1]),
              scaled(stretch.content[2]),
              scaled(stretch.content[3]),
            ],
          };
    left += raster.width + GAP;
  }
  return { index, image };
}
