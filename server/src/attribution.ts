import { CATALOG, type LayerId, type LocalText } from '@giapranh/core';
import type { Manifest } from '@giapranh/formats';
import { ANONYMOUS_READER } from './access/reader.js';
import type { TileLibrary } from './tiles/tile-library.js';

/** Between the credits of one layer. */
export const CREDIT_SEPARATOR = '; ';

/** The credit each layer's publishers ask for: of the datasets its features name, as the manifest records it. */
export function layerAttributions(tiles: TileLibrary, manifest: Manifest): ReadonlyMap<LayerId, LocalText> {
  return new Map(
    CATALOG.map(({ id }) => {
      const sources = tiles.sheet(id, ANONYMOUS_READER)?.sources ?? [];
      const credits = manifest.datasets.filter((dataset) => sources.includes(dataset.id));
      const joined = (language: keyof LocalText): string =>
        [...new Set(credits.map(({ attribution }) => attribution[language]))].join(CREDIT_SEPARATOR);
      return [id, { vi: joined('vi'), en: joined('en') }];
    }),
  );
}
