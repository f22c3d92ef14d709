import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { expect } from 'vitest';
import { inFewColours, readPicture, smallPng, spelledOut } from './picture.js';

const GOLDENS = join(import.meta.dirname, '../golden/expected/viewer');
/** Where a picture that differs is put, with what differs in red. */
const FAILED = join(import.meta.dirname, '../.tmp/pictures');

/**
 * How far colours may lie apart, of the greatest distance in YIQ. Some 8 of 255 shades: what the palette of a golden may
 * move a colour by. Blends of two colours at an edge, which another rasteriser puts elsewhere, are found and left out.
 */
const COLOUR_TOLERANCE = 0.03;
/**
 * Pixels that may differ all the same. 19 of the 24 pictures came out the same to the last pixel, twice in a row on a
 * busy machine; up to 0.19 % of the others differed, and letters drawn without hinting, as another machine might, added
 * nothing. Twice that much; a ground of another colour is 4 % and more.
 */
const SHARE_TOLERANCE = 0.004;

const isBlessing = process.env['GIAPRANH_BLESS'] === '1';

function save(folder: string, name: string, png: Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, png);
}

/** Holds a screenshot to its golden; `pnpm bless` renews the golden. Answers the share of pixels that differ. */
export function expectPicture(name: string, screenshot: Uint8Array): number {
  const few = inFewColours(readPicture(screenshot));
  const golden = join(GOLDENS, name);
  if (isBlessing) {
    save(GOLDENS, name, smallPng(few));
    return 0;
  }
  expect(existsSync(golden), `${name} is missing: pnpm bless`).toBe(true);
  const before = readPicture(readFileSync(golden));
  const now = spelledOut(few);
  const { width, height } = before;
  expect({ width: now.width, height: now.height }, name).toEqual({ width, height });
  const apart = new Uint8Array(width * height * 4);
  const share =
    pixelmatch(before.data, now.data, apart, width, height, { threshold: COLOUR_TOLERANCE }) /
    (width * height);
  if (share > SHARE_TOLERANCE) {
    save(FAILED, name, screenshot);
    save(FAILED, name.replace('.png', '-apart.png'), smallPng(inFewColours({ width, height, data: apart })));
  }
  expect(share, `${name}: share of pixels that differ; see test/.tmp/pictures`).toBeLessThanOrEqual(
    SHARE_TOLERANCE,
  );
  return share;
}
