import {
  addProtocol,
  Map as MapLibreMap,
  prewarm,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Viewer } from '../app/viewer.js';
import { BUNDLE_SCHEME, bundle, loadBundled } from '../offline/bundle.js';
import type { Camera, LonLat } from '../state/view-state.js';
import { ownerOf } from '../style/context.js';
import { style } from '../style/style.js';
import { TOKENS } from '../style/tokens.js';
import { applyStyle } from './apply-style.js';
import { addChosenLayers, type Chosen, markChosen, recolourChosen } from './chosen.js';
import { drawWholeFirst } from './first-frame.js';
import { type Here, whatIsHere } from './what-is-here.js';

// The bundler does not find MapLibre's worker by itself: without this the built page draws nothing.
setWorkerUrl(new URL(workerUrl, location.href).href);
// The workers start while the profile is being read.
prewarm();
addProtocol(BUNDLE_SCHEME, loadBundled);

export type Box = readonly [west: number, south: number, east: number, north: number];

export interface MapView {
  readonly map: MapLibreMap;
  readonly home: () => void;
  /** Brings a place into the part of the map that no panel covers. */
  readonly bringTo: (place: LonLat) => void;
  /** Shows a whole unit: west, south, east, north. */
  readonly fit: (box: Box) => void;
  /** Outlines a feature; `null` outlines nothing. */
  readonly mark: (chosen: Chosen | null) => void;
  readonly here: (place: LonLat) => Here;
  /** Who answers a press before the map does: `true` when it has. `null`: nobody. */
  readonly askElsewhere: (ask: ((x: number, y: number) => boolean) | null) => void;
}

const CLOSE_ENOUGH_ZOOM = 10.5;
const CLOSEST_FIT_ZOOM = 14;

/** The map as the viewer's state has it, or as of another day; paper is always light. */
export function currentStyle(viewer: Viewer, theme = viewer.store.state().theme, asOf = viewer.asOf()) {
  const { lang } = viewer.store.state();
  return style({
    origin: bundle() === undefined ? location.origin : `${BUNDLE_SCHEME}://bundle`,
    asOf,
    lang,
    theme,
    subjects: viewer.profile.vintages.map(({ id, subject }) => ({ code: subject, vintage: id })),
    neighbours: viewer.neighbours,
    sources: 'inline',
  });
}

