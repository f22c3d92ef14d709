import { type Issue, type IssuePath, issue, layerDefinition, parseIsoDate } from '@giapranh/core';
import type { FeatureQuery, FilterValue, QueryBox } from './feature-store.js';
import { StoreFault } from './store-fault.js';

function boxFaults(bbox: QueryBox): Issue[] {
  const [west, south, east, north] = bbox;
  const real = bbox.every(Number.isFinite) && south <= north;
  const onEarth = Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(-south, north) <= 90;
  return real && onEarth
    ? []
    : [
        issue(
          'store-query-bbox',
          ['bbox'],
          'Khung bao không hợp lệ: cần tây,nam,đông,bắc theo độ, nam ≤ bắc.',
          'Not a bounding box: west,south,east,north in degrees, south ≤ north.',
        ),
      ];
}

function filterFaults(layerId: string, filter: Readonly<Record<string, FilterValue>>): Issue[] {
  const properties = layerDefinition(layerId)?.properties ?? [];
  return Object.entries(filter).flatMap(([name, value]) => {
    const path: IssuePath = ['filter', name];
    const property = properties.find((entry) => entry.name === name);
    if (property === undefined || property.type === 'json') {
      return [
        issue(
          'store-query-property',
          path,
          `Lớp ${layerId} không có thuộc tính lọc được tên “${name}”.`,
          `Layer ${layerId} has no property "${name}" to filter by.`,
        ),
      ];
    }
    const fits =
      value === null ||
      (property.type === 'string' && typeof value === 'string') ||
      (property.type === 'date' && typeof value === 'string' && parseIsoDate(value) !== undefined) ||
      (property.type === 'number' && typeof value === 'number' && Number.isFinite(value)) ||
      (property.type === 'integer' && typeof value === 'number' && Number.isSafeInteger(value)) ||
      (property.type === 'boolean' && typeof value === 'boolean');
    return fits
      ? []
      : [
          issue(
            'store-query-value',
            path,
            `Giá trị lọc của “${name}” phải thuộc kiểu ${property.type}.`,
            `The value asked of "${name}" must be of type ${property.type}.`,
          ),
        ];
  });
}

function pageFaults(query: FeatureQuery): Issue[] {
  return (['limit', 'offset'] as const).flatMap((name) =>
    Number.isSafeInteger(query[name]) && query[name] >= 0
      ? []
      : [
          issue(
            'store-query-page',
            [name],
            `${name} phải là số nguyên không âm.`,
            `${name} must be a whole number, zero or more.`,
          ),
        ],
  );
}

/** What the catalogue does not allow in a question; empty when the store will answer it. */
export function queryFaults(query: FeatureQuery): readonly Issue[] {
  if (layerDefinition(query.layer) === undefined) {
    return [
      issue('store-query-layer', ['layer'], 'Không có lớp dữ liệu này.', 'There is no such layer.', {
        vi: `Được hỏi: “${query.layer}”`,
        en: `Asked for: "${query.layer}"`,
      }),
    ];
  }
  return [
    ...(query.bbox === undefined ? [] : boxFaults(query.bbox)),
    ...filterFaults(query.layer, query.filter ?? {}),
    ...pageFaults(query),
  ];
}

/** Throws `StoreFault` with the first fault. */
export function refuseFaulty(query: FeatureQuery): void {
  const [first] = queryFaults(query);
  if (first !== undefined) throw new StoreFault(first);
}
