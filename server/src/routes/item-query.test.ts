import { type IsoDate, layerDefinition, parseIsoDate } from '@giapranh/core';
import express from 'express';
import { expect, it } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../limits/limits.js';
import { readItemQuery } from './item-query.js';

const today: IsoDate | undefined = parseIsoDate('2026-01-02');
const communes = layerDefinition('communes');

/** Through Express's own parser, without a socket. */
function ask(query: string, limits: Partial<Limits> = {}) {
  if (today === undefined || communes === undefined) throw new Error('fixture');
  const request = Object.create(express.request, {
    app: { value: express() },
    url: { value: `/collections/communes/items?${query}` },
  });
  const config = { limits: { ...DEFAULT_LIMITS, ...limits } };
  return readItemQuery(request, communes, { profile: { crs: ['EPSG:9213'] }, today: () => today, config });
}

async function value(query: string) {
  const read = await ask(query);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return { ...read.value, ...read.value.query };
}

const codes = async (query: string): Promise<string[]> => {
  const read = await ask(query);
  return read.ok ? [] : read.issues.map(({ code }) => code);
};

it('asks about today, a hundred features, from the first', async () => {
  expect(await value('')).toMatchObject({ limit: 100, offset: 0, period: { first: today, last: today } });
});

it('reads the day of asOf, of an instant in Vietnam, and of an interval', async () => {
  expect((await value('asOf=2023-05-23')).period).toEqual({ first: '2023-05-23', last: '2023-05-23' });
  expect((await value('datetime=2025-06-30T18:00:00Z')).period.first).toBe('2025-07-01');
  expect((await value('datetime=2023-01-01/2025-07-01')).period).toEqual({
    first: '2023-01-01',
    last: '2025-07-01',
  });
  expect((await value('datetime=../..')).period).toEqual({ first: null, last: null });
  expect((await value('datetime=2024-01-01/..')).period).toEqual({ first: '2024-01-01', last: null });
});

it('reads the box, with or without heights, and filters typed by the catalogue', async () => {
  expect((await value('bbox=105,22,106,23')).bbox).toEqual([105, 22, 106, 23]);
  expect((await value('bbox=105,22,0,106,23,900')).bbox).toEqual([105, 22, 106, 23]);
  expect((await value('province_code=04&flag_count=3')).filter).toEqual({
    province_code: '04',
    flag_count: 3,
  });
});

it('answers a limit beyond the greatest with the greatest', async () => {
  expect((await value('limit=1000000')).limit).toBe(DEFAULT_LIMITS.page);
});

it('refuses a box larger than the operator allows', async () => {
  const code = async (query: string) => {
    const read = await ask(query, { bbox_deg2: 4 });
    return read.ok ? [] : read.issues.map((fault) => fault.code);
  };
  expect(await code('bbox=105,22,107,24')).toEqual([]);
  expect(await code('bbox=105,22,107,24.1')).toEqual(['server-bbox-large']);
  expect(await code('bbox=179,0,-179,2')).toEqual([]);
  expect(await codes('bbox=-180,-90,180,90')).toEqual([]);
});

it('refuses what it does not understand, all at once', async () => {
  expect(await codes('limt=5')).toEqual(['server-parameter-unknown']);
  expect(await codes('was=x')).toEqual(['server-parameter-unknown']);
  expect(await codes('limit=1&limit=2')).toEqual(['server-parameter-repeated']);
  expect(await codes('f=gml')).toEqual(['server-format']);
  expect(await codes('limit=0&offset=-1&bbox=1,2,3&asOf=2023-02-30').then((found) => found.sort())).toEqual([
    'server-bbox',
    'server-count',
    'server-count',
    'server-day',
  ]);
  expect(await codes('asOf=2023-05-23&datetime=2023-05-23')).toEqual(['server-asof-twice']);
  expect(await codes('datetime=2025-01-01/2024-01-01')).toEqual(['server-datetime']);
  expect(await codes('datetime=..')).toEqual(['server-datetime']);
  expect(await codes('bbox=105,23,106,22')).toEqual(['store-query-bbox']);
  expect(await codes('flag_count=many')).toEqual(['store-query-value']);
  expect(await codes('bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857')).toEqual(['server-crs']);
});

it('reads a filter in both writings, and boxes and literals in VN-2000', async () => {
  const asked = await value('filter=flag_count>2&filter-lang=cql2-text');
  expect(asked.where).toEqual({
    op: '>',
    left: { kind: 'property', name: 'flag_count' },
    right: { kind: 'value', value: 2 },
  });
  const json = encodeURIComponent('{"op":">","args":[{"property":"flag_count"},2]}');
  expect((await value(`filter-lang=cql2-json&filter=${json}`)).where).toEqual(asked.where);
  const grid = 'http://www.opengis.net/def/crs/EPSG/0/9213';
  const { bbox } = await value(`bbox=406980,2451656,407000,2451700&bbox-crs=${grid}`);
  expect(bbox?.map((degrees) => degrees.toFixed(3))).toEqual(['105.600', '22.160', '105.600', '22.160']);
  const { where } = await value(
    `filter=S_INTERSECTS(geometry,POINT(406980.0795 2451656.8044))&filter-crs=${grid}`,
  );
  expect(JSON.stringify(where)).toMatch(/105\.(6|59999999)\d*,22\.(16|15999999)/);
  expect(await codes('filter=flag_count>')).toEqual(['filter-syntax']);
  expect(await codes('filter=flags>1')).toEqual(['filter-property-unknown']);
  expect(await codes('filter=flag_count>1&filter-lang=ecql')).toEqual(['server-filter-lang']);
  expect(await codes('filter=S_WITHIN(geometry,POLYGON((0 0,1 1,1 0,0 1,0 0)))')).toEqual([
    'geometry-invalid',
  ]);
  expect(await codes(`crs=${grid}&bbox-crs=${grid}&bbox=1,2,3,4`)).toEqual(['coordinate-out-of-range']);
});
