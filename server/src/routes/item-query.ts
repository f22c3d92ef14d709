import {
  err,
  type IsoDate,
  type Issue,
  issue,
  type LayerDefinition,
  ok,
  type PropertyDefinition,
  type Result,
  vietnamDay,
} from '@giapranh/core';
import { type FeatureQuery, type FilterValue, type QueryBox, queryFaults } from '@giapranh/store';
import type { Request } from 'express';
import { readCount, readDay, readParameters } from '../http/parameters.js';
import { CRS84 } from './links.js';

export const DEFAULT_LIMIT = 100;
/** A greater limit is answered with this many and a `next` link. */
export const GREATEST_LIMIT = 10_000;

const FIXED = ['bbox', 'bbox-crs', 'datetime', 'asOf', 'limit', 'offset'] as const;

/** Properties that may be asked for by equality. */
export function filterProperties(definition: LayerDefinition): readonly PropertyDefinition[] {
  return definition.properties.filter(
    ({ name, type }) => type !== 'json' && !FIXED.some((fixed) => fixed === name),
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

/** What `…/items` was asked, checked to the last parameter: all faults at once. */
export function readItemQuery(
  request: Request,
  definition: LayerDefinition,
  today: IsoDate,
): Result<FeatureQuery & { readonly period: Period }> {
  const properties = filterProperties(definition);
  const known = [...FIXED, ...properties.map(({ name }) => name)];
  const parameters = readParameters(request, known, ['json', 'geojson']);
  if (!parameters.ok) return parameters;
  const values = parameters.value;
  const boxText = values.get('bbox');
  const box = boxText === undefined ? ok(undefined) : readBox(boxText);
  const period = readPeriod(values, today);
  const limit = readCount(values.get('limit'), 'limit', {
    least: 1,
    most: GREATEST_LIMIT,
    otherwise: DEFAULT_LIMIT,
  });
  const offset = readCount(values.get('offset'), 'offset', {
    least: 0,
    most: Number.MAX_SAFE_INTEGER,
    otherwise: 0,
  });
  const crs = values.get('bbox-crs');
  const foreignCrs =
    crs === undefined || crs === CRS84
      ? []
      : [
          issue(
            'server-bbox-crs',
            ['query', 'bbox-crs'],
            `"bbox-crs" chỉ có thể là ${CRS84}.`,
            `"bbox-crs" can only be ${CRS84}.`,
          ),
        ];
  const faults = [...issuesOf(box, period, limit, offset), ...foreignCrs];
  if (!box.ok || !period.ok || !limit.ok || !offset.ok || faults.length > 0) {
    const [first, ...rest] = faults;
    if (first !== undefined) return err(first, ...rest);
    throw new Error('a parameter failed without an issue');
  }
  const filter = Object.fromEntries(
    properties.flatMap((property) => {
      const text = values.get(property.name);
      return text === undefined ? [] : [[property.name, filterValue(property, text)]];
    }),
  );
  const query = {
    layer: definition.id,
    ...(box.value === undefined ? {} : { bbox: box.value }),
    filter,
    limit: limit.value,
    offset: offset.value,
  };
  const [first, ...rest] = queryFaults(query);
  return first === undefined ? ok({ ...query, period: period.value }) : err(first, ...rest);
}
