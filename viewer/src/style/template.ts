import { style } from './style.js';

/**
 * What the build writes to `dist/style.template.json` for the server's `/style.json`, for map clients other than
 * this viewer: an object with one style a language, `{ "vi": {…}, "en": {…} }`.
 *
 * The server picks the language and replaces these placeholders in the text:
 *   {origin}       scheme and host, no slash at the end
 *   {asOf}         the day asked about, YYYY-MM-DD
 *   {subject}      code of the profile's province in that day's vintage
 *   {neighbour0} … {neighbour5}   codes of the neighbours with ground in reach, in the order they first appear
 *                  over the profile's vintages; those left over may stay as they are, no feature carries them
 * `{z}`, `{x}`, `{y}`, `{fontstack}`, `{range}` belong to the client and stay.
 */
export function styleTemplate(): { readonly vi: object; readonly en: object } {
  const template = (lang: 'vi' | 'en') =>
    style({
      origin: '{origin}',
      asOf: '{asOf}',
      lang,
      theme: 'light',
      subjects: [{ code: '{subject}', vintage: null }],
      neighbours: [0, 1, 2, 3, 4, 5].map((at) => `{neighbour${at}}`),
      sources: 'tilejson',
    });
  return { vi: template('vi'), en: template('en') };
}
