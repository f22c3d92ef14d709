import type { PatrolPriority } from '@giapranh/core';
import { GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { TOKENS } from '../style/tokens.js';

const SOURCE = 'stretches';
const LAYERS = ['stretches', 'stretches-chosen'] as const;
const BELOW = 'mineral-sites-area';
const NEAR_px = 5;

export interface Stretches {
  /** Draws the stretches of border, the heavier the sooner their turn; `[]` draws none. */
  readonly show: (segments: readonly PatrolPriority[], chosen: string | null) => void;
  readonly end: () => void;
}

/** Stretches of border over the map while their table is open; a press on one chooses it. */
export function drawStretches(viewer: Viewer, map: MapLibreMap, onchoose: (id: string) => void): Stretches {
  const data = (segments: readonly PatrolPriority[], chosen: string | null) => ({
    type: 'FeatureCollection' as const,
    features: segments.flatMap(
      ({ id, geometry, score, level }) =>
      geometry === undefined
        ? []
        : [{ type: 'Feature' as const, geometry, properties: { id, score, level: level ?? 'none', chosen: id === chosen } }], // biome-ignore format: one feature
    ),
  });
  const add = () => {
    const { risk, map: colours } = TOKENS[viewer.store.state().theme];
    map.addSource(SOURCE, { type: 'geojson', data: data([], null) });
    const layout = { 'line-cap': 'butt', 'line-join': 'round' } as const;
    map.addLayer(
      {
        id: LAYERS[0],
        type: 'line',
        source: SOURCE,
        layout,
        paint: {
          'line-color': ['match', ['get', 'level'], 'high', risk.high.fill, 'medium', risk.medium.fill, 'low', risk.low.fill, 'info', risk.info.fill, risk.none.fill], // biome-ignore format: one table
          'line-width': ['interpolate', ['linear'], ['get', 'score'], 0, 3, 60, 9],
          'line-opacity': 0.9,
        },
      },
      BELOW,
    );
    map.addLayer(
      {
        id: LAYERS[1],
        type: 'line',
        source: SOURCE,
        layout,
        filter: ['get', 'chosen'],
        paint: { 'line-color': colours.select, 'line-width': 4, 'line-gap-width': 8 },
      },
      BELOW,
    );
  };
  const press = ({ point: { x, y } }: { point: { x: number; y: number } }) => {
    if (map.getLayer(LAYERS[0]) === undefined || viewer.modes.current() !== 'ask') return;
    const [found] = map.queryRenderedFeatures(
      [
        [x - NEAR_px, y - NEAR_px],
        [x + NEAR_px, y + NEAR_px],
      ],
      { layers: [LAYERS[0]] },
    );
    const id: unknown = found?.properties['id'];
    if (typeof id === 'string') onchoose(id);
  };
  map.on('click', press);
  const show = (segments: readonly PatrolPriority[], chosen: string | null) => {
    if (map.getSource(SOURCE) === undefined) {
      if (segments.length === 0) return;
      if (map.getLayer(BELOW) === undefined) {
        map.once('idle', () => show(segments, chosen));
        return;
      }
      add();
    }
    const source = map.getSource(SOURCE);
    if (source instanceof GeoJSONSource) source.setData(data(segments, chosen));
  };
  return {
    show,
    end: () => {
      map.off('click', press);
      for (const layer of LAYERS) if (map.getLayer(layer) !== undefined) map.removeLayer(layer);
      if (map.getSource(SOURCE) !== undefined) map.removeSource(SOURCE);
    },
  };
}
