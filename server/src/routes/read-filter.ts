import {
  checkFilter,
  err,
  type Filter,
  isSpatialFilter,
  issue,
  type LayerDefinition,
  loadGeometryKernel,
  mapFilterPlaces,
  ok,
  parseCql2Json,
  parseCql2Text,
  queryablesOf,
  type Result,
  validateGeometry,
} from '@giapranh/core';
import type { AskedCrs } from '../crs/offered-crs.js';

export const FILTER_LANGUAGES = ['cql2-text', 'cql2-json'] as const;

/** The filter as written. Issues: `server-filter-lang`, `filter-*`. */
export function parseFilter(text: string, language: string): Result<Filter> {
  if (language === 'cql2-text') return parseCql2Text(text);
  if (language !== 'cql2-json') {
    return err(
      issue(
        'server-filter-lang',
        ['query', 'filter-lang'],
        `"filter-lang" phải là ${FILTER_LANGUAGES.join(' hoặc ')}.`,
        `"filter-lang" must be ${FILTER_LANGUAGES.join(' or ')}.`,
      ),
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err(
      issue('filter-syntax', ['query', 'filter'], 'Bộ lọc không phải là JSON.', 'The filter is not JSON.'),
    );
  }
  return parseCql2Json(value);
}

/**
 * The filter of a request, held to the layer, its literals in CRS84 and valid. Issues: `server-filter-lang`,
 * `filter-*`, `coordinate-*`, `geometry-*`.
 */
export async function readFilter(
  text: string,
  language: string,
  crs: AskedCrs,
  layer: LayerDefinition,
): Promise<Result<Filter>> {
  const parsed = parseFilter(text, language);
  if (!parsed.ok) return parsed;
  const placed = crs.isStored ? parsed : mapFilterPlaces(parsed.value, (geometry) => crs.toStored(geometry));
  if (!placed.ok) return placed;
  const checked = checkFilter(placed.value, queryablesOf(layer));
  if (!checked.ok || !isSpatialFilter(checked.value)) return checked;
  const kernel = await loadGeometryKernel();
  const sound = mapFilterPlaces(checked.value, (geometry) =>
    geometry.type === 'GeometryCollection' ? ok(geometry) : validateGeometry(kernel, geometry),
  );
  return sound.ok ? checked : sound;
}
