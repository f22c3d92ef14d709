import { basename } from 'node:path';
import { type Issue, ok, type Result, type Site } from '@giapranh/core';
import { parseCsv } from '../csv-table.js';
import { parseGeoJson, type RawFeature, readGeoJsonFile } from '../geojson.js';
import { isKml } from '../kml/parse-kml.js';
import { readKmz } from '../kml/read-kmz.js';
import { READ_LIMITS, type ReadLimits } from '../limits.js';
import { readText } from '../text-file.js';
import { csvSites } from './csv-sites.js';
import { geoJsonSites } from './geojson-sites.js';
import { kmlSites } from './kml-sites.js';
import { isMineSites, mineSites } from './mine-sites.js';
import { isMineralAreas, mineralAreaSites } from './mineral-areas.js';
import type { SiteContext } from './site-context.js';

export type SiteFormat = 'geojson' | 'kml' | 'csv';

export interface GeoJsonLayout {
  readonly recognises: (features: readonly RawFeature[]) => boolean;
  readonly read: (features: readonly RawFeature[], context: SiteContext) => Result<readonly Site[]>;
}

/** Known layouts of GeoJSON, the particular before the general. A new one is a line here. */
const LAYOUTS: readonly GeoJsonLayout[] = [
  { recognises: isMineralAreas, read: mineralAreaSites },
  { recognises: isMineSites, read: mineSites },
  { recognises: () => true, read: geoJsonSites },
];

function withNotes(result: Result<readonly Site[]>, notes: readonly Issue[]): Result<readonly Site[]> {
  return result.ok ? ok(result.value, [...notes, ...result.notes]) : result;
}

/** Whose layout features are in. */
export function layoutOf(features: readonly RawFeature[]): GeoJsonLayout {
  const layout = LAYOUTS.find(({ recognises }) => recognises(features));
  if (layout === undefined) throw new Error('the general layout recognises everything');
  return layout;
}

/** Sites out of features already read; the layout is recognised. */
export function sitesFromFeatures(
  features: readonly RawFeature[],
  context: SiteContext,
): Result<readonly Site[]> {
  return layoutOf(features).read(features, context);
}

/**
 * Sites of a text: GeoJSON, KML or a table. What is good is kept; each bad row or feature is told in the notes with its
 * path. Issues: those of `parseGeoJson`, `parseKml`, `parseCsv` and `csvSites`.
 */
export function readSites(
  text: string,
  format: SiteFormat,
  context: SiteContext,
  limits: ReadLimits = READ_LIMITS,
): Result<readonly Site[]> {
  if (format === 'csv') {
    const table = parseCsv(text, context.source, limits);
    return table.ok ? withNotes(csvSites(table.value, context), table.notes) : table;
  }
  if (format === 'kml') return kmlSites(text, context, limits);
  const features = parseGeoJson(text, context.source, limits);
  return features.ok ? withNotes(sitesFromFeatures(features.value, context), features.notes) : features;
}

/** GeoJSON begins with a brace, KML with `<`; everything else is taken for a table. */
export function siteFormatOf(text: string): SiteFormat {
  if (isKml(text)) return 'kml';
  return /^\uFEFF?\s*[{[]/.test(text) ? 'geojson' : 'csv';
}

/** As `readSites`, from a file; `.gz` and `.kmz` are unpacked, the format follows from the name or, failing that, the content. */
export async function readSitesFile(
  path: string,
  context: SiteContext,
  limits: ReadLimits = READ_LIMITS,
): Promise<Result<readonly Site[]>> {
  const name = basename(path).replace(/\.gz$/, '');
  if (/\.(geo)?json$/i.test(name)) {
    const features = await readGeoJsonFile(path, limits);
    return features.ok ? withNotes(sitesFromFeatures(features.value, context), features.notes) : features;
  }
  const text = /\.kmz$/i.test(name) ? await readKmz(path, limits) : await readText(path, limits);
  return text.ok ? readSites(text.value, siteFormatOf(text.value), context, limits) : text;
}
