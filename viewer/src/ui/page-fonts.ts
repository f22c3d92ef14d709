import { fontFiles } from '../style/fonts.js';

const WEIGHTS = [400, 600];

/** The page is set in the map's typeface; a file is fetched when a letter of it is first drawn. */
export function offerPageFonts(): void {
  for (const weight of WEIGHTS) {
    // Where ranges overlap the browser takes the face added last: the most specific comes last.
    for (const { url, ranges } of fontFiles('', weight).reverse()) {
      const face = new FontFace('Noto Sans', `url(${url}) format("woff2")`, {
        weight: String(weight),
        unicodeRange: ranges.join(','),
        display: 'swap',
      });
      document.fonts.add(face);
    }
  }
}
