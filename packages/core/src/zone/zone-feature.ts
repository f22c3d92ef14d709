import type { Feature } from 'geojson';
import type { BorderZone } from './border-zone.js';

/**
 * A zone as a GeoJSON feature, in the flat shape that scripts rely on: `side` is the unit's code. The id names
 * vintage, pair, side and ring: `2023:06-04:06:500-1000`.
 */
export function zoneFeature({ geometry, side, other, ...zone }: BorderZone): Feature {
  return {
    type: 'Feature',
    id: `${side.vintage}:${zone.pair}:${side.code}:${zone.inner_m}-${zone.outer_m}`,
    geometry,
    properties: {
      ...zone,
      side: side.code,
      side_name: side.name,
      other: other.code,
      other_name: other.name,
      vintage: side.vintage,
    },
  };
}
