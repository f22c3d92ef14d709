import {
  eachPosition,
  err,
  type Issue,
  issueAt,
  ok,
  type Result,
  repairGeometry,
  type Site,
} from '@giapranh/core';
import type { Position } from 'geojson';
import type { RawFeature } from '../geojson.js';
import { numberOf, textOf, textsOf } from '../record.js';
import type { SiteContext } from './site-context.js';
import { describeSite, numberIn, type SiteText, type SiteTexts } from './site-draft.js';
import { type SiteField, siteField } from './site-fields.js';
import { roundingError_m } from './site-values.js';

function textsOfFeature(feature: RawFeature): SiteTexts {
  const texts: Partial<Record<SiteField, SiteText>> = {};
  for (const key of Object.keys(feature.properties)) {
    const field = siteField(key);
    if (field === undefined || texts[field] !== undefined) continue;
    const text = textOf(feature.properties, key) ?? textsOf(feature.properties, key).join('; ');
    const number = numberOf(feature.properties, key);
    texts[field] = { text, column: key, ...(number === null ? {} : { number }) };
  }
  return texts;
}

/**
 * Sites of any GeoJSON: the geometry is the site. Its error is the property `error_m` (`sai_so_m`), else what the
 * decimals of its coordinates allow. A polygon that crosses itself is repaired, one that cannot be is left out;
 * both are told in the notes, as are numbers and dates that could not be read.
 */
export function geoJsonSites(features: readonly RawFeature[], context: SiteContext): Result<readonly Site[]> {
  const notes: Issue[] = [];
  const sites = features.flatMap((feature): Site[] => {
    const at = ['features', feature.index];
    const geometry = repairGeometry(context.kernel, feature.geometry);
    const told = geometry.ok ? geometry.notes : geometry.issues;
    notes.push(...told.map((fault) => issueAt([...at, 'geometry'], fault)));
    return geometry.ok ? [siteOf({ ...feature, geometry: geometry.value }, context, notes)] : [];
  });
  const [first, ...rest] = notes;
  return sites.length === 0 && first !== undefined ? err(first, ...rest) : ok(sites, notes);
}

function siteOf(feature: RawFeature, context: SiteContext, notes: Issue[]): Site {
  const at = ['features', feature.index];
  const texts = textsOfFeature(feature);
  const stated_m = numberIn(texts, 'error_m', at, notes) ?? null;
  const positions: Position[] = [];
  eachPosition(feature.geometry, (position) => positions.push(position));
  const fallbackId = feature.id ?? `${context.source}-${feature.index + 1}`;
  return {
    ...describeSite(texts, fallbackId, at, feature.properties, notes),
    geometry: feature.geometry,
    precision:
      stated_m === null
        ? { kind: 'position', error_m: roundingError_m(positions), method: 'số chữ số của tọa độ' }
        : { kind: 'position', error_m: stated_m, method: 'ghi trong tệp' },
  };
}
