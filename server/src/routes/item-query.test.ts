import { type IsoDate, layerDefinition, parseIsoDate } from '@giapranh/core';
import express from 'express';
import { expect, it } from 'vitest';
import { GREATEST_LIMIT, readItemQuery } from './item-query.js';

const today: IsoDate | undefined = parseIsoDate('2026-01-02');
const communes = layerDefinition('communes');

/** Through Express's own parser, without a socket. */
function ask(query: string) {
  if (today === undefined || communes === undefined) throw new Error('fixture');
  const request = Object.create(express.request, {
    app: { value: express() },
    url: { value: `/collections/communes/items?${query}` },
  });
  return readItemQuery(request, communes, today);
}

function value(query: string) {
  const read = ask(query);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const codes = (query: string): string[] => {
  const read = ask(query);
  return read.ok ? [] : read.issues.map(({ code }) => code);
};

it('asks about today, a hundred features, from the first', () => {
  expect(value('')).toMatchObject({ limit: 100, offset: 0, period: { first: today, last: today } });
});

it('reads the day of asOf, of an instant in Vietnam, and of an interval', () => {
  expect(value('asOf=2023-05-23').period).toEqual({ first: '2023-05-23', last: '2023-05-23' });
  expect(value('datetime=2025-06-30T18:00:00Z').period.first).toBe('2025-07-01');
  expect(value('datetime=2023-01-01/2025-07-01').period).toEqual({ first: '2023-01-01', last: '2025-07-01' });
  expect(value('datetime=../..').period).toEqual({ first: null, last: null });
  expect(value('datetime=2024-01-01/..').period).toEqual({ first: '2024-01-01', last: null });
});

it('reads the box, with or without heights, and filters typed by the catalogue', () => {
  expect(value('bbox=105,22,106,23').bbox).toEqual([105, 22, 106, 23]);
  expect(value('bbox=105,22,0,106,23,900').bbox).toEqual([105, 22, 106, 23]);
  expect(value('province_code=04&flag_count=3').filter).toEqual({ province_code: '04', flag_count: 3 });
});

it('answers a limit beyond the greatest with the greatest', () => {
  expect(value('limit=1000000').limit).toBe(GREATEST_LIMIT);
});

it('refuses what it does not understand, all at once', () => {
  expect(codes('limt=5')).toEqual(['server-parameter-unknown']);
  expect(codes('was=x')).toEqual(['server-parameter-unknown']);
  expect(codes('limit=1&limit=2')).toEqual(['server-parameter-repeated']);
  expect(codes('f=gml')).toEqual(['server-format']);
  expect(codes('limit=0&offset=-1&bbox=1,2,3&asOf=2023-02-30').sort()).toEqual([
    'server-bbox',
    'server-count',
    'server-count',
    'server-day',
  ]);
  expect(codes('asOf=2023-05-23&datetime=2023-05-23')).toEqual(['server-asof-twice']);
  expect(codes('datetime=2025-01-01/2024-01-01')).toEqual(['server-datetime']);
  expect(codes('datetime=..')).toEqual(['server-datetime']);
  expect(codes('bbox=105,23,106,22')).toEqual(['store-query-bbox']);
  expect(codes('flag_count=many')).toEqual(['store-query-value']);
  expect(codes('bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857')).toEqual(['server-bbox-crs']);
});
