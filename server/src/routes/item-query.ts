import {
  err,
  type Filter,
  type IsoDate,
  type Issue,
  issue,
  type LayerDefinition,
  ok,
  type PropertyDefinition,
  type Result,
  vietnamDay,
} from '@giapranh/core';
import {
  type FeatureQuery,
  type FilterValue,
  type QueryBox,
  queryFaults,
  type TextQuery,
} from '@giapranh/store';
import type { Request } from 'express';
import { type AskedCrs, type CrsOffer, readCrs } from '../crs/offered-crs.js';
import { readCount, readDay, readParameters } from '../http/parameters.js';
import type { Limits } from '../limits/limits.js';
import { readFilter } from './read-filter.js';

export const DEFAULT_LIMIT = 100;

/** What may be asked of any collection's items, beside equality of its properties. */
export const ITEM_PARAMETERS = [
  'bbox',
  'bbox-crs',
  'crs',
  'datetime',
  'asOf',
  'filter',
  'filter-lang',
  'filter-crs',
  'limit',
  'offset',
  'after',
] as const;

/** Properties that may be asked for by equality. */
export function filterProperties(definition: LayerDefinition): readonly PropertyDefinition[] {
  return definition.properties.filter(
    ({ name, type }) => type !== 'json' && !ITEM_PARAMETERS.some((fixed) => fixed === name),
  );
}

function readBox(text: string): Result<QueryBox> {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  // Six numbers are a box with heights, which these layers do not have.
  const [west, south, east, north] = numbers.length === 6 ? [0, 1, 3, 4].map((at) => numbers[at]) : numbers;
  const whole = (numbers.length === 4 || numbers.length === 6) && numbers.every(Number.isFinite);
  return whole && west !== undefined && south !== undefined && east !== undefined && north !== undefined
    ? ok([west, south, east, north])
    : err(
        issue(
          'server-bbox',
          ['query', 'bbox'],
          '"bbox" phải gồm bốn số: tây,nam,đông,bắc theo độ.',
          '"bbox" must be four numbers: west,south,east,north in degrees.',
        ),
      );
}

/** An instant of OGC `datetime` as a day, `..` as an open end. */
function readInstant(text: string): Result<IsoDate | null> {
  if (text === '..' || text === '') return ok(null);
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i.test(text)
    ? new Date(text)
    : undefined;
  return instant !== undefined && !Number.isNaN(instant.getTime())
    ? ok(vietnamDay(instant))
    : readDay(text, 'datetime');
}

/** The days asked about: one, or from a first to a last, open ends as `null`. */
export interface Period {
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
}

function readPeriod(values: ReadonlyMap<string, string>, today: IsoDate): Result<Period> {
  const [asOf, datetime] = [values.get('asOf'), values.get('datetime')];
  if (asOf !== undefined && datetime !== undefined) {
    return err(
      issue(
        'server-asof-twice',
        ['query', 'datetime'],
        'Chỉ dùng một trong hai tham số "asOf" và "datetime".',
        'Give "asOf" or "datetime", not both.',
      ),
    );
  }
  if (datetime === undefined) {
    const day = asOf === undefined ? ok(today) : readDay(asOf, 'asOf');
    return day.ok ? ok({ first: day.value, last: day.value }) : day;
  }
  const [from = '', to = from, ...more] = datetime.split('/');
  const [first, last] = [readInstant(from), readInstant(to)];
  if (!first.ok) return first;
  if (!last.ok) return last;
  const isInstant = !datetime.includes('/');
  const backwards = first.value !== null && last.value !== null && first.value > last.value;
  if (more.length > 0 || backwards || (isInstant && first.value === null)) {
    return err(
      issue(
        'server-datetime',
        ['query', 'datetime'],
        '"datetime" phải là một ngày, một thời điểm, hoặc khoảng đầu/cuối (".." là để ngỏ).',
        '"datetime" must be a day, an instant, or an interval start/end (".." is open).',
      ),
    );
  }
  return ok({ first: first.value, last: last.value });
}

function filterValue({ type }: PropertyDefinition, text: string): FilterValue {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (type !== 'number' && type !== 'integer') return text;
  return text.trim() === '' ? text : Number(text);
}

function issuesOf(...results: readonly Result<unknown>[]): Issue[] {
  return results.flatMap((result) => (result.ok ? [] : result.issues));
}

