import { type Issue, type IssuePath, issue, parseIsoDate } from '@giapranh/core';
import type { FilterValue, KeysetQuery, QueryBox } from './feature-store.js';
import { LAYER_TABLES } from './layer-table.js';
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
  const properties = LAYER_TABLES.find(({ layer }) => layer.id === layerId)?.properties ?? [];
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

/** What both kinds of pages are asked by. */
type AnyQuery = KeysetQuery & { readonly offset?: number };

const CURSOR = /^\d{1,15}$/;

function cursorFaults({ after }: AnyQuery): Issue[] {
  return after === undefined || CURSOR.test(after)
    ? []
    : [
        issue(
          'store-query-cursor',
          ['after'],
          'Vị trí trang không hợp lệ; hãy lấy lại từ trang đầu.',
          'Not the place of a page; begin again with the first.',
        ),
      ];
}

function pageFaults(query: AnyQuery): Issue[] {
  return (['limit', 'offset'] as const).flatMap((name) =>
    Number.isSafeInteger(query[name] ?? 0) && (query[name] ?? 0) >= 0
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
export function queryFaults(query: AnyQuery): readonly Issue[] {
  if (LAYER_TABLES.every(({ layer }) => layer.id !== query.layer)) {
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
    ...cursorFaults(query),
  ];
}

/** Throws `StoreFault` with the first fault. */
export function refuseFaulty(query: AnyQuery): void {
  const [first] = queryFaults(query);
  if (first !== undefined) throw new StoreFault(first);
}
