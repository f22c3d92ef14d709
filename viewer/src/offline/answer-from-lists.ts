import type { Item } from '../server/features.js';

/** Whole lists of a layer's features that are at hand, of one day or of all. */
export type ReadLists = (layer: string, asOf: string | undefined) => Promise<readonly (readonly Item[])[]>;

const PAGE = new Set(['asOf', 'limit', 'offset', 'f', 'lang']);
const DEFAULT_LIMIT = 10;

/**
 * What the server would answer to `/collections/{layer}/items` and `/collections/{layer}/items/{id}`, put together
 * from whole lists; `undefined` when they do not hold it, or the question has more in it than equal properties.
 */
export async function answerFromLists(url: URL, readLists: ReadLists): Promise<unknown> {
  const [, layer, , id] = /^\/collections\/([^/]+)\/items(\/(.+))?$/.exec(url.pathname) ?? [];
  if (layer === undefined) return undefined;
  const asOf = url.searchParams.get('asOf') ?? undefined;
  const lists = await readLists(layer, asOf);
  if (id !== undefined) {
    const wanted = decodeURIComponent(id);
    return lists.flatMap((list) => list.filter((item) => String(item.id) === wanted))[0];
  }
  const [list] = lists;
  const asked = [...url.searchParams].filter(([name]) => !PAGE.has(name));
  if (list === undefined || asked.some(([name]) => name.startsWith('filter') || name === 'bbox'))
    return undefined;
  const matched = list.filter(({ properties }) =>
    asked.every(([name, value]) => String(properties[name]) === value),
  );
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? DEFAULT_LIMIT);
  const features = matched.slice(offset, offset + limit);
  return {
    type: 'FeatureCollection',
    features,
    numberMatched: matched.length,
    numberReturned: features.length,
    links: [],
  };
}
