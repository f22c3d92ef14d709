import type { Viewer } from '../app/viewer.js';
import type { MapView } from '../map/map-view.js';
import type { MeasureTool } from '../measure/measure-tool.js';
import { h } from '../ui/element.js';
import { type IconName, icon } from '../ui/icon.js';
import { createCompass } from './compass.js';

/** North, zoom, back to the whole area, measuring, and printing. */
export function createMapTools(viewer: Viewer, view: MapView, measure: MeasureTool): HTMLElement {
  const button = (name: IconName, act: () => void) =>
    h('button', { type: 'button', class: 'icon-button', onclick: act }, icon(name));
  const zoomIn = button('plus', () => view.map.zoomIn());
  const zoomOut = button('minus', () => view.map.zoomOut());
  const home = button('home', view.home);
  const ruler = button('ruler', measure.toggle);
  // The sheet's code comes when it is asked for: few print, and never first.
  const print = button('print', async () => {
    const { openPrintPanel } = await import('../print/print-panel.js');
    openPrintPanel(viewer, view.map);
  });
  ruler.setAttribute('aria-pressed', 'false');
  measure.onchange((on) => ruler.setAttribute('aria-pressed', String(on)));
  const label = () => {
    const words = viewer.messages().map;
    for (const [element, text] of [
      [zoomIn, words.zoomIn],
      [zoomOut, words.zoomOut],
      [home, words.home],
      [ruler, viewer.messages().measure.title],
      [print, viewer.messages().print.open],
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
    h('div', { class: 'tool-group' }, createCompass(viewer, view.map)),
    h('div', { class: 'tool-group' }, zoomIn, zoomOut),
    h('div', { class: 'tool-group' }, home, ruler, print),
  );
}
