import {
  type CommuneDrawing,
  err,
  type Issue,
  issue,
  okUnless,
  type PublishedDrawing,
  type Result,
} from '@giapranh/core';
import type { MultiPolygon, Polygon } from 'geojson';
import type { RawFeature } from '../geojson.js';
import type { Dataset } from '../manifest.js';
import { textOf } from '../record.js';

/** A polygon with the code of the unit it draws. */
interface CodedPolygon {
  readonly code: string;
  readonly geometry: Polygon | MultiPolygon;
}

function codedPolygon(
  feature: RawFeature,
  codeOf: (feature: RawFeature) => string | null,
): CodedPolygon | Issue {
  const at = ['features', feature.index, 'properties', 'code'];
  const code = codeOf(feature);
  if (code === null || !/^\d{2,5}$/.test(code))
    return issue('drawing-code', at, 'Đối tượng không có mã đơn vị.', 'The feature has no unit code.');
  const { geometry } = feature;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return { code, geometry };
  return issue(
    'drawing-not-polygon',
    ['features', feature.index, 'geometry'],
    `Đơn vị ${code} phải là vùng, không phải ${geometry.type}.`,
    `The unit ${code} must be a polygon, not ${geometry.type}.`,
  );
}

function codedPolygons(
  features: readonly RawFeature[],
  codeOf: (feature: RawFeature) => string | null,
): Result<readonly CodedPolygon[]> {
  const good: CodedPolygon[] = [];
  const faults: Issue[] = [];
  for (const feature of features) {
    const read = codedPolygon(feature, codeOf);
    if ('message' in read) faults.push(read);
    else good.push(read);
  }
  return okUnless(faults, good);
}

/** Issues: `drawing-code`, `drawing-not-polygon`; every feature's at once. */
export function communeDrawings(
  features: readonly RawFeature[],
  source: string,
): Result<readonly CommuneDrawing[]> {
  const polygons = codedPolygons(features, (feature) => textOf(feature.properties, 'code'));
  return polygons.ok ? { ...polygons, value: polygons.value.map((unit) => ({ ...unit, source })) } : polygons;
}

/**
 * Provinces or districts drawn whole. A district drawn in the shape of before a merger says in `code_2025` which
 * unit it belongs to now. Issues: `drawing-code`, `drawing-not-polygon`, `manifest-drawing`.
 */
export function publishedDrawings(
  features: readonly RawFeature[],
  dataset: Dataset,
): Result<readonly PublishedDrawing[]> {
  const { drawing, vintage, kind, id: source } = dataset;
  if (drawing === null || vintage === null || (kind !== 'provinces' && kind !== 'districts')) {
    return err(
      issue(
        'manifest-drawing',
        [source],
        `Bộ dữ liệu ${source} không ghi nét vẽ hoặc mốc thời gian.`,
        `The dataset ${source} does not say its drawing or vintage.`,
      ),
    );
  }
  const level = kind === 'provinces' ? 'province' : 'district';
  const polygons = codedPolygons(
    features,
    (feature) => textOf(feature.properties, 'code_2025') ?? textOf(feature.properties, 'code'),
  );
  return polygons.ok
    ? { ...polygons, value: polygons.value.map((unit) => ({ ...unit, drawing, vintage, level, source })) }
    : polygons;
}
