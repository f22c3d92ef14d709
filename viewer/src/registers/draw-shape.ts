import type { Geometry } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Viewer } from '../app/viewer.js';
import { TOKENS } from '../style/tokens.js';

export type ShapeKind = 'point' | 'linestring' | 'polygon';

export interface Drawing {
  /** Ends it; the shape as far as it goes is given up. */
  readonly stop: () => void;
}

type Hex = `#${string}`;

const PRESS_OVER_ms = 150;

/**
 * One shape on the map; `ondone` is told it when its last point is set, `onend` always. It has the map until then.
 * With the keyboard Enter sets the middle of the map, and Enter at the same place again finishes.
 */
export function drawShape(
  viewer: Viewer,
  map: MapLibreMap,
  kind: ShapeKind,
  ondone: (geometry: Geometry) => void,
  onend: () => void,
): Drawing {
  const colour = TOKENS[viewer.store.state().theme].map.select as Hex;
  const halo = TOKENS[viewer.store.state().theme].map.halo as Hex;
  const point = { pointColor: colour, pointWidth: 7, pointOutlineColor: halo, pointOutlineWidth: 2 } as const;
  const line = {
    lineStringColor: colour,
    lineStringWidth: 3,
    closingPointColor: colour,
    closingPointWidth: 7,
  } as const;
  const area = {
    fillColor: colour,
    fillOpacity: 0.16,
    outlineColor: colour,
    outlineWidth: 3,
    closingPointColor: colour,
    closingPointWidth: 7,
    closingPointOutlineColor: halo,
    closingPointOutlineWidth: 2,
  } as const;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7, prefixId: 'drawing' }),
    modes: [
      new TerraDrawPointMode({ styles: point }),
      new TerraDrawLineStringMode({ styles: line, pointerDistance: 24 }),
      new TerraDrawPolygonMode({ styles: area, pointerDistance: 24 }),
    ],
  });
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    removeEventListener('keydown', onkey, true);
    draw.stop();
    map.getCanvas().style.cursor = '';
    map.doubleClickZoom.enable();
    onend();
  };
  const stop = () => {
    if (viewer.modes.current() === 'draw') viewer.modes.giveBack('draw');
    else end();
  };
  const finish = (geometry: Geometry) => {
    ondone(geometry);
    // The press that set the last point is still on its way to the map: not a question about the place.
    setTimeout(stop, PRESS_OVER_ms);
  };
  /** A press of the pointer where the keyboard has brought the map. */
  const press = () => {
    const canvas = map.getCanvas();
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const place = {
      clientX: left + width / 2,
      clientY: top + height / 2,
      pointerId: 1,
      isPrimary: true,
      bubbles: true,
    };
    for (const name of ['pointermove', 'pointerdown', 'pointerup'] as const) {
      canvas.dispatchEvent(
        new PointerEvent(name, { ...place, button: 0, buttons: name === 'pointerdown' ? 1 : 0 }),
      );
    }
  };
  const onkey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stop();
    else if (event.key === 'Enter' && event.target === map.getCanvas()) press();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  viewer.modes.take('draw', end);
  map.doubleClickZoom.disable();
  draw.start();
  draw.setMode(kind);
  draw.on('finish', (id, { action }) => {
    if (action !== 'draw') return;
    const found: GeoJSONStoreFeatures | undefined = draw.getSnapshotFeature(id);
    if (found !== undefined) finish(structuredClone(found.geometry) as Geometry);
  });
  addEventListener('keydown', onkey, true);
  return { stop };
}
