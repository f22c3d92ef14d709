import { filterMap } from '../filter/filter-map.js';
import { createMapView, type MapView } from '../map/map-view.js';
import { createMeasureTool } from '../measure/measure-tool.js';
import type { Details } from '../panel/details.js';
import { createHint } from '../panel/hint.js';
import type { Legend } from '../panel/legend.js';
import { createMapState } from '../panel/map-state.js';
import { createMapTools } from '../panel/map-tools.js';
import { createReadOut } from '../panel/read-out.js';
import type { JudgedSites } from '../sites/judged-sites.js';
import type { LonLat } from '../state/view-state.js';
import { DATED_SOURCES } from '../style/sources.js';
import { createSwipeSwitch } from '../time/swipe-switch.js';
import { exposeMap } from './debug-handle.js';
import type { Viewer } from './viewer.js';

export function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

interface Parts {
  readonly viewer: Viewer;
  readonly judged: JudgedSites;
  readonly mapElement: HTMLElement;
  readonly stage: HTMLElement;
  readonly legend: Legend;
  readonly details: Details;
  /** Called once, when the map first stands whole. */
  readonly onfirst: () => void;
}

interface OpenedMap {
  readonly map: MapView['map'];
  readonly mark: MapView['mark'];
  readonly bringTo: (place: LonLat) => void;
  readonly fit: MapView['fit'];
  readonly readOut: HTMLElement;
  /** Compares two vintages; `null` where the profile has one. */
  readonly swipe: HTMLElement | null;
}

/** Starts the map and joins it to the panels that show or ask about it. */
export function openMap({ viewer, judged, mapElement, stage, legend, details, onfirst }: Parts): OpenedMap {
  const view = createMapView(mapElement, viewer);
  const { map } = view;
  exposeMap(map);
  filterMap(viewer, map, judged);
  const measure = createMeasureTool(viewer, map);
  stage.append(
    createMapState(viewer, map),
    createMapTools(viewer, view, measure),
    createHint(viewer),
    measure.element,
  );
  const label = () => map.getCanvas().setAttribute('aria-label', viewer.messages().map.label);
  label();

  /** What the panel was last told about; asked again when it changes or more tiles have come. */
  let told = '';
  const question = () => {
    const { selection, asOf } = viewer.store.state();
    return JSON.stringify([selection, asOf]);
  };
  const ask = () => {
    const { selection } = viewer.store.state();
    if (selection === null || selection.at === null || told === question()) return;
    const { found, stale } = view.here(selection.at);
    if (stale) return;
    const [first] = found;
    if (selection.feature === null && first !== undefined) {
      viewer.store.set({ selection: { ...selection, feature: first } });
    }
    told = question();
    details.showFound(found);
  };
  map.once('idle', onfirst);
  viewer.onFreshen(() => {
    for (const source of DATED_SOURCES) if (map.getSource(source) !== undefined) map.refreshTiles(source);
    told = '';
  });
  map.on('idle', ask);
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) label();
    if (state.selection === before.selection) return;
    told = '';
    // With the tiles of another day still on the screen the answer waits until the map is idle again.
    if (state.asOf === before.asOf && map.isStyleLoaded() && map.areTilesLoaded()) ask();
    map.triggerRepaint();
  });
  const tellZoom = () => legend.setZoom(map.getZoom());
  map.on('zoomend', tellZoom);
  tellZoom();
  return {
    map,
    mark: view.mark,
    bringTo: view.bringTo,
    fit: view.fit,
    readOut: createReadOut(viewer, map),
    swipe: createSwipeSwitch(viewer, view, judged, stage),
  };
}
