import { err, type Issue, ok, type Result, type Site } from '@giapranh/core';
import type { KmlFeature } from '../kml/parse-kml.js';
import { parseKml, placemarkPath } from '../kml/parse-kml.js';
import type { ReadLimits } from '../limits.js';
import { geoJsonSites } from './geojson-sites.js';
import type { SiteContext } from './site-context.js';

/** What readers say of a feature, said of its placemark and line. */
function placed(features: readonly KmlFeature[], fault: Issue): Issue {
  const [list, index, ...rest] = fault.path;
  const feature = list === 'features' ? features.find((one) => one.index === index) : undefined;
  return feature === undefined
    ? fault
    : { ...fault, path: [...placemarkPath(feature.index, feature.line), ...rest] };
}

/** Sites of a KML text, one a placemark, as of any GeoJSON. Issues: those of `parseKml` and `geoJsonSites`. */
export function kmlSites(text: string, context: SiteContext, limits: ReadLimits): Result<readonly Site[]> {
  const features = parseKml(text, context.source, limits);
  if (!features.ok) return features;
  const read = geoJsonSites(features.value, context);
  const told = (read.ok ? read.notes : read.issues).map((fault) => placed(features.value, fault));
  if (read.ok) return ok(read.value, [...features.notes, ...told]);
  const [first, ...rest] = told;
  return first === undefined ? read : err(first, ...rest, ...features.notes);
}
