import { loadGeometryKernel, type Site, UnitRegistry } from '@giapranh/core';
import { expect, test } from 'vitest';
import { readSites } from '../read-sites.js';
import type { SiteContext } from '../site-context.js';
import { type SiteStreamFormat, siteStreamFormat, streamSites } from './stream-sites.js';

const context: SiteContext = {
  source: 'points',
  kernel: await loadGeometryKernel(),
  registry: new UnitRegistry({ vintages: [], records: [], lineage: [] }),
};

/** The text in pieces of a few letters: ends of pieces fall anywhere. */
async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function streamed(text: string, format: SiteStreamFormat, size = 7, batch = 2) {
  const sites: Site[] = [];
  const told: string[] = [];
  let failed: string | undefined;
  for await (const read of streamSites(inPieces(text, size), format, context, { batch })) {
    if (!read.ok) failed = read.issues[0].code;
    else {
      sites.push(...read.value.sites);
      told.push(...read.value.notes.map(({ code, path }) => `${code} ${path.join('/')}`));
    }
  }
  return { sites, told, failed };
}

const TABLE = `\uFEFFid;name;lon;lat
A;"Mỏ ""Một""
hai dòng";105,81;22,1

B;x;;22
C;y;105,82;22,2
D;z;205;22
E;w;105,83;22,3
`;

test('a table in pieces is the table read whole, and rows are numbered from its beginning', async () => {
  const whole = readSites(TABLE, 'csv', context);
  if (!whole.ok) throw new Error('the sample has good rows');
  const found = await streamed(TABLE, 'csv');
  expect(found.sites).toEqual(whole.value);
  expect(found.sites.map(({ id }) => id)).toEqual(['A', 'C', 'E']);
  expect(found.told).toEqual(whole.notes.map(({ code, path }) => `${code} ${path.join('/')}`));
  expect(found.told).toHaveLength(2);
});

const feature = (id: string, lon: number) => ({
  type: 'Feature',
  id,
  properties: { name: `"features": [ } ${id} \\`, nested: { features: [1, { a: ']' }] } },
  geometry: { type: 'Point', coordinates: [lon, 22.1] },
});
const BROKEN = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: ['x'] } };
const ALL = [feature('A', 105.8), feature('B', 105.9), BROKEN, feature('C', 106), feature('D', 106.1)];

test.each([
  ['on one line', JSON.stringify({ type: 'FeatureCollection', name: 'features', features: ALL })],
  ['pretty-printed', JSON.stringify({ type: 'FeatureCollection', features: ALL }, null, 2)],
  ['with members behind', JSON.stringify({ features: ALL, type: 'FeatureCollection', bbox: [1, 2] })],
])('a collection %s is cut into its features wherever its pieces end', async (_what, text) => {
  for (const size of [1, 7, 64, 10_000]) {
    const { sites, told, failed } = await streamed(text, 'geojson', size);
    expect(failed).toBeUndefined();
    expect(sites.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D']);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/features\/2\//);
  }
});

test('a sequence has a feature a line, with or without the record separator', async () => {
  const lines = [ALL[0], ALL[1], ALL[3]].map((one) => JSON.stringify(one));
  for (const text of [lines.join('\n'), lines.map((line) => `\u001e${line}\n`).join('')]) {
    expect(siteStreamFormat('stdin', text)).toBe('geojsonseq');
    const { sites } = await streamed(text, 'geojsonseq');
    expect(sites.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  }
  expect(siteStreamFormat('a.csv.gz', '{')).toBe('csv');
  expect(siteStreamFormat('-', JSON.stringify({ type: 'FeatureCollection', features: ALL }))).toBe('geojson');
});

test('a cut file keeps what came, and says that it is cut; what cannot be read at all ends the stream', async () => {
  const text = JSON.stringify({ type: 'FeatureCollection', features: ALL });
  const { sites, told } = await streamed(text.slice(0, text.indexOf('"id":"D"')), 'geojson', 50);
  expect(sites.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  expect(told.map((one) => one.split(' ')[0])).toContain('geojson-truncated');
  const bad = text.replace('{"type":"Feature","id":"A"', '{type:"Feature","id":"A"');
  expect((await streamed(bad, 'geojson', 50)).sites.map(({ id }) => id)).toEqual(['B', 'C', 'D']);
  expect((await streamed('id;x;y\nA;1;2\n', 'csv')).failed).toBe('site-crs-missing');
  expect((await streamed('', 'csv')).failed).toBe('csv-empty');
  expect((await streamed('{"a":[]}', 'geojson')).failed).toBe('geojson-type');
  const foreign = JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'EPSG:3405' } }, features: ALL }); // biome-ignore format: a file
  expect((await streamed(foreign, 'geojson')).failed).toBe('geojson-crs');
});
