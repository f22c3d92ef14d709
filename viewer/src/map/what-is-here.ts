import { LAYER_IDS, type LayerId } from '@giapranh/core';
import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl';

export interface Found {
  readonly layer: LayerId;
  readonly id: string;
}

/** Style layers that answer a click, by how near it must be, in pixels. Most telling first. */
const ASKED: readonly (readonly [near_px: number, styleLayers: readonly string[]])[] = [
  [8, ['mineral-sites']],
  [3, ['mineral-sites-area', 'mineral-sites-outline']],
  [0, ['districts-area', 'communes-area']],
  [0, ['watch-units']],
  [0, ['border-zones']],
  [5, ['borders-casing']],
  [0, ['land']],
];

function read(feature: MapGeoJSONFeature): Found | undefined {
  const layer = LAYER_IDS.find((id) => id === feature.sourceLayer?.replace(/-labels$/, ''));
  const id: unknown = feature.properties['id'] ?? feature.id;
  return layer === undefined || (typeof id !== 'string' && typeof id !== 'number')
    ? undefined
    : { layer, id: String(id) };
}

/** What is drawn at a place. */
export interface Here {
  /** Each feature once, sites before units before zones. */
  readonly found: readonly Found[];
  /** Tiles of another vintage are still on the screen: ask again when the map has settled. */
  readonly stale: boolean;
}

/** `x`, `y` in pixels of the map; features of other vintages than `vintage` are left out. */
export function whatIsHere(map: MapLibreMap, x: number, y: number, vintage: string): Here {
  const drawn = ASKED.flatMap(([near, styleLayers]) => {
    const layers = styleLayers.filter((id) => map.getLayer(id) !== undefined);
    const place: PointLike | [PointLike, PointLike] =
      near === 0
        ? [x, y]
        : [
            [x - near, y - near],
            [x + near, y + near],
          ];
    return map.queryRenderedFeatures(place, { layers });
  });
  const current = drawn.filter(({ properties }) => (properties['vintage'] ?? vintage) === vintage);
  const found = current.map(read).filter((one) => one !== undefined);
  const keys = found.map((one) => `${one.layer}/${one.id}`);
  return {
    found: found.filter((_one, at) => keys.indexOf(keys[at] ?? '') === at),
    stale: current.length < drawn.length,
  };
}
