import type { LayerFeature } from '@giapranh/core';
import type { RawFeature } from '../geojson.js';
import { numberOf, textOf } from '../record.js';
import type { ContextLines } from './roads.js';

/** GSHHG's level 0 is a river drawn with two banks, 1 a major river, and so on down. */
function rankOf(feature: RawFeature): number {
  return Math.max(1, numberOf(feature.properties, 'level') ?? 1);
}

/** Rivers as lines. A river without a name in its source has none here. */
export function riversFrom(features: readonly RawFeature[], source: string): ContextLines {
  const rivers = features.flatMap((feature): LayerFeature[] =>
    feature.geometry.type === 'LineString' || feature.geometry.type === 'MultiLineString'
      ? [
          {
            layer: 'rivers',
            id: feature.id ?? `${source}-${feature.index + 1}`,
            geometry: feature.geometry,
            properties: { name: textOf(feature.properties, 'name'), rank: rankOf(feature), source },
            validity: { from: null, to: null },
          },
        ]
      : [],
  );
  return { features: rivers, notes: [] };
}
