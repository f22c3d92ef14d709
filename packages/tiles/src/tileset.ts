import { toUnitSquare } from './mercator.js';
import type { VectorLayer } from './tile-json.js';

/** What a file of tiles says of itself. */
export interface Tileset {
  readonly name: string;
  readonly description: string;
  /** The credit of everything in it. */
  readonly attribution: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Degrees of WGS 84. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  /** Where a map of it opens. */
  readonly center: { readonly lon_deg: number; readonly lat_deg: number; readonly zoom: number };
  readonly vectorLayers: readonly VectorLayer[];
  /** What else the file should tell, by key: the day it shows, its inputs. */
  readonly extra: Readonly<Record<string, string>>;
}

/** The middle of a box, at the deepest zoom at which one tile could hold all of it. */
export function centerOf([west, south, east, north]: Tileset['bounds']): Tileset['center'] {
  const [[left, top], [right, bottom]] = [toUnitSquare(west, north), toUnitSquare(east, south)];
  const zoom = Math.max(0, Math.floor(-Math.log2(Math.max(right - left, bottom - top, 2 ** -22))));
  const middle = (a: number, b: number): number => Math.round(((a + b) / 2) * 1e6) / 1e6;
  return { lon_deg: middle(west, east), lat_deg: middle(south, north), zoom };
}

const TILESET_VERSION = '1.0.0';

/**
 * The metadata both kinds of files have, in the words of the MBTiles 1.3 specification; PMTiles has `vector_layers`
 * beside them, MBTiles inside `json`.
 */
export function tilesetMetadata(tileset: Tileset): Record<string, string> {
  const { name, description, attribution, minZoom, maxZoom, bounds, center, extra } = tileset;
  return {
    ...extra,
    name,
    description,
    attribution,
    format: 'pbf',
    type: 'overlay',
    version: TILESET_VERSION,
    bounds: bounds.join(','),
    center: [center.lon_deg, center.lat_deg, center.zoom].join(','),
    minzoom: String(minZoom),
    maxzoom: String(maxZoom),
  };
}

/** The metadata of MBTiles: values are text. */
export function mbtilesMetadata(tileset: Tileset): Record<string, string> {
  return { ...tilesetMetadata(tileset), json: JSON.stringify({ vector_layers: tileset.vectorLayers }) };
}
