import type { LayerFeature, LayerId, PropertyValue } from '@giapranh/core';
import type { FeatureStore, StoredFeature, StoreMeta } from '@giapranh/store';
import type { Geometry, Position } from 'geojson';
import { day } from '../../day.js';

export const META: StoreMeta = {
  profile: 'bac-kan',
  contentHash: 'sha256:first',
  loadedAt: '2026-03-01T08:00:00+07:00',
};

export interface SampleOptions {
  readonly layer?: LayerId;
  readonly properties?: Readonly<Record<string, PropertyValue>>;
  readonly from?: string;
  readonly to?: string;
}

/** `mineral-sites` takes every geometry type. */
export function sample(id: string, geometry: Geometry, options: SampleOptions = {}): LayerFeature {
  return {
    layer: options.layer ?? 'mineral-sites',
    id,
    geometry,
    properties: options.properties ?? {},
    validity: {
      from: options.from === undefined ? null : day(options.from),
      to: options.to === undefined ? null : day(options.to),
    },
  };
}

export function point(x: number, y: number): Geometry {
  return { type: 'Point', coordinates: [x, y] };
}

export function square(west: number, south: number, size: number): Position[] {
  const [east, north] = [west + size, south + size];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

export async function load(
  store: FeatureStore,
  features: Iterable<LayerFeature>,
  meta = META,
): Promise<number> {
  const result = await store.replaceAll(meta, features);
  if (!result.ok)
    throw new Error(result.issues.map((issue) => `${issue.code} ${issue.path.join('/')}`).join('\n'));
  return result.value;
}

export async function ids(
  store: FeatureStore,
  query: Partial<Parameters<FeatureStore['query']>[0]>,
): Promise<string[]> {
  const page = await store.query({ layer: 'mineral-sites', limit: 1000, offset: 0, ...query });
  if (page.numberMatched !== page.features.length) throw new Error(`${page.numberMatched} matched`);
  return page.features.map((feature) => feature.id);
}

export async function everything(store: FeatureStore, layer: LayerId): Promise<StoredFeature[]> {
  const features: StoredFeature[] = [];
  for await (const feature of store.each(layer)) features.push(feature);
  return features;
}
