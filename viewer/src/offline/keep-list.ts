import type { LayerId, Profile } from '@giapranh/core';
import { fontFiles } from '../style/fonts.js';
import { DATED_SOURCES, SOURCES, type SourceId, tileUrl } from '../style/sources.js';

/** Lists that details, search and counts are answered from without a network. */
export const KEPT_LISTS: readonly LayerId[] = [
  'mineral-sites',
  'watch-units',
  'provinces',
  'districts',
  'communes',
  'borders',
  'border-zones',
];
export const KEPT_ZOOMS = { from: 5, to: 10 } as const;
const WEIGHTS = [400, 600, 700];
const MOST_FEATURES = 1000;

type View = Profile['view'];

function tileSpan([west, south, east, north]: View, z: number) {
  const side = 2 ** z;
  const column = (lon: number) => Math.floor(((lon + 180) / 360) * side);
  const row = (lat: number) =>
    Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * side);
  return { columns: [column(west), column(east)], rows: [row(north), row(south)] } as const;
}

/** Addresses of the tiles that touch a box, at every zoom from `from` to `to`. */
export function tilesOver(view: View, { from, to }: { readonly from: number; readonly to: number }) {
  const found: { readonly z: number; readonly x: number; readonly y: number }[] = [];
  for (let z = from; z <= to; z += 1) {
    const { columns, rows } = tileSpan(view, z);
    for (let x = columns[0]; x <= columns[1]; x += 1)
      for (let y = rows[0]; y <= rows[1]; y += 1) found.push({ z, x, y });
  }
  return found;
}

/** All that the next visit may need where there is no network, in the order of need; `days`: one a vintage. */
export function keepList({ view }: Pick<Profile, 'view'>, days: readonly string[]): string[] {
  const lists = (layers: readonly LayerId[]) =>
    days.flatMap((day) =>
      layers.map((layer) => `/collections/${layer}/items?asOf=${day}&limit=${MOST_FEATURES}`),
    );
  const tiles = (Object.keys(SOURCES) as SourceId[]).flatMap((source) =>
    (DATED_SOURCES.includes(source) ? days : days.slice(0, 1)).flatMap((day) =>
      tilesOver(view, KEPT_ZOOMS).map(({ z, x, y }) =>
        tileUrl('', source, day)
          .replace('{z}', String(z))
          .replace('{x}', String(x))
          .replace('{y}', String(y)),
      ),
    ),
  );
  return [
    '/profile.json',
    ...WEIGHTS.flatMap((weight) => fontFiles('', weight).map(({ url }) => url)),
    '/collections?f=json&lang=vi',
    '/collections?f=json&lang=en',
    '/units.json',
    ...lists(['mineral-sites']),
    ...tiles,
    ...lists(KEPT_LISTS.filter((layer) => layer !== 'mineral-sites')),
  ];
}
