import type { Viewer } from '../app/viewer.js';
import type { MapView } from '../map/map-view.js';
import type { LonLat } from '../state/view-state.js';
import { dayOfVintage } from '../state/vintage.js';
import type { Hit } from './hit.js';

interface Ways {
  readonly bringTo: (place: LonLat) => void;
  readonly fit: MapView['fit'];
}

const LAYER_OF = { province: 'provinces', district: 'districts', commune: 'communes' } as const;

/** Takes the page to what was found: the map, the day its unit belongs to, and the panel. */
export function goTo(hit: Hit, viewer: Viewer, { bringTo, fit }: Ways): void {
  const { store, profile } = viewer;
  switch (hit.kind) {
    case 'spot': {
      const place: LonLat = [hit.reading.lon, hit.reading.lat];
      store.set({ selection: { feature: null, at: place } });
      bringTo(place);
      return;
    }
    case 'unit': {
      const { unit } = hit;
      const vintage = profile.vintages.find(({ id }) => id === unit.vintage);
      const sameDay = vintage?.id === viewer.vintage().id;
      const day = vintage === undefined || sameDay ? {} : { asOf: dayOfVintage(vintage) };
      const feature = { layer: LAYER_OF[unit.level], id: `${unit.vintage}:${unit.code}` };
      // A unit that nobody drew is shown by the ground it went into, as of today.
      store.set(unit.drawn ? { ...day, selection: { feature, at: null } } : { selection: null });
      fit(unit.box);
      return;
    }
    case 'site': {
      const { geometry, id } = hit.site;
      const [lon, lat] = geometry.type === 'Point' ? geometry.coordinates : [];
      const at: LonLat | null = lon === undefined || lat === undefined ? null : [lon, lat];
      store.set({ selection: { feature: { layer: 'mineral-sites', id: String(id ?? '') }, at } });
      if (at !== null) bringTo(at);
      return;
    }
    case 'document':
      viewer.openDocument(hit.document.id);
  }
}
