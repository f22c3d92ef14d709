import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import type { LonLat } from '../state/view-state.js';
import { TOKENS } from '../style/tokens.js';
import { addMeasureLayers, drawMeasured, recolourMeasure } from './measure-layers.js';
import { createMeasurePanel, type MeasureKind } from './measure-panel.js';

type Figures = typeof import('./measured.js');
type Grid = typeof import('../map/vn2000.js');

export interface MeasureTool {
  readonly element: HTMLElement;
  readonly toggle: () => void;
  readonly onchange: (listener: (on: boolean) => void) => void;
}

/**
 * Lengths and areas on the ellipsoid, point by point. With the keyboard: Enter places the point under the cross,
 * Backspace takes the last one back, Escape ends.
 */
export function createMeasureTool(viewer: Viewer, map: MapLibreMap): MeasureTool {
  let points: readonly LonLat[] = [];
  let kind: MeasureKind = 'length';
  let on = false;
  let core: Figures | undefined;
  let grid: Grid | undefined;
  const listeners: ((on: boolean) => void)[] = [];
  const [crs] = viewer.profile.crs;

  const draw = () => {
    const meridian = crs === undefined ? '' : (grid?.meridianOf(crs) ?? '');
    panel.show(kind, points.length, core?.measured(points, crs), meridian);
    drawMeasured(map, points, kind === 'area');
  };
  const set = (next: readonly LonLat[]) => {
    points = next;
    draw();
  };
  const place = ({ lngLat }: Pick<MapMouseEvent, 'lngLat'>) => set([...points, [lngLat.lng, lngLat.lat]]);
  const onkey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') viewer.modes.giveBack('measure');
    else if (event.target !== map.getCanvas()) return;
    else if (event.key === 'Enter') place({ lngLat: map.getCenter() });
    else if (event.key === 'Backspace') set(points.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const stop = () => {
    on = false;
    map.off('click', place);
    removeEventListener('keydown', onkey, true);
    map.doubleClickZoom.enable();
    map.getCanvas().style.cursor = '';
    panel.element.hidden = true;
    set([]);
    for (const listener of listeners) listener(false);
  };
  const start = async () => {
    on = true;
    viewer.modes.take('measure', stop);
    viewer.store.set({ selection: null });
    addMeasureLayers(map, TOKENS[viewer.store.state().theme]);
    map.on('click', place);
    map.doubleClickZoom.disable();
    addEventListener('keydown', onkey, true);
    map.getCanvas().style.cursor = 'crosshair';
    panel.element.hidden = false;
    draw();
    for (const listener of listeners) listener(true);
    // The ellipsoid comes when somebody measures.
    [core, grid] = await Promise.all([import('./measured.js'), import('../map/vn2000.js')]);
    draw();
  };
  const panel = createMeasurePanel(viewer, {
    onkind: (next) => {
      kind = next;
      draw();
    },
    onback: () => set(points.slice(0, -1)),
    onclear: () => set([]),
    onclose: () => viewer.modes.giveBack('measure'),
  });
  viewer.store.subscribe((state, before) => {
    if (state.theme !== before.theme) recolourMeasure(map, TOKENS[state.theme]);
    if (on && state.lang !== before.lang) draw();
  });
  return {
    element: panel.element,
    toggle: () => (on ? viewer.modes.giveBack('measure') : void start()),
    onchange: (listener) => listeners.push(listener),
  };
}
