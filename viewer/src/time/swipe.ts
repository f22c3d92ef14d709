import type { ProfileVintage } from '@giapranh/core';
import { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { filterMap } from '../filter/filter-map.js';
import { number } from '../format/number.js';
import { applyStyle } from '../map/apply-style.js';
import { currentStyle, type MapView, showLayers } from '../map/map-view.js';
import { whatIsHere } from '../map/what-is-here.js';
import { vintageName } from '../panel/vintage-name.js';
import type { JudgedSites } from '../sites/judged-sites.js';
import { dayOfVintage, today } from '../state/vintage.js';
import { h } from '../ui/element.js';
import { icon } from '../ui/icon.js';

const STEP = 0.02;
const LEAP = 0.1;

/** The other vintage left of a divider that is dragged or moved by keys, in a map that follows the first. */
export function openSwipe(viewer: Viewer, view: MapView, sites: JudgedSites, stage: HTMLElement): () => void {
  const { map } = view;
  const { store, profile } = viewer;
  let part = 0.5;
  const left = (): ProfileVintage => {
    const asked = profile.vintages.find(({ id }) => id === store.state().swipe);
    const others = profile.vintages.filter(({ id }) => id !== viewer.vintage().id);
    return (asked !== undefined && asked.id !== viewer.vintage().id ? asked : others[0]) ?? viewer.vintage();
  };
  const leftDay = () => dayOfVintage(left()) ?? today();

  const container = h('div', { class: 'map swipe-map', 'aria-hidden': 'true' });
  const grip = h('span', { class: 'swipe-grip' }, icon('swipe'));
  const divider = h(
    'div',
    {
      class: 'swipe-divider',
      role: 'slider',
      tabindex: 0,
      'aria-orientation': 'horizontal',
      'aria-valuemin': 0,
      'aria-valuemax': 100,
    },
    grip,
  );
  const names = [
    h('span', { class: 'swipe-name swipe-name-left' }),
    h('span', { class: 'swipe-name' }),
  ] as const;
  const labels = h('div', { class: 'swipe-names', 'aria-hidden': 'true' }, ...names);
  const mapElement = map.getContainer();
  mapElement.after(container, divider, labels);

  let drawn = currentStyle(viewer, store.state().theme, leftDay());
  const { lng, lat } = map.getCenter();
  const second = new MapLibreMap({
    container,
    style: drawn,
    attributionControl: false,
    interactive: false,
    fadeDuration: 0,
    minZoom: 5,
    maxZoom: 17,
    center: [lng, lat],
    zoom: map.getZoom(),
    bearing: map.getBearing(),
  });
  const layers = () => showLayers(second, drawn, viewer.visible());
  second.once('style.load', layers);
  const stopFilter = filterMap(viewer, second, sites, 'other-vintage');

  const along = () =>
    second.jumpTo({ center: map.getCenter(), zoom: map.getZoom(), bearing: map.getBearing() });
  map.on('move', along);

  const place = () => {
    const percent = Math.round(part * 100);
    stage.style.setProperty('--swipe', `${(part * 100).toFixed(2)}%`);
    divider.setAttribute('aria-valuenow', String(percent));
    divider.setAttribute('aria-valuetext', viewer.messages().time.dividerAt(number(percent, viewer.lang())));
  };
  const move = (to: number) => {
    part = Math.min(1, Math.max(0, to));
    place();
  };
  divider.addEventListener('pointerdown', (event) => divider.setPointerCapture(event.pointerId));
  divider.addEventListener('pointermove', (event) => {
    if (!divider.hasPointerCapture(event.pointerId)) return;
    const box = stage.getBoundingClientRect();
    move((event.clientX - box.left) / box.width);
  });
  divider.addEventListener('keydown', (event) => {
    const by = event.shiftKey ? LEAP : STEP;
    const to = { ArrowLeft: part - by, ArrowRight: part + by, PageDown: part - LEAP, PageUp: part + LEAP, Home: 0, End: 1 }[event.key]; // biome-ignore format: one table
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(to);
  });

  const relabel = () => {
    divider.setAttribute('aria-label', viewer.messages().time.divider);
    names[0].textContent = vintageName(viewer, left());
    names[1].textContent = vintageName(viewer, viewer.vintage());
    place();
  };
  // Left of the divider a press asks about what is drawn there.
  view.askElsewhere((x, y) => {
    if (x > part * mapElement.clientWidth) return false;
    const [first] = whatIsHere(second, x, y, left().id).found;
    store.set({ selection: { feature: first ?? null, at: null } });
    return true;
  });
  const stop = store.subscribe((state, before) => {
    if (state.asOf !== before.asOf || state.theme !== before.theme || state.lang !== before.lang) {
      const next = currentStyle(viewer, store.state().theme, leftDay());
      if (second.isStyleLoaded()) applyStyle(second, drawn, next);
      drawn = next;
      relabel();
    }
    if (state.visible !== before.visible) layers();
  });
  relabel();
  stage.toggleAttribute('data-swipe', true);
  return () => {
    stop();
    view.askElsewhere(null);
    map.off('move', along);
    stopFilter();
    second.remove();
    for (const one of [container, divider, labels]) one.remove();
    stage.removeAttribute('data-swipe');
  };
}
