import type { HtmlTagDescriptor, Plugin } from 'vite';
import { MESSAGES } from '../src/messages/messages.js';
import { fontFiles } from '../src/style/fonts.js';
import { TOKENS, type Tokens } from '../src/style/tokens.js';

const VIRTUAL = 'virtual:tokens.css';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function properties(tokens: Tokens): string {
  const { map, risk, neighbours, watchHatch: _watchHatch, ...plain } = tokens;
  const levels = Object.entries(risk).flatMap(([level, colours]) =>
    Object.entries(colours).map(([part, colour]) => [`risk-${level}-${part}`, colour] as const),
  );
  const pairs = neighbours.map((colour, at) => [`neighbour-${at + 1}`, colour] as const);
  const drawn = Object.entries(map).map(([name, colour]) => [`map-${name}`, colour] as const);
  return [...Object.entries(plain), ...levels, ...pairs, ...drawn]
    .map(([name, value]) => `--${kebab(name)}:${String(value)};`)
    .join('');
}

/**
 * The first words and the first labels need these: they are asked for beside the script, not after it. The page's own
 * faces come as fonts; what only the map draws with, MapLibre fetches.
 */
const FIRST_FONTS = [
  [400, { as: 'font', type: 'font/woff2' }],
  [600, { as: 'font', type: 'font/woff2' }],
  [700, { as: 'fetch' }],
] as const;

const PRELOADS = FIRST_FONTS.flatMap(([weight, kind]) =>
  fontFiles('', weight)
    .filter(({ url }) => !url.includes('latin-ext'))
    .map(
      ({ url }): HtmlTagDescriptor => ({
        tag: 'link',
        injectTo: 'head',
        attrs: { rel: 'preload', ...kind, href: url, crossorigin: 'anonymous' },
      }),
    ),
);

/** Colours live once, in `style/tokens.ts`: the page's custom properties and the first page's words come from the sources. */
export function pagePlugin(): Plugin {
  return {
    name: 'giapranh-page',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load: (id) =>
      id === `\0${VIRTUAL}`
        ? `:root{${properties(TOKENS.light)}}:root[data-theme="dark"]{color-scheme:dark;${properties(TOKENS.dark)}}`
        : undefined,
    transformIndexHtml: (html) => ({
      html: html
        .replaceAll('%title%', MESSAGES.vi.app.title)
        .replaceAll('%description%', MESSAGES.vi.app.description)
        .replaceAll('%noscript%', MESSAGES.vi.app.noScript)
        .replaceAll('%loading%', MESSAGES.vi.app.loading),
      tags: PRELOADS,
    }),
  };
}
