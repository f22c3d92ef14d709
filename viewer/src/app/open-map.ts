import { createMapView } from '../map/map-view.js';
import type { Details } from '../panel/details.js';
import type { Legend } from '../panel/legend.js';
import { createMapState } from '../panel/map-state.js';
import { createMapTools } from '../panel/map-tools.js';
import { createReadOut } from '../panel/read-out.js';
import type { LonLat } from '../state/view-state.js';
import type { Viewer } from './viewer.js';

export function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

interface Parts {
  readonly viewer: Viewer;
  readonly mapElement: HTMLElement;
  readonly stage: HTMLElement;
  readonly legend: Legend;
  readonly details: Details;
}

interface OpenedMap {
  readonly bringTo: (place: LonLat) => void;
  readonly readOut: HTMLElement;
}

/** Starts the map and joins it to the panels that show or ask about it. */
export function openMap({ viewer, mapElement, stage, legend, details }: Parts): OpenedMap {
  const view = createMapView(mapElement, viewer);
  const { map } = view;
  stage.append(createMapState(viewer, map), createMapTools(viewer, view));
  const label = () => map.getCanvas().setAttribute('aria-label', viewer.messages().map.label);
  label();

  const ask = () => {
    const at = viewer.store.state().selection?.at ?? null;
    if (at !== null) details.showFound(view.found(at));
  };
  // Tiles that arrive later may hold more of what lies at the chosen place.
  let asked = '';
  map.on('idle', () => {
    const state = viewer.store.state();
    const now = JSON.stringify([state.selection, state.asOf]);
    if (now === asked) return;
    asked = now;
    ask();
  });
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) label();
    if (state.selection !== before.selection && state.selection !== null) {
      asked = '';
      if (map.isStyleLoaded()) ask();
      map.triggerRepaint();
    }
  });
  const tellZoom = () => legend.setZoom(map.getZoom());
  map.on('zoomend', tellZoom);
  tellZoom();
  return { bringTo: view.bringTo, readOut: createReadOut(viewer, map) };
}
