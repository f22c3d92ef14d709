import { CATALOG, type LayerId, type LocalText, type Profile } from '@giapranh/core';
import type { DatasetKind, Manifest } from '@giapranh/formats';
import { profileDatasetIds } from './load/content-hash.js';

const LINEWORK: readonly DatasetKind[] = ['communes', 'districts', 'provinces'];

/** The kinds of dataset a layer's features come from; layers computed from units credit the units' linework. */
const KINDS: Readonly<Partial<Record<LayerId, readonly DatasetKind[]>>> = {
  places: ['places'],
  roads: ['roads'],
  rivers: ['rivers'],
  'mineral-sites': ['mineral-areas', 'mine-sites'],
};

/** The credit each layer's publishers ask for, as the manifest records it; one text a layer. */
export function layerAttributions(profile: Profile, manifest: Manifest): ReadonlyMap<LayerId, LocalText> {
  const used = new Set(profileDatasetIds(profile));
  const datasets = manifest.datasets.filter(({ id }) => used.has(id));
  return new Map(
    CATALOG.map(({ id }) => {
      const kinds = KINDS[id] ?? LINEWORK;
      const credits = datasets
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ attribution }) => attribution);
      const joined = (language: keyof LocalText): string =>
        [...new Set(credits.map((credit) => credit[language]))].join('; ');
      return [id, { vi: joined('vi'), en: joined('en') }];
    }),
  );
}
