import type { LayerId } from '@giapranh/core';
import type { Feature, Geometry } from 'geojson';
import type { LonLat } from '../state/view-state.js';
import { type Answer, fetchJson } from './fetch-json.js';

export type Item = Feature<Geometry, Readonly<Record<string, unknown>>>;

interface Items {
  readonly features: readonly Item[];
  readonly numberMatched: number;
}

export function fetchItem(layer: LayerId, id: string): Promise<Answer<Item>> {
  return fetchJson(`/collections/${layer}/items/${encodeURIComponent(id)}`);
}

export function fetchItems(layer: LayerId, asOf: string, limit: number): Promise<Answer<Items>> {
  return fetchJson(`/collections/${layer}/items?asOf=${asOf}&limit=${limit}`);
}

/** What of a layer lies at a place on a day. */
export function fetchItemsAt(layer: LayerId, asOf: string, [lon, lat]: LonLat): Promise<Answer<Items>> {
  const query = new URLSearchParams({
    asOf,
    limit: '5',
    'filter-lang': 'cql2-text',
    filter: `S_INTERSECTS(geometry, POINT(${lon} ${lat}))`,
  });
  return fetchJson(`/collections/${layer}/items?${query}`);
}

/** How many features a layer has on a day, of a level when one is given. */
export async function countItems(
  layer: LayerId,
  asOf: string,
  filter: Readonly<Record<string, string>> = {},
): Promise<number | undefined> {
  // A page far beyond the end: the count comes without any feature.
  const query = new URLSearchParams({ asOf, limit: '1', offset: '1000000000', ...filter });
  const answer = await fetchJson<Items>(`/collections/${layer}/items?${query}`);
  return answer.ok ? answer.value.numberMatched : undefined;
}
