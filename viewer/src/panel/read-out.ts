import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { fixed } from '../format/number.js';
import type { LonLat } from '../state/view-state.js';
import { h, replaceChildren } from '../ui/element.js';

type Grid = typeof import('../map/vn2000.js');

/** Coordinates under the pointer, or of the map's centre while there is none, in VN-2000 and WGS 84. */
export function createReadOut(viewer: Viewer, map: MapLibreMap): HTMLElement {
  const systems = h('select', { class: 'read-out-system' });
  const where = h('span', { class: 'read-out-where' });
  const grid = h('span', { class: 'read-out-figures' });
  const globeName = h('span', { class: 'read-out-name' });
  const globe = h('span', { class: 'read-out-figures' });
  let pointer: LonLat | null = null;
  let waiting = false;
  let tools: Grid | undefined;

  const show = () => {
    waiting = false;
    const lang = viewer.lang();
    const words = viewer.messages().coordinates;
    const centre = map.getCenter();
    const place: LonLat = pointer ?? [centre.lng, centre.lat];
    where.textContent = pointer === null ? words.centre : words.pointer;
    const reading = tools?.readGrid(systems.value, place);
    grid.textContent =
      reading === undefined
        ? '–'
        : `${words.x} ${fixed(reading.x_m, lang, 1)}  ${words.y} ${fixed(reading.y_m, lang, 1)} m`;
    const [lon, lat] = place;
    const latitude = `${fixed(Math.abs(lat), lang, 5)}° ${lat < 0 ? words.south : words.north}`;
    const longitude = `${fixed(Math.abs(lon), lang, 5)}° ${lon < 0 ? words.west : words.east}`;
    globe.textContent = `${latitude}  ${longitude}`;
  };
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(show);
  };
  const relabel = () => {
    const words = viewer.messages().coordinates;
    const chosen = systems.value;
    const offered = viewer.profile.crs;
    replaceChildren(
      systems,
      ...offered.map((crs) =>
        h('option', { value: crs }, words.meridian(tools === undefined ? '' : tools.meridianOf(crs))),
      ),
    );
    systems.value = chosen === '' ? (offered[0] ?? '') : chosen;
    systems.setAttribute('aria-label', words.system);
    grid.title = words.meaning;
    globeName.textContent = words.wgs84;
    later();
  };

  map.on('mousemove', (event) => {
    pointer = [event.lngLat.lng, event.lngLat.lat];
    later();
  });
  map.on('mouseout', () => {
    pointer = null;
    later();
  });
  map.on('move', later);
  systems.addEventListener('change', show);
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) relabel();
  });
  // The projections come after the map: nobody reads coordinates before there is a map to point at.
  map.once('idle', async () => {
    tools = await import('../map/vn2000.js');
    relabel();
  });
  relabel();
  return h(
    'div',
    { class: 'read-out' },
    where,
    h('span', { class: 'read-out-pair' }, systems, grid),
    h('span', { class: 'read-out-pair' }, globeName, globe),
  );
}