interface Room {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Room that panels take from the map, in pixels, and `margin` beside them. */
function covered(container: HTMLElement, margin = 24): Room {
  const box = container.getBoundingClientRect();
  const panel = document.getElementById('details');
  const dock = document.getElementById('numbers')?.getBoundingClientRect();
  const under = Math.max(dock === undefined ? 0 : box.bottom - dock.top, sheetHeight(box));
  const room = { top: margin, bottom: under + margin, left: margin, right: margin };
  if (panel === null || panel.hidden) return room;
  const over = panel.getBoundingClientRect();
  if (over.width > box.width * 0.8) return { ...room, bottom: Math.max(0, box.bottom - over.top) + margin };
  return { ...room, right: Math.max(0, box.right - over.left) + margin };
}

/** On a phone: what the sheet at the bottom edge covers once it has stopped moving. */
function sheetHeight(box: DOMRect): number {
  const side = document.getElementById('side');
  if (side === null || getComputedStyle(side).position !== 'fixed') return 0;
  const shown = side.hasAttribute('data-open')
    ? side.offsetHeight
    : Number.parseFloat(getComputedStyle(side).getPropertyValue('--peek')) || 0;
  // However much is covered, a strip of map is left to fit things into.
  return Math.min(shown, box.height * 0.6);
}

/** Shows the style layers of the catalogue layers that are switched on. */
export function showLayers(map: MapLibreMap, drawn: StyleSpecification, on: readonly string[]): void {
  for (const layer of drawn.layers) {
    const owner = ownerOf(layer);
    if (owner === undefined || map.getLayer(layer.id) === undefined) continue;
    map.setLayoutProperty(layer.id, 'visibility', on.includes(owner) ? 'visible' : 'none');
  }
}

export function createMapView(container: HTMLElement, viewer: Viewer): MapView {
  const { store, profile } = viewer;
  const { camera } = store.state();
  const [west, south, east, north] = profile.view;
  const bounds: [number, number, number, number] = [west, south, east, north];
  let drawn = currentStyle(viewer);
  const map = new MapLibreMap({
    container,
    style: drawn,
    attributionControl: false,
    fadeDuration: 0,
    minZoom: 5,
    maxZoom: 17,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    ...(camera === null
      ? { bounds, fitBoundsOptions: { padding: covered(container, 12) } }
      : {
          center: [camera.lon, camera.lat] as [number, number],
          zoom: camera.zoom,
          bearing: camera.bearing,
        }),
  });
  drawWholeFirst(map, Object.keys(drawn.sources));
  map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-left');

  const show = () => showLayers(map, drawn, viewer.visible());
  /** What to outline once the style is there to take it. */
  let chosen: Chosen | null = null;
  let ready = false;
  map.once('style.load', () => {
    ready = true;
    addChosenLayers(map, TOKENS[store.state().theme]);
    markChosen(map, chosen);
    show();
  });

  let elsewhere: ((x: number, y: number) => boolean) | null = null;
  const askAt = (x: number, y: number) => {
    if (viewer.modes.current() !== 'ask' || elsewhere?.(x, y) === true) return;
    const [first] = whatIsHere(map, x, y, viewer.vintage().id).found;
    const { lng, lat } = map.unproject([x, y]);
    store.set({ selection: { feature: first ?? null, at: [lng, lat] } });
  };
  map.on('click', ({ point }) => askAt(point.x, point.y));
  // Without a mouse the arrow keys move the map under a cross, and Enter asks about what lies there.
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key === 'Enter') askAt(container.clientWidth / 2, container.clientHeight / 2);
  });
  map.on('mousemove', 'mineral-sites', () => {
    if (viewer.modes.current() === 'ask') map.getCanvas().style.cursor = 'pointer';
  });
  map.on('mouseleave', 'mineral-sites', () => {
    if (viewer.modes.current() === 'ask') map.getCanvas().style.cursor = '';
  });
  map.on('moveend', () => {
    const { lng, lat } = map.getCenter();
    store.set({ camera: { zoom: map.getZoom(), lat, lon: lng, bearing: map.getBearing() } });
  });

  const home = () => map.fitBounds(bounds, { padding: covered(container) });
  /** Follows the address when the back button changes it; its own moves come back equal. */
  const follow = (to: Camera | null) => {
    if (to === null) {
      home();
      return;
    }
    const { lng, lat } = map.getCenter();
    const still =
      Math.abs(lng - to.lon) < 1e-4 &&
      Math.abs(lat - to.lat) < 1e-4 &&
      Math.abs(map.getZoom() - to.zoom) < 0.01 &&
      Math.abs(map.getBearing() - to.bearing) < 0.1;
    if (!still) map.jumpTo({ center: [to.lon, to.lat], zoom: to.zoom, bearing: to.bearing });
  };

  store.subscribe((state, before) => {
    if (ready && (state.asOf !== before.asOf || state.theme !== before.theme)) {
      const next = currentStyle(viewer);
      applyStyle(map, drawn, next);
      drawn = next;
      if (ready) recolourChosen(map, TOKENS[state.theme]);
    }
    if (state.visible !== before.visible && ready) show();
    if (state.camera !== before.camera) follow(state.camera);
  });

  return {
    map,
    home,
    bringTo: (place) => {
      const room = covered(container);
      map.easeTo({
        center: [place[0], place[1]],
        zoom: Math.max(map.getZoom(), CLOSE_ENOUGH_ZOOM),
        offset: [(room.left - room.right) / 2, (room.top - room.bottom) / 2],
      });
    },
    fit: ([w, s, e, n]) =>
      map.fitBounds([w, s, e, n], { padding: covered(container), maxZoom: CLOSEST_FIT_ZOOM }),
    mark: (next) => {
      chosen = next;
      if (ready) markChosen(map, chosen);
    },
    askElsewhere: (ask) => {
      elsewhere = ask;
    },
    here: (place) => {
      const { x, y } = map.project([place[0], place[1]]);
      return whatIsHere(map, x, y, viewer.vintage().id);
    },
  };
}
