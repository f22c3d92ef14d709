import {
  type Filter,
  filterMatcher,
  isSpatialFilter,
  type LayerFeature,
  loadGeometryKernel,
  plainFilter,
} from '@giapranh/core';
import type { LayerTable } from '../layer-table.js';
import type { Sql } from './feature-sql.js';
import { filterSql } from './filter-sql.js';

/** A checked filter, ready for this store: its condition, and what remains to be asked of what that lets through. */
export interface PreparedFilter {
  readonly condition: Sql;
  /** Absent when the condition says it all. */
  readonly matches?: (feature: LayerFeature) => boolean;
}

export async function prepareFilter(
  table: LayerTable,
  where: Filter | undefined,
): Promise<PreparedFilter | undefined> {
  if (where === undefined) return undefined;
  const { exact, ...condition } = filterSql(table, plainFilter(where));
  if (exact) return { condition };
  const kernel = isSpatialFilter(where) ? await loadGeometryKernel() : undefined;
  return { condition, matches: filterMatcher(where, kernel) };
}
