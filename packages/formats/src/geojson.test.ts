import { describe, expect, it } from 'vitest';
import { parseGeoJson } from './geojson.js';

const point = (id: string): string =>
  `{"type":"Feature","properties":{"id":"${id}"},"geometry":{"type":"Point","coordinates":[105.8,22.1]}}`;
const names = (text: string): unknown[] => {
  const read = parseGeoJson(text);
  return read.ok ? read.value.map((feature) => feature.properties['id']) : [];
};

describe('one collection, however it is laid out', () => {
  const layouts: Readonly<Record<string, string>> = {
    'a feature a line': `{"type":"FeatureCollection","features":[\n${point('a')},\n${point('b')}\n]}\n`,
    'with a comma too many': `{"type":"FeatureCollection","features":[\n${point('a')},\n${point('b')},\n]}`,
    'the end on two lines': `{"type":"FeatureCollection","features":[\n${point('a')},\n${point('b')}\n]\n}\n`,
    'one line': `{"type":"FeatureCollection","features":[${point('a')},${point('b')}]}`,
    'spread out': JSON.stringify(
      JSON.parse(`{"type":"FeatureCollection","features":[${point('a')},${point('b')}]}`),
      null,
      2,
    ),
    'spread out behind a head on one line': `{"type":"FeatureCollection","features": [\n{\n${point('a').slice(1)},\n${point('b')}]}`,
  };
  for (const [layout, text] of Object.entries(layouts)) {
    it(layout, () => expect(names(text)).toEqual(['a', 'b']));
  }

  it('an empty collection has no features and no fault', () => {
    expect(parseGeoJson('{"type":"FeatureCollection","features":[]}')).toEqual({
      ok: true,
      value: [],
      notes: [],
    });
  });
});

it('counts bad features too, so that a place in the file stays the same place', () => {
  const read = parseGeoJson(
    `{"type":"FeatureCollection","features":[\n{"type":"Feat},\n42,\n${point('c')}\n]}`,
  );
  // The first line that is not JSON turns the reader to the whole text, which is not JSON either.
  expect(read.ok).toBe(false);
  const kept = parseGeoJson(
    `{"type":"FeatureCollection","features":[\n${point('a')},\n{"type":"Feat},\n42,\n${point('d')}\n]}`,
  );
  expect(kept.ok && kept.value.map(({ index }) => index)).toEqual([0, 3]);
  expect(kept.ok && kept.notes.map(({ code }) => code)).toEqual(['json-syntax', 'geojson-type']);
});

it('takes the old crs member for WGS 84 only', () => {
  const collection = (name: string): string =>
    `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"${name}"}},"features":[\n${point('a')}\n]}`;
  expect(names(collection('urn:ogc:def:crs:OGC:1.3:CRS84'))).toEqual(['a']);
  expect(names(collection('EPSG:4326'))).toEqual(['a']);
  expect(names(collection('urn:ogc:def:crs:EPSG::3405'))).toEqual([]);
  expect(names(collection('EPSG:32648'))).toEqual([]);
});
