import { bboxOf } from '@giapranh/core';
import type { Feature } from 'geojson';
import { GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import type { Item } from '../server/features.js';
import { TOKENS } from '../style/tokens.js';
import { type Draft, KEPT_REGISTERS, type RegisterId } from './draft.js';
import { recordSymbolName } from './record-symbols.js';
import type { RegisterBook } from './register-book.js';

const SOURCE = 'records';
const SHAPES = 'record-shapes';
const LINES = 'record-lines';
const POINTS = 'record-points';
const NEAR_px = 12;

export interface RecordLayers {
  /** What is switched off in the legend. */
  readonly hide: (hidden: ReadonlySet<RegisterId>) => void;
  /** The draft that is being written stands where it is now. */
  readonly showDraft: (draft: Draft | null) => void;
  readonly onpress: (open: (register: RegisterId, id: string, isDraft: boolean) => void) => void;
}

/** The records of the reader's registers and their drafts on the map: a shape each, and the ground they lie on. */
export function createRecordLayers(viewer: Viewer, map: MapLibreMap, book: RegisterBook): RecordLayers {
  let hidden: ReadonlySet<RegisterId> = new Set();
  let writing: Draft | null = null;
  let open = (_register: RegisterId, _id: string, _isDraft: boolean): void => undefined;

  const features = (): Feature[] => {
    const drafts = [
      ...book.drafts().filter(({ id }) => id !== writing?.id),
      ...(writing === null ? [] : [writing]),
    ];
    const changed = new Set(drafts.map(({ target }) => target?.id));
    const records = KEPT_REGISTERS.filter((register) => !hidden.has(register)).flatMap((register) =>
      book
        .items(register)
        .filter(({ id }) => !changed.has(String(id)))
        .flatMap((item) => partsOf(register, String(item.id), false, item.geometry)),
    );
    return [
      ...records,
      ...drafts.flatMap(({ register, id, geometry, op }) =>
        geometry === null || op === 'delete' || hidden.has(register)
          ? []
          : partsOf(register, id, true, geometry),
      ),
    ];
  };
  const draw = () => {
    if (map.getLayer('mineral-sites') === undefined) {
      map.once('idle', draw);
      return;
    }
    if (map.getSource(SOURCE) === undefined) addLayers();
    const source = map.getSource(SOURCE);
    if (source instanceof GeoJSONSource) source.setData({ type: 'FeatureCollection', features: features() });
  };
  const addLayers = () => {
    const { select } = TOKENS[viewer.store.state().theme].map;
    map.addSource(SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
    const isShape = ['!=', ['geometry-type'], 'Point'] as ['!=', ['geometry-type'], 'Point'];
    map.addLayer({
      id: SHAPES,
      type: 'fill',
      source: SOURCE,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': ['match', ['get', 'register'], 'incidents', '#8e1f63', 'inspections', '#0b6257', '#75521f'], 'fill-opacity': 0.18 }, // biome-ignore format: one table
    });
    map.addLayer({
      id: LINES,
      type: 'line',
      source: SOURCE,
      filter: isShape,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': ['case', ['get', 'draft'], select, ['match', ['get', 'register'], 'incidents', '#8e1f63', 'inspections', '#0b6257', '#75521f']], 'line-width': 2.5 }, // biome-ignore format: one table
    });
    map.addLayer({
      id: POINTS,
      type: 'symbol',
      source: SOURCE,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'icon-image': ['get', 'image'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 6, 0.6, 10, 0.85, 13, 1.05],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    });
  };
  map.on('click', ({ point: { x, y } }) => {
    if (viewer.modes.current() !== 'ask' || map.getLayer(POINTS) === undefined) return;
    const [found] = map.queryRenderedFeatures(
      [
        [x - NEAR_px, y - NEAR_px],
        [x + NEAR_px, y + NEAR_px],
      ],
      { layers: [POINTS] },
    );
    const { register, record, draft } = found?.properties ?? {};
    const known = KEPT_REGISTERS.find((one) => one === register);
    if (known === undefined || typeof record !== 'string') return;
    // Asked of the record, not of the ground it lies on.
    viewer.store.set({ selection: null });
    open(known, record, draft === true);
  });
  book.subscribe(draw);
  draw();
  return {
    hide: (next) => {
      hidden = next;
      draw();
    },
    showDraft: (draft) => {
      writing = draft;
      draw();
    },
    onpress: (next) => {
      open = next;
    },
  };
}

/** A shape and, in its middle, its symbol: none is too small to be seen. */
function partsOf(
  register: RegisterId,
  record: string,
  isDraft: boolean,
  geometry: Item['geometry'],
): Feature[] {
  const properties = { register, record, draft: isDraft, image: recordSymbolName(register, isDraft) };
  if (geometry.type === 'Point') return [{ type: 'Feature', geometry, properties }];
  const [w, s, e, n] = bboxOf(geometry);
  return [
    { type: 'Feature', geometry, properties },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [(w + e) / 2, (s + n) / 2] }, properties },
  ];
}
