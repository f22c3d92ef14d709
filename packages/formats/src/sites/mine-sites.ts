import { type Issue, issue, ok, type Result, type Site } from '@giapranh/core';
import type { RawFeature } from '../geojson.js';
import { textOf } from '../record.js';
import type { SiteContext } from './site-context.js';
import { roundingError_m } from './site-values.js';

interface SourceAccuracy {
  readonly source: RegExp;
  /** What the source says of its own confidence; any when absent. */
  readonly confidence?: string;
  readonly error_m: number;
  readonly method: string;
}

/**
 * No source states an error in metres. These are assumptions, from how the source describes its positions and how
 * far its points were found from the mines they name; the rounding of the coordinates can only make them larger.
 */
const ACCURACIES: readonly SourceAccuracy[] = [
  { source: /^ICMM/, confidence: 'High', error_m: 1_000, method: 'ICMM, tin cậy cao (giả định)' },
  { source: /^ICMM/, error_m: 5_000, method: 'ICMM, tin cậy vừa (giả định)' },
  {
    source: /^Global Energy Monitor/,
    confidence: 'Exact',
    error_m: 1_000,
    method: 'GEM, chính xác (giả định)',
  },
  { source: /^Global Energy Monitor/, error_m: 5_000, method: 'GEM, gần đúng (giả định)' },
  { source: /^GSC/, error_m: 10_000, method: 'GSC, vị trí cấp vùng quặng (giả định)' },
  { source: /^USGS/, error_m: 2_000, method: 'USGS (giả định)' },
];

/** What to assume of a source that is not in the list. */
const UNKNOWN_ACCURACY: SourceAccuracy = {
  source: /./,
  error_m: 10_000,
  method: 'không rõ nguồn (giả định)',
};

/** Commodities as the sources write them; symbols of elements and formulas read the same in both languages. */
const COMMODITIES: Readonly<Record<string, string>> = {
  coal: 'than',
  'thermal coal': 'than nhiệt',
  'coal (Anthracite)': 'than antraxit',
  'coal (Bituminous)': 'than bitum',
  'coal (Subbituminous)': 'than á bitum',
  'iron ore': 'quặng sắt',
  alumina: 'alumin',
  'salt;K;gypsum': 'muối; K; thạch cao',
};

/** Positions read off a map to a whole minute of arc show as repeating decimals. */
const MINUTE_m = 1_852;

function isWholeMinutes(value: number): boolean {
  const minutes = value * 60;
  return Math.abs(minutes - Math.round(minutes)) < 1e-3;
}

function precisionOf(feature: RawFeature, position: readonly number[]): Site['precision'] {
  const source = textOf(feature.properties, 'source') ?? '';
  const confidence = textOf(feature.properties, 'confidence');
  const accuracy =
    ACCURACIES.find(
      (entry) =>
        entry.source.test(source) && (entry.confidence === undefined || entry.confidence === confidence),
    ) ?? UNKNOWN_ACCURACY;
  const rounding_m = position.every(isWholeMinutes)
    ? MINUTE_m * Math.SQRT1_2
    : roundingError_m([[...position]]);
  return { kind: 'position', error_m: Math.max(accuracy.error_m, rounding_m), method: accuracy.method };
}

function mine(feature: RawFeature, position: readonly number[], context: SiteContext): Site {
  const { properties, geometry } = feature;
  const id = textOf(properties, 'id') ?? feature.id ?? `${context.source}-${feature.index + 1}`;
  const commodity = textOf(properties, 'commodity');
  return {
    id,
    name: textOf(properties, 'name') ?? id,
    geometry,
    precision: precisionOf(feature, position),
    activity: 'mining',
    mineral: commodity === null ? null : { vi: COMMODITIES[commodity] ?? commodity, en: commodity },
    areaDeclared_m2: null,
    decision: null,
    properties,
  };
}

/** Whether features are of the compiled open data on mines: each says its source and licence. */
export function isMineSites(features: readonly RawFeature[]): boolean {
  return (
    features.length > 0 &&
    features.every(
      ({ properties, geometry }) =>
        geometry.type === 'Point' &&
        textOf(properties, 'source') !== null &&
        textOf(properties, 'licence') !== null &&
        'commodity' in properties,
    )
  );
}

/**
 * Mines of open data, as points with an assumed error by source. Points whose position is known to be wrong are
 * left out: a wrong place would raise wrong flags. Notes: `site-position-wrong`, one a site.
 */
export function mineSites(features: readonly RawFeature[], context: SiteContext): Result<readonly Site[]> {
  const notes: Issue[] = [];
  const sites: Site[] = [];
  for (const feature of features) {
    if (feature.geometry.type !== 'Point') continue;
    const site = mine(feature, feature.geometry.coordinates, context);
    const wrong = context.wrongPositions?.get(site.id);
    if (wrong === undefined) sites.push(site);
    else {
      notes.push(
        issue(
          'site-position-wrong',
          ['features', feature.index],
          `Không dùng ${site.name} (${site.id}): ${wrong.vi}`,
          `${site.name} (${site.id}) is not used: ${wrong.en}`,
        ),
      );
    }
  }
  return ok(sites, notes);
}
