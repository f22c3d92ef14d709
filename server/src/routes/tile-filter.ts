import {
  checkFilter,
  err,
  type Filter,
  issue,
  type LayerDefinition,
  ok,
  type Queryable,
  queryablesOf,
  type Result,
  writeCql2Text,
} from '@giapranh/core';
import { parseFilter } from './read-filter.js';

/** Longer ones are for `…/items`: every different filter takes room of its own among the tiles in memory. */
const LONGEST = 2_000;

/** A checked filter, and the text that is the same for all that ask the same. */
export interface TileFilter {
  readonly test: Filter;
  readonly text: string;
}

/** What tiles carry, beside the id and the validity: what a filter of tiles may ask. */
function tileQueryables(layer: LayerDefinition): Queryable[] {
  const left = new Set(layer.properties.filter(({ inTiles }) => !inTiles).map(({ name }) => name));
  return queryablesOf(layer).filter(({ name, type }) => type !== 'geometry' && !left.has(name));
}

function tooLong(length: number): Result<never> {
  return err(
    issue(
      'server-filter-long',
      ['query', 'filter'],
      `Bộ lọc dài ${length} ký tự; của ô bản đồ dài nhất ${LONGEST}.`,
      `The filter has ${length} characters; that of tiles may have ${LONGEST}.`,
    ),
  );
}

/**
 * A filter that every layer of the tile can answer from what its tiles carry; geometry is asked at `…/items`. Issues:
 * `server-filter-long`, `server-filter-lang`, `filter-*`.
 */
export function readTileFilter(
  text: string,
  language: string,
  layers: readonly LayerDefinition[],
): Result<TileFilter> {
  if (text.length > LONGEST) return tooLong(text.length);
  const parsed = parseFilter(text, language);
  if (!parsed.ok) return parsed;
  let test = parsed.value;
  for (const layer of layers) {
    const checked = checkFilter(test, tileQueryables(layer));
    if (!checked.ok) return checked;
    test = checked.value;
  }
  return ok({ test, text: writeCql2Text(test) });
}
