import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import { h } from '../ui/element.js';
import { figure } from '../ui/icon.js';

const NORTH_UP_deg = 0.05;

/** A needle in a ring: the dark half points north. */
const needle = (): SVGSVGElement =>
  figure('compass-needle', 36, [
    ['M18 12.500 23 23h-10z', 'compass-north'],
    ['M13 23h10L18 33.500z', 'compass-south'],
  ]);

/** Where north lies; a press turns the map until it lies up. */
export function createCompass(viewer: Viewer, map: MapLibreMap): HTMLElement {
  const letter = h('span', { class: 'compass-letter', 'aria-hidden': 'true' });
  const rose = h('span', { class: 'compass-rose', 'aria-hidden': 'true' }, needle(), letter);
  const button = h(
    'button',
    { type: 'button', class: 'icon-button compass', onclick: () => map.rotateTo(0) },
    rose,
  );
  const draw = () => {
    const words = viewer.messages().compass;
    const bearing = map.getBearing();
    const turned = Math.abs(bearing) >= NORTH_UP_deg;
    rose.style.rotate = `${(-bearing).toFixed(1)}deg`;
    letter.textContent = words.letter;
    const degrees = number(Math.round((bearing + 360) % 360), viewer.lang());
    const text = turned ? words.turned(degrees) : words.north;
    button.setAttribute('aria-label', text);
    button.title = text;
    button.toggleAttribute('data-turned', turned);
  };
  map.on('rotate', draw);
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) draw();
  });
  draw();
  return button;
}
