import { Map as MapLibreMap, type StyleSpecification } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { currentStyle } from '../map/map-view.js';
import type { LonLat } from '../state/view-state.js';
import type { Extent } from './grid.js';
import type { Rect } from './paper.js';
import { PIXELS_PER_mm, zoomOfScale } from './scale.js';

export interface SheetMap {
  /** A PNG at twice the screen's dots, some 190 an inch. */
  readonly image: Blob;
  readonly extent: Extent;
}

const DOTS_PER_PIXEL = 2;
const PATIENCE_ms = 60_000;

/** What is on the screen, in the colours of paper: layers switched off, filters and things drawn stay as they are. */
function paperStyle(viewer: Viewer, live: MapLibreMap): StyleSpecification {
  const light = currentStyle(viewer, 'light');
  const shown = live.getStyle();
  return {
    ...light,
    sources: { ...shown.sources, ...light.sources },
    layers: shown.layers.map((layer) => {
      const paper = light.layers.find(({ id }) => id === layer.id);
      if (paper === undefined || !('paint' in paper) || paper.paint === undefined) return layer;
      return { ...layer, paint: paper.paint } as typeof layer;
    }),
  };
}

/** Draws the part of the map that a sheet shows, out of sight. Throws when it is not drawn in a minute. */
export async function drawSheetMap(
  viewer: Viewer,
  live: MapLibreMap,
  frame: Pick<Rect, 'width_mm' | 'height_mm'>,
  centre: LonLat,
  denominator: number,
): Promise<SheetMap> {
  const container = document.createElement('div');
  container.className = 'sheet-map-hidden';
  container.style.width = `${frame.width_mm * PIXELS_PER_mm}px`;
  container.style.height = `${frame.height_mm * PIXELS_PER_mm}px`;
  container.setAttribute('aria-hidden', 'true');
  document.body.append(container);
  const map = new MapLibreMap({
    container,
    style: paperStyle(viewer, live),
    center: [centre[0], centre[1]],
    zoom: zoomOfScale(denominator, centre),
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    pixelRatio: DOTS_PER_PIXEL,
    canvasContextAttributes: { preserveDrawingBuffer: true },
    maxCanvasSize: [8192, 8192],
  });
  map.getCanvas().tabIndex = -1;
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the sheet was not drawn in time')), PATIENCE_ms);
      map.once('idle', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    const bounds = map.getBounds();
    const image = await new Promise<Blob | null>((resolve) => map.getCanvas().toBlob(resolve, 'image/png'));
    if (image === null) throw new Error('the canvas gave no picture');
    return {
      image,
      extent: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    };
  } finally {
    map.remove();
    container.remove();
  }
}