/** What `…/items` was asked: the store's question, its days, and the system the answer is wanted in. */
export interface ItemQuery {
  readonly query: FeatureQuery & Pick<TextQuery, 'after'>;
  readonly period: Period;
  readonly crs: AskedCrs;
}

/** A box in the system of `bbox-crs`, taken to degrees. */
function readBoxIn(text: string | undefined, crs: Result<AskedCrs>): Result<QueryBox | undefined> {
  if (text === undefined) return ok(undefined);
  const box = readBox(text);
  if (!box.ok || !crs.ok || crs.value.isStored) return box;
  const [west, south, east, north] = box.value;
  if (west > east || south > north) return readBox('');
  return crs.value.boxToStored(box.value);
}

/** `filter` with `filter-lang` and `filter-crs`. */
async function readWhere(
  values: ReadonlyMap<string, string>,
  definition: LayerDefinition,
  profile: CrsOffer,
): Promise<Result<Filter | undefined>> {
  const text = values.get('filter');
  const crs = readCrs(values.get('filter-crs'), 'filter-crs', profile);
  if (!crs.ok) return crs;
  if (text === undefined) return ok(undefined);
  return readFilter(text, values.get('filter-lang') ?? 'cql2-text', crs.value, definition);
}

function held<T>(result: Result<T>): T {
  if (!result.ok) throw new Error('a parameter failed without being told');
  return result.value;
}

interface ItemQueryContext {
  readonly profile: CrsOffer;
  readonly today: () => IsoDate;
  readonly config: { readonly limits: Pick<Limits, 'page' | 'bbox_deg2'> };
}

/** Square degrees; over the antimeridian as over any other. */
function areaFault(bbox: QueryBox | undefined, most_deg2: number): Issue[] {
  if (bbox === undefined) return [];
  const [west, south, east, north] = bbox;
  const area_deg2 = (west <= east ? east - west : east - west + 360) * (north - south);
  return area_deg2 <= most_deg2
    ? []
    : [
        issue(
          'server-bbox-large',
          ['query', 'bbox'],
          `"bbox" rộng quá ${most_deg2} độ vuông.`,
          `"bbox" is larger than ${most_deg2} square degrees.`,
        ),
      ];
}

/** What `…/items` was asked, checked to the last parameter: all faults at once. */
export async function readItemQuery(
  request: Request,
  definition: LayerDefinition,
  { profile, today, config: { limits } }: ItemQueryContext,
): Promise<Result<ItemQuery>> {
  const properties = filterProperties(definition);
  const known = [...ITEM_PARAMETERS, ...properties.map(({ name }) => name)];
  const parameters = readParameters(request, known, ['json', 'geojson', 'html']);
  if (!parameters.ok) return parameters;
  const values = parameters.value;
  const crs = readCrs(values.get('crs'), 'crs', profile);
  const boxCrs = readCrs(values.get('bbox-crs'), 'bbox-crs', profile);
  const box = readBoxIn(values.get('bbox'), boxCrs);
  const where = await readWhere(values, definition, profile);
  const period = readPeriod(values, today());
  const limit = readCount(values.get('limit'), 'limit', {
    least: 1,
    most: limits.page,
    otherwise: DEFAULT_LIMIT,
  });
  const offset = readCount(values.get('offset'), 'offset', {
    least: 0,
    most: Number.MAX_SAFE_INTEGER,
    otherwise: 0,
  });
  const [fault, ...more] = issuesOf(crs, boxCrs, box, where, period, limit, offset);
  if (fault !== undefined) return err(fault, ...more);
  const bbox = held(box);
  const filter = held(where);
  const equal = properties.flatMap((property) => {
    const text = values.get(property.name);
    return text === undefined ? [] : [[property.name, filterValue(property, text)] as const];
  });
  const after = values.get('after');
  const query: ItemQuery['query'] = {
    layer: definition.id,
    ...(bbox === undefined ? {} : { bbox }),
    ...(filter === undefined ? {} : { where: filter }),
    filter: Object.fromEntries(equal),
    ...(after === undefined ? {} : { after }),
    limit: held(limit),
    offset: held(offset),
  };
  const [first, ...rest] = [...queryFaults(query), ...areaFault(bbox, limits.bbox_deg2)];
  return first === undefined ? ok({ query, period: held(period), crs: held(crs) }) : err(first, ...rest);
}
