import type { Viewer } from '../app/viewer.js';
import type { Item } from '../server/features.js';
import type { LonLat } from '../state/view-state.js';
import { placeOf } from './site-facts.js';

/** Explains a site in the panel and brings the map to it. */
export function chooseSite(item: Item, viewer: Viewer, bringTo: (place: LonLat) => void): void {
  const at = placeOf(item);
  viewer.store.set({ selection: { feature: { layer: 'mineral-sites', id: String(item.id ?? '') }, at } });
  if (at !== null) bringTo(at);
}
