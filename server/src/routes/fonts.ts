import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler } from 'express';
import { FOLDERS } from '../checkout.js';
import { languageOf } from '../language.js';
import { sendProblem } from '../problem.js';
import { PROBLEMS } from '../problems.js';

const YEAR_ms = 365 * 24 * 3600 * 1000;
const RANGE = /^(\d{1,5})-(\d{1,5})$/;

/** Whether the text is a block of 256 code points: `0-255`, `7680-7935`. */
function isBlock(range: string): boolean {
  const [, from, to] = RANGE.exec(range)?.map(Number) ?? [];
  return from !== undefined && to === from + 255 && from % 256 === 0 && to <= 65_535;
}

/**
 * `GET /glyphs/{fontstack}/{range}.pbf`: of the first font of the stack that is here. A block that the fonts do not
 * reach is empty: clients ask for whatever a label contains.
 */
export const glyphs: RequestHandler = (request, response) => {
  const [stack, range] = [String(request.params['fontstack']), String(request.params['range'])];
  const fonts = stack.split(',').map((name) => name.trim());
  const font = fonts.find((name) => name === 'Noto Sans Regular' || name === 'Noto Sans Bold');
  if (font === undefined || !isBlock(range)) {
    sendProblem(response, 404, [PROBLEMS.noSuchPath], languageOf(request));
    return;
  }
  const options = {
    root: FOLDERS.glyphs,
    maxAge: YEAR_ms,
    headers: { 'Content-Type': 'application/x-protobuf' },
  };
  response.sendFile(join(font, `${range}.pbf`), options, (error) => {
    if (error === undefined || response.headersSent) return;
    response.status(200).type('application/x-protobuf').set('Cache-Control', 'public, max-age=86400').end();
  });
};

const FONTSOURCE = dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-sans/LICENSE')));

/** `GET /fonts/*.woff2`: Noto Sans for clients that draw glyphs themselves. */
export const fonts: RequestHandler = express.static(join(FONTSOURCE, 'files'), {
  index: false,
  redirect: false,
  maxAge: YEAR_ms,
  immutable: true,
});
