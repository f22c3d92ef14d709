import { PNG } from 'pngjs';

/** RGBA, 8 bits each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Shades of a channel that are kept: 32. Halves a golden's size, and is far below what is compared. */
const STEP = 8;

export function readPicture(bytes: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  return { width, height, data };
}

/** The picture in fewer shades, opaque. Written and read again it is the same. */
export function coarse({ width, height, data }: Picture): Picture {
  const kept = data.map((value, at) => (at % 4 === 3 ? 255 : Math.min(255, Math.round(value / STEP) * STEP)));
  return { width, height, data: kept };
}

export function writePicture({ width, height, data }: Picture): Buffer {
  const png = new PNG({ width, height });
  png.data.set(data);
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true, deflateLevel: 9 });
}
