import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things lie beside this package, built or not: `server/dist/` and `server/src/` are equally deep. */
const SERVER = dirname(dirname(fileURLToPath(import.meta.url)));
const CHECKOUT = dirname(SERVER);

export const FOLDERS = {
  checkout: CHECKOUT,
  /** Holds `manifest.json`, `reference/`, `profiles/`. */
  data: join(CHECKOUT, 'data'),
  viewer: join(CHECKOUT, 'viewer', 'dist'),
  glyphs: join(SERVER, 'assets', 'glyphs'),
} as const;
