import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** RGBA, 8 bits each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture in few colours, as it is kept. */
interface Indexed {
  readonly width: number;
  readonly height: number;
  /** `0xrrggbb`, the most frequent first. */
  readonly palette: readonly number[];
  readonly indexes: Uint8Array;
}

export function readPicture(bytes: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  return { width, height, data };
}

/** Shades of a channel that are told apart before the palette is chosen: 32. */
const STEP = 8;
const MOST_COLOURS = 256;

const shade = (value: number): number => Math.min(255, Math.round(value / STEP) * STEP);
const channels = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

function distance(a: number, b: number): number {
  const [r, g, b1] = channels(a);
  const [r2, g2, b2] = channels(b);
  return (r - r2) ** 2 + (g - g2) ** 2 + (b1 - b2) ** 2;
}

/** Colours of whole grounds, kept as they are. */
const FLAT_COLOURS = 128;
/** How far other colours may lie apart and still share a place in the palette, to begin with; squared. */
const NEAR = 10 ** 2;
const WIDER = 1.4;

/**
 * The most frequent colours, and of the rest those that lie apart from all others, as near as there is room for: a rare
 * colour that is like no other, a symbol's, has its place before one more shade of an edge.
 */
function paletteOf(colours: readonly number[]): readonly number[] {
  for (let near = NEAR; ; near *= WIDER) {
    const palette = colours.slice(0, FLAT_COLOURS);
    for (const colour of colours.slice(FLAT_COLOURS)) {
      if (palette.every((one) => distance(one, colour) > near)) palette.push(colour);
      if (palette.length > MOST_COLOURS) break;
    }
    if (palette.length <= MOST_COLOURS) return palette;
  }
}

/** Every pixel in the nearest colour of the palette: the same picture gives the same, always. */
export function inFewColours({ width, height, data }: Picture): Indexed {
  const colours = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let at = 0; at < colours.length; at += 1) {
    const [r, g, b] = [data[4 * at] ?? 0, data[4 * at + 1] ?? 0, data[4 * at + 2] ?? 0];
    const colour = (shade(r) << 16) | (shade(g) << 8) | shade(b);
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(
    [...counts].sort(([a, many], [b, more]) => more - many || a - b).map(([colour]) => colour),
  );
  const places = new Map(palette.map((colour, at) => [colour, at]));
  for (const colour of counts.keys()) {
    if (places.has(colour)) continue;
    const nearest = palette.reduce(
      (best, one, at) => (distance(one, colour) < distance(palette[best] ?? 0, colour) ? at : best),
      0,
    );
    places.set(colour, nearest);
  }
  return { width, height, palette, indexes: Uint8Array.from(colours, (colour) => places.get(colour) ?? 0) };
}

/** As it is shown. */
export function spelledOut({ width, height, palette, indexes }: Indexed): Picture {
  const colours = palette.map((colour) => [...channels(colour), 255]);
  const data = new Uint8Array(4 * indexes.length);
  for (const [at, index] of indexes.entries()) data.set(colours[index] ?? [], 4 * at);
  return { width, height, data };
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** As a PNG of a palette: a quarter of what it is in full colours, which pngjs alone can write. */
export function smallPng({ width, height, palette, indexes }: Indexed): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
