import type { PreparedLayer, Tileset } from '@giapranh/tiles';
import { centerOf, layersBounds, OUTLINE_ERROR_px, vectorLayers } from '@giapranh/tiles';
import type { Language } from '../language.js';
import type { Session } from '../session.js';
import type { LayerCounts } from './cut-archive.js';
import type { ZoomRange } from './zoom-range.js';

/** Between the credits of one archive. */
const CREDIT_SEPARATOR = '; ';

/**
 * What the archive says of itself: title and credits in the language of the run, the day, the checksums of the
 * datasets its features come from, how far outlines may be off, and what was too small to draw. `undefined` when the layers are empty.
 */
export function profileTileset(
  { sources, asOf, vintage }: Session,
  layers: readonly PreparedLayer[],
  { minZoom, maxZoom }: ZoomRange,
  counts: readonly LayerCounts[],
  language: Language,
): Tileset | undefined {
  const bounds = layersBounds(layers);
  if (bounds === undefined) return undefined;
  const named = new Set(layers.flatMap((layer) => layer.sources));
  const datasets = sources.datasets.filter(({ id }) => named.has(id));
  const credits = new Set(datasets.map(({ attribution }) => attribution[language]));
  return {
    name: sources.profile.title[language],
    description: `${layers.map(({ definition }) => definition.title[language]).join(', ')} – ${asOf}`,
    attribution: [...credits].join(CREDIT_SEPARATOR),
    minZoom,
    maxZoom,
    bounds,
    center: openAt(sources.profile.view, minZoom, maxZoom),
    vectorLayers: layers
      .flatMap(({ definition }) => vectorLayers(definition, language, 'type'))
      .map((layer) => ({
        ...layer,
        minzoom: Math.max(layer.minzoom, minZoom),
        maxzoom: maxZoom,
      })),
    extra: {
      profile: sources.profile.id,
      as_of: asOf,
      vintage: vintage.id,
      outline_error_px: OUTLINE_ERROR_px.toFixed(2),
      counts: JSON.stringify(counts),
      datasets: JSON.stringify(datasets.map(({ id, sha256, licence }) => ({ id, sha256, licence }))),
    },
  };
}

/** Where the profile opens its map, at a zoom the archive has. */
function openAt(view: Tileset['bounds'], minZoom: number, maxZoom: number): Tileset['center'] {
  const center = centerOf(view);
  return { ...center, zoom: Math.min(maxZoom, Math.max(minZoom, center.zoom)) };
}
