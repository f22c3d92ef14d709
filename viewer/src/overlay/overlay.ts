import type { FeatureCollection } from 'geojson';
import { GeoJSONSource, type LayerSpecification, type Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { type Theme, TOKENS, type Tokens } from '../style/tokens.js';

/** Layers without their source: that is the overlay's own. */
export type OverlayLayers = (tokens: Tokens, source: string) => readonly LayerSpecification[];

/** What a tool draws over the map. It may be told what to show before there is a map. */
export interface Overlay {
  readonly show: (features: FeatureCollection | null) => void;
  readonly attach: (map: MapLibreMap) => void;
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** `below`: the layer of the map's own style that stays on top. */
export function createOverlay(viewer: Viewer, id: string, layers: OverlayLayers, below?: string): Overlay {
  let map: MapLibreMap | undefined;
  let shown: FeatureCollection | null = null;
  let drawn: Theme | undefined;

  const put = (to: MapLibreMap): void => {
    const { theme } = viewer.store.state();
    if (to.getSource(id) === undefined) {
      if (shown === null) return;
      to.addSource(id, { type: 'geojson', data: NOTHING });
    }
    if (drawn !== theme) {
      for (const layer of layers(TOKENS[theme], id)) {
        if (to.getLayer(layer.id) !== undefined) to.removeLayer(layer.id);
        to.addLayer(layer, below !== undefined && to.getLayer(below) !== undefined ? below : undefined);
      }
      drawn = theme;
    }
    const source = to.getSource(id);
    if (source instanceof GeoJSONSource) source.setData(shown ?? NOTHING);
  };
  /** A style that is still being read takes no sources. */
  const draw = (): void => {
    const to = map;
    if (to === undefined) return;
    if (to.getLayer('land') === undefined) to.once('idle', () => put(to));
    else put(to);
  };
  viewer.store.subscribe((state, before) => {
    if (state.theme !== before.theme && drawn !== undefined) draw();
  });
  return {
    show: (features) => {
      shown = features;
      draw();
    },
    attach: (to) => {
      map = to;
      if (shown !== null) draw();
    },
  };
}
