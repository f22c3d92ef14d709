import type { Feature, Geometry } from 'geojson';
import type { LayerId, Secrecy } from './catalog.js';
import type { Validity } from './units.js';

/** JSON-safe; nested objects and arrays reach features, only scalars reach tiles. */
export type PropertyValue =
  | string
  | number
  | boolean
  | null
  | readonly unknown[]
  | { readonly [key: string]: unknown };

/**
 * A published feature: what the store keeps, the server serves and tiles are cut from.
 * `id` is stable and unique in its layer, over all vintages: `2023:06`, `2025-07-01:02020`, `BK-OFF-16`.
 */
export interface LayerFeature {
  readonly layer: LayerId;
  readonly id: string;
  /** WGS 84 lon/lat (OGC:CRS84). */
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly validity: Validity;
  /** Who may read it; its layer's own level when absent. */
  readonly secrecy?: Secrecy;
}

/** RFC 7946, with the validity among the properties as `valid_from` and `valid_to`. */
export function toGeoJson(feature: LayerFeature): Feature {
  return {
    type: 'Feature',
    id: feature.id,
    geometry: feature.geometry,
    properties: {
      ...feature.properties,
      valid_from: feature.validity.from,
      valid_to: feature.validity.to,
    },
  };
}
