import type { MultiPolygon, Polygon } from 'geojson';
import type { LineageLink } from './lineage.js';
import type { AdminLevel, AdminUnit, DrawingId, Vintage, VintageId } from './unit.js';

/** A commune as its map publisher drew it; its name, parents and declared area stand in the unit records. */
export interface CommuneDrawing {
  readonly code: string;
  /** WGS 84 lon/lat, valid; neighbours share vertices. */
  readonly geometry: Polygon | MultiPolygon;
  /** Dataset id of the manifest. */
  readonly source: string;
}

/** A province or district as published whole, in a drawing of its own. */
export interface PublishedDrawing {
  readonly drawing: DrawingId;
  readonly vintage: VintageId;
  readonly level: Exclude<AdminLevel, 'commune'>;
  /** Code in the unit records of `vintage`; several drawings with one code are merged (Cao Bằng's `code_2025`). */
  readonly code: string;
  /** WGS 84 lon/lat. */
  readonly geometry: Polygon | MultiPolygon;
  /** Dataset id of the manifest. */
  readonly source: string;
}

/** What units are drawn from. Everything given is drawn; what cannot be drawn whole is named in the notes. */
export interface AdminSources {
  /** The vintage of `communes`. */
  readonly current: Vintage;
  /** The vintage the lineage leads back to, whose provinces and districts are rebuilt. */
  readonly former: Vintage;
  /** All units of both vintages, drawn or not: the official lists. */
  readonly records: readonly AdminUnit[];
  /** Links from communes of `former` to communes of `current`. */
  readonly lineage: readonly LineageLink[];
  readonly communes: readonly CommuneDrawing[];
  /** Drawings published whole; the districts among them also split communes that span two districts. */
  readonly published: readonly PublishedDrawing[];
}

/** The drawing made from the communes of 2025: provinces and districts share every vertex with them. */
export const COMMUNES_2025: DrawingId = 'communes-2025';
