import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { expect } from 'vitest';
import { readPicture, smallPng } from './picture.js';

const GOLDENS = join(import.meta.dirname, '../golden/expected/viewer');
/** Where a picture that differs is put, with what differs in red. */
const FAILED = join(import.meta.dirname, '../.tmp/pictures');

/**
 * How far colours may lie apart, of the greatest distance in YIQ: pixelmatch's own default. Blends of the same two colours
 * at an edge, which another rasteriser puts elsewhere, are found and left out before.
 */
const COLOUR_TOLERANCE = 0.1;
/**
 * Pixels that may differ all the same. From run to run, on a machine with fifteen times its work to do, up to 0.13 % did:
 * names that may stand on either side of their place take the one that was free as tiles came. Drawing letters without
 * hinting, as another machine might, added nothing. Three times that much; a ground or a panel of another colour is more.
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
  const small = smallPng(readPicture(screenshot));
  const golden = join(GOLDENS, name);
  if (isBlessing) {
    save(GOLDENS, name, small);
    return 0;
  }
  expect(existsSync(golden), `${name} is missing: pnpm bless`).toBe(true);
  const before = readPicture(readFileSync(golden));
  const now = readPicture(small);
  const { width, height } = before;
  expect({ width: now.width, height: now.height }, name).toEqual({ width, height });
  const apart = new Uint8Array(width * height * 4);
  const share =
    pixelmatch(before.data, now.data, apart, width, height, { threshold: COLOUR_TOLERANCE }) /
    (width * height);
  if (share > SHARE_TOLERANCE) {
    save(FAILED, name, screenshot);
    save(FAILED, name.replace('.png', '-apart.png'), smallPng({ width, height, data: apart }));
  }
  expect(share, `${name}: share of pixels that differ; see test/.tmp/pictures`).toBeLessThanOrEqual(
    SHARE_TOLERANCE,
  );
  return share;
}
