import type { Raster } from '../src/symbols/raster.js';

type Point = readonly [x: number, y: number];
interface Shape {
  readonly points: readonly Point[];
  readonly colour: readonly [number, number, number];
}

const SAMPLES = 4;

/** `#0b5a55` or `#fff`. */
function colourOf(hex: string): [number, number, number] {
  const full = hex.length === 4 ? [...hex.slice(1)].map((one) => one + one).join('') : hex.slice(1);
  const value = Number.parseInt(full, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The paths of `mark.svg`: absolute moves and lines, closed. */
function shapesOf(svg: string): {
  readonly ground: readonly [number, number, number];
  readonly shapes: Shape[];
} {
  const ground = /<rect[^>]*fill="(#\w+)"/.exec(svg)?.[1] ?? '#ffffff';
  const shapes = [...svg.matchAll(/<path d="M([^"z]+)z" fill="(#\w+)"/g)].map(([, d = '', fill = '#fff']) => {
    const values = d
      .trim()
      .split(/[\s,L]+/)
      .map(Number);
    const points = Array.from(
      { length: values.length / 2 },
      (_, at): Point => [values[2 * at] ?? 0, values[2 * at + 1] ?? 0],
    );
    return { points, colour: colourOf(fill) };
  });
  return { ground: colourOf(ground), shapes };
}

function inside(points: readonly Point[], x: number, y: number): boolean {
  let within = false;
  let [bx, by] = points[points.length - 1] ?? [0, 0];
  for (const [ax, ay] of points) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
    [bx, by] = [ax, ay];
  }
  return within;
}

/** The mark (drawn on a grid of 32) filling a square; `room`: how much of the side the mark's ground leaves free. */
export function iconRaster(svg: string, size: number, room: number): Raster {
  const { ground, shapes } = shapesOf(svg);
  const data = new Uint8ClampedArray(size * size * 4);
  const scale = 32 / (size * (1 - room));
  const shift = (size * room) / 2;
  /** Which shape covers a place in pixels; `shapes.length`: none. */
  const coverAt = (x: number, y: number): number => {
    const at = shapes.findIndex(({ points }) => inside(points, (x - shift) * scale, (y - shift) * scale));
    return at < 0 ? shapes.length : at;
  };
  const colours = [...shapes.map(({ colour }) => colour), ground];
  const corners = Uint8Array.from({ length: (size + 1) ** 2 }, (_, at) =>
    coverAt(at % (size + 1), Math.floor(at / (size + 1))),
  );
  const mixed = (column: number, row: number): number[] => {
    const sum: [number, number, number] = [0, 0, 0];
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES;
      const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
      const [r, g, b] = colours[coverAt(x, y)] ?? ground;
      sum[0] += r;
      sum[1] += g;
      sum[2] += b;
    }
    return sum.map((value) => value / (SAMPLES * SAMPLES));
  };
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const at = row * (size + 1) + column;
      const first = corners[at] ?? 0;
      const even = [at + 1, at + size + 1, at + size + 2].every((corner) => corners[corner] === first);
      const colour = even ? (colours[first] ?? ground) : mixed(column, row);
      data.set([...colour, 255], (row * size + column) * 4);
    }
  }
  return { width: size, height: size, data };
}
