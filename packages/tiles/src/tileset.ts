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
