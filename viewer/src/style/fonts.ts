import type { StyleSpecification } from 'maplibre-gl';
import { bundledFile } from '../offline/bundle.js';

/** Names of the font stacks: of the `font-faces` below and of the glyph ranges the server keeps beside them. */
export const REGULAR = 'Noto Sans Regular';
export const BOLD = 'Noto Sans Bold';

/** The files of Noto Sans that Vietnamese needs, most specific first, and the characters each holds. */
const SUBSETS: readonly (readonly [subset: string, ranges: readonly string[]])[] = [
  [
    'vietnamese',
    [
      'U+0102-0103',
      'U+0110-0111',
      'U+0128-0129',
      'U+0168-0169',
      'U+01A0-01A1',
      'U+01AF-01B0',
      'U+0300-0301',
      'U+0303-0304',
      'U+0308-0309',
      'U+0323',
      'U+0329',
      'U+1EA0-1EF9',
      'U+20AB',
    ],
  ],
  ['latin', ['U+0000-00FF', 'U+2000-206F', 'U+2212']],
  ['latin-ext', ['U+0100-02BA']],
];

/** One file of the family at a weight, for the map's labels and for the page's text. */
export interface FontFile {
  readonly url: string;
  readonly ranges: readonly string[];
}

export function fontFiles(origin: string, weight: number): FontFile[] {
  return SUBSETS.map(([subset, ranges]) => {
    const path = `/fonts/noto-sans-${subset}-${weight}-normal.woff2`;
    return { url: bundledFile(path) ?? `${origin}${path}`, ranges };
  });
}

type FontFaces = NonNullable<StyleSpecification['font-faces']>;

export function fontFaces(origin: string): FontFaces {
  const face = (weight: number) =>
    fontFiles(origin, weight).map(({ url, ranges }) => ({ url, 'unicode-range': [...ranges] }));
  return { [REGULAR]: face(400), [BOLD]: face(700) };
}
