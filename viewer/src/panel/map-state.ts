import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { h } from '../ui/element.js';
import { icon } from '../ui/icon.js';

/** Says that the map is still loading, or that a part of it could not be had. */
export function createMapState(viewer: Viewer, map: MapLibreMap): HTMLElement {
  const bar = h('div', { class: 'progress', role: 'progressbar', hidden: true });
  const text = h('span');
  const trouble = h('p', { class: 'trouble', role: 'status', hidden: true }, icon('alert'), text);
  const label = () => {
    bar.setAttribute('aria-label', viewer.messages().map.loadingTiles);
    text.textContent = viewer.messages().map.tileError;
  };
  map.on('dataloading', () => {
    bar.hidden = false;
  });
  map.on('idle', () => {
    bar.hidden = true;
    document.documentElement.dataset['map'] = 'idle';
  });
  map.on('error', () => {
    trouble.hidden = false;
  });
  map.on('movestart', () => {
    trouble.hidden = true;
  });
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) label();
    if (state.asOf !== before.asOf) delete document.documentElement.dataset['map'];
  });
  label();
  return h('div', { class: 'map-state' }, bar, trouble);
}
