import type { Shape } from './shape.js';

/** Straight RGBA, row by row from the top: what a canvas, MapLibre and PNG all take. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** One coat of paint: everything of the shape grown by `grow` pixels. */
export interface Coat {
  readonly shape: Shape;
  readonly colour: string;
  readonly grow?: number;
  readonly opacity?: number;
}

type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Paints coats over one another, edges smoothed over one pixel. `ratio` is device pixels a pixel. */
export function paint(width: number, height: number, ratio: number, coats: readonly Coat[]): Raster {
  const raster: Raster = {
    width: width * ratio,
    height: height * ratio,
    data: new Uint8ClampedArray(width * ratio * height * ratio * 4),
  };
  const coloured = coats.map((coat) => ({ ...coat, rgb: rgb(coat.colour) }));
  for (let row = 0; row < raster.height; row += 1) {
    for (let column = 0; column < raster.width; column += 1) {
      const x = (column + 0.5) / ratio - width / 2;
      const y = (row + 0.5) / ratio - height / 2;
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const coat of coloured) {
        const distance = (coat.shape(x, y) - (coat.grow ?? 0)) * ratio;
        const cover = Math.min(Math.max(0.5 - distance, 0), 1) * (coat.opacity ?? 1);
        const below = alpha * (1 - cover);
        alpha = cover + below;
        if (alpha === 0) continue;
        red = (coat.rgb[0] * cover + red * below) / alpha;
        green = (coat.rgb[1] * cover + green * below) / alpha;
        blue = (coat.rgb[2] * cover + blue * below) / alpha;
      }
      raster.data.set([red, green, blue, alpha * 255], (row * raster.width + column) * 4);
    }
  }
  return raster;
}
