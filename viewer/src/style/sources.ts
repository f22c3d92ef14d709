import { type LayerId, layerDefinition } from '@giapranh/core';
import type { SourceSpecification } from 'maplibre-gl';
import { bundle } from '../offline/bundle.js';

/**
 * Layers that are asked for together: one request a tile instead of ten. What never changes with the day stands
 * apart, so that it stays on the map when the vintage is switched.
 */
export const SOURCES = {
  context: ['places', 'roads', 'rivers'],
  units: ['provinces', 'districts', 'communes', 'borders'],
  analysis: ['border-zones', 'watch-units', 'mineral-sites'],
} as const satisfies Record<string, readonly LayerId[]>;

export type SourceId = keyof typeof SOURCES;

/** The sources whose content depends on the day asked about. */
export const DATED_SOURCES: readonly SourceId[] = ['units', 'analysis'];

export function sourceOf(layer: LayerId): SourceId | undefined {
  const found = Object.entries(SOURCES).find(([, layers]) => layers.some((one) => one === layer));
  return found === undefined ? undefined : (found[0] as SourceId);
}

export function tileUrl(origin: string, source: SourceId, asOf: string): string {
  const query = DATED_SOURCES.includes(source) ? `?asOf=${asOf}` : '';
  return `${origin}/tiles/${SOURCES[source].join(',')}/{z}/{x}/{y}.mvt${query}`;
}

function zooms(source: SourceId): { minzoom: number; maxzoom: number } {
  const layers = SOURCES[source].flatMap((id) => layerDefinition(id) ?? []);
  return {
    minzoom: Math.min(...layers.map(({ shownFrom, zoom }) => shownFrom ?? zoom.min)),
    maxzoom: Math.min(bundle()?.max_zoom ?? 22, Math.max(...layers.map(({ zoom }) => zoom.max))),
  };
}

/**
 * `inline` names the tiles at once; `tilejson` points at the TileJSON, which carries bounds and attribution, at
 * the price of a request before the first tile.
 */
export function sources(
  origin: string,
  asOf: string,
  kind: 'inline' | 'tilejson',
): Record<SourceId, SourceSpecification> {
  const source = (id: SourceId): SourceSpecification => {
    if (kind === 'inline') {
      return { type: 'vector', tiles: [tileUrl(origin, id, asOf)], ...zooms(id), promoteId: 'id' };
    }
    const query = DATED_SOURCES.includes(id) ? `?asOf=${asOf}` : '';
    return { type: 'vector', url: `${origin}/tiles/${SOURCES[id].join(',')}.json${query}`, promoteId: 'id' };
  };
  return { context: source('context'), units: source('units'), analysis: source('analysis') };
}
