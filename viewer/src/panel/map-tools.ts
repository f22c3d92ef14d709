import type { Viewer } from '../app/viewer.js';
import type { MapView } from '../map/map-view.js';
import { h } from '../ui/element.js';
import { type IconName, icon } from '../ui/icon.js';

/** Zoom, and back to the whole area. */
export function createMapTools(viewer: Viewer, view: MapView): HTMLElement {
  const button = (name: IconName, act: () => void) =>
    h('button', { type: 'button', class: 'icon-button', onclick: act }, icon(name));
  const zoomIn = button('plus', () => view.map.zoomIn());
  const zoomOut = button('minus', () => view.map.zoomOut());
  const home = button('home', view.home);
  const label = () => {
    const words = viewer.messages().map;
    for (const [element, text] of [
      [zoomIn, words.zoomIn],
      [zoomOut, words.zoomOut],
      [home, words.home],
    ] as const) {
      element.setAttribute('aria-label', text);
      element.title = text;
    }
  };
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) label();
  });
  label();
  return h(
    'div',
    { class: 'map-tools' },
    h('div', { class: 'tool-group' }, zoomIn, zoomOut),
    h('div', { class: 'tool-group' }, home),
  );
}
