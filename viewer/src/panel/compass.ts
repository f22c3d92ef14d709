import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import { h } from '../ui/element.js';

const SVG = 'http://www.w3.org/2000/svg';
const NORTH_UP_deg = 0.05;

/** A needle in a ring: the dark half points north. */
function needle(): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [
    ['viewBox', '0 0 36 36'],
    ['class', 'compass-needle'],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ] as const)
    svg.setAttribute(name, value);
  for (const [d, part] of [
    ['M18 12.500 23 23h-10z', 'compass-north'],
    ['M13 23h10L18 33.500z', 'compass-south'],
  ] as const) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', part);
    svg.appendChild(path);
  }
  return svg;
}

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
