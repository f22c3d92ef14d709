import { type IsoDate, LAYER_IDS, type LayerId, parseIsoDate } from '@giapranh/core';
import { NO_FILTER, readFilter, type SiteFilter, writeFilter } from '../filter/site-filter.js';
import type { Lang } from '../messages/messages.js';
import type { Theme } from '../style/tokens.js';

export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
  /** What lies up, degrees clockwise from north, above -180 to 180. */
  readonly bearing: number;
}

export type LonLat = readonly [lon: number, lat: number];

/** What the details panel explains. */
export interface Selection {
  /** `null`: a place was asked about where there is nothing. */
  readonly feature: { readonly layer: LayerId; readonly id: string } | null;
  /** Where it was asked; `null` when chosen from the list. */
  readonly at: LonLat | null;
}

/** All that a link to the viewer can say. `null`: as the profile has it. */
export interface ViewState {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly asOf: IsoDate | null;
  readonly camera: Camera | null;
  readonly visible: readonly LayerId[] | null;
  readonly selection: Selection | null;
  readonly filter: SiteFilter;
  /** The vintage that is drawn beside the one of the day, left of the divider. */
  readonly swipe: string | null;
  /** The table of figures that lies open. */
  readonly table: TableKind | null;
}

export const TABLE_KINDS = ['sites', 'units', 'borders'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export const DEFAULT_STATE: ViewState = {
  lang: 'vi',
  theme: 'light',
  asOf: null,
  camera: null,
  visible: null,
  selection: null,
  filter: NO_FILTER,
  swipe: null,
  table: null,
};

function finite(texts: readonly string[]): number[] {
  return texts
    .filter((text) => text.trim() !== '')
    .map(Number)
    .filter(Number.isFinite);
}

function readCamera(text: string | null): Camera | null {
  const [zoom, lat, lon, bearing = 0] = finite(text?.split('/') ?? []);
  if (zoom === undefined || lat === undefined || lon === undefined) return null;
  return Math.abs(lat) > 85 || Math.abs(lon) > 180 || zoom < 0 || zoom > 22 || Math.abs(bearing) > 180
    ? null
    : { zoom, lat, lon, bearing };
}

function readPlace(text: string | null): LonLat | null {
  const [lon, lat] = finite(text?.split(',') ?? []);
  if (lon === undefined || lat === undefined) return null;
  return Math.abs(lat) > 85 || Math.abs(lon) > 180 ? null : [lon, lat];
}

const layerId = (text: string): LayerId | undefined => LAYER_IDS.find((id) => id === text);

function readSelection(chosen: string | null, at: string | null): Selection | null {
  const place = readPlace(at);
  const slash = chosen?.indexOf('/') ?? -1;
  const layer = chosen === null || slash < 0 ? undefined : layerId(chosen.slice(0, slash));
  const id = chosen?.slice(slash + 1) ?? '';
  const feature = layer === undefined || id === '' ? null : { layer, id };
  return feature === null && place === null ? null : { feature, at: place };
}

/** Anything unreadable in the address is left out: a broken link still opens the map. */
export function readState(search: string): ViewState {
  const query = new URLSearchParams(search);
  const layers = query.get('layers');
  return {
    lang: query.get('lang') === 'en' ? 'en' : 'vi',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    asOf: parseIsoDate(query.get('asOf') ?? '') ?? null,
    camera: readCamera(query.get('view')),
    visible:
      layers === null
        ? null
        : layers
            .split(',')
            .map(layerId)
            .filter((id) => id !== undefined),
    selection: readSelection(query.get('sel'), query.get('at')),
    filter: readFilter(query),
    swipe: query.get('swipe') || null,
    table: TABLE_KINDS.find((kind) => kind === query.get('table')) ?? null,
  };
}

/** The shortest query that `readState` reads back the same; '' for the default. */
export function writeState(state: ViewState): string {
  const parts: string[] = [];
  const put = (key: string, value: string) => parts.push(`${key}=${value}`);
  if (state.lang !== 'vi') put('lang', state.lang);
  if (state.theme !== 'light') put('theme', state.theme);
  if (state.asOf !== null) put('asOf', state.asOf);
  if (state.camera !== null) {
    const { zoom, lat, lon, bearing } = state.camera;
    const turned = Math.abs(bearing) < 0.05 ? '' : `/${bearing.toFixed(1)}`;
    put('view', `${zoom.toFixed(2)}/${lat.toFixed(5)}/${lon.toFixed(5)}${turned}`);
  }
  if (state.visible !== null) put('layers', state.visible.join(','));
  const { feature, at } = state.selection ?? { feature: null, at: null };
  if (feature !== null)
    put('sel', `${feature.layer}/${encodeURIComponent(feature.id).replaceAll('%3A', ':')}`);
  if (at !== null) put('at', `${at[0].toFixed(5)},${at[1].toFixed(5)}`);
  for (const [key, value] of writeFilter(state.filter)) put(key, value);
  if (state.swipe !== null) put('swipe', encodeURIComponent(state.swipe));
  if (state.table !== null) put('table', state.table);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
