import { type LayerDefinition, layerDefinition } from '@giapranh/core';
import type { Reader } from '../access/reader.js';
import { offeredCrs } from '../crs/offered-crs.js';
import type { Language } from '../language.js';
import type { Services } from '../services.js';
import { CRS84, GREGORIAN, type Link, link, MEDIA, OGC_REL } from './links.js';

/** [west, south, east, north] grown by half a metre, so that rounding never leaves a feature outside. */
function outward([west, south, east, north]: readonly [number, number, number, number]): number[] {
  const down = (value: number): number => Math.floor(value * 1e5) / 1e5;
  const up = (value: number): number => Math.ceil(value * 1e5) / 1e5;
  return [down(west), down(south), up(east), up(north)];
}

function collectionLinks({ id }: LayerDefinition, origin: string, title: string): Link[] {
  const self = `${origin}/collections/${id}`;
  return [
    link(self, 'self', MEDIA.json, title),
    link(`${origin}/collections`, 'parent', MEDIA.json, 'Collections'),
    link(`${self}/items`, 'items', MEDIA.geojson, `${title} (GeoJSON)`),
    link(`${self}/queryables`, `${OGC_REL}/queryables`, MEDIA.schema, `${title} (queryables)`),
    ...(layerDefinition(id) === undefined
      ? []
      : [
          link(`${self}/tiles`, `${OGC_REL}/tilesets-vector`, MEDIA.json, `${title} (MVT)`),
          link(`${origin}/tiles/${id}.json`, 'related', MEDIA.json, `${title} (TileJSON)`),
        ]),
  ];
}

/** An OGC collection from its catalogue entry. */
export function collectionDocument(
  definition: LayerDefinition,
  reader: Reader,
  { attributions, profile, tiles }: Services,
  language: Language,
  origin: string,
): object {
  const title = definition.title[language];
  // Of what the reader is shown: a hidden feature moves neither the box nor the days.
  const shown = tiles.sheet(definition.id, reader);
  const bbox = shown?.bounds ?? null;
  const { from, to } = shown?.validity ?? { from: null, to: null };
  const day = (text: string | null): string | null => (text === null ? null : `${text}T00:00:00+07:00`);
  return {
    id: definition.id,
    title,
    description: definition.description[language],
    attribution: attributions.get(definition.id)?.[language] ?? '',
    itemType: 'feature',
    crs: offeredCrs(profile),
    storageCrs: CRS84,
    extent: {
      ...(bbox === null ? {} : { spatial: { bbox: [outward(bbox)], crs: CRS84 } }),
      temporal: { interval: [[day(from), day(to)]], trs: GREGORIAN },
    },
    minzoom: definition.zoom.min,
    maxzoom: definition.zoom.max,
    links: collectionLinks(definition, origin, title),
  };
}
