import { transformer } from '@giapranh/core';
import type { Feature, Position } from 'geojson';
import { expect, inject, it } from 'vitest';

interface Page {
  readonly numberMatched: number;
  readonly features: readonly Feature[];
  readonly links: readonly { readonly rel: string; readonly href: string; readonly type?: string }[];
}

const server = inject('serverUrl');
const GRID = 'http://www.opengis.net/def/crs/EPSG/0/9213';
const q = encodeURIComponent;

async function page(path: string): Promise<Page> {
  const response = await fetch(new URL(path, server));
  expect(response.status, path).toBe(200);
  return (await response.json()) as Page;
}

const codesOf = async (path: string): Promise<string[]> => {
  const response = await fetch(new URL(path, server));
  const { issues } = (await response.json()) as { issues: { code: string }[] };
  expect(response.status).toBe(400);
  return issues.map(({ code }) => code);
};

it('filters by CQL2, as text and as JSON, and says what it may be asked', async () => {
  const text = "province_code = '04' AND CASEI(name) LIKE CASEI('%BẢO%')";
  const json = {
    op: 'and',
    args: [
      { op: '=', args: [{ property: 'province_code' }, '04'] },
      {
        op: 'like',
        args: [
          { op: 'casei', args: [{ property: 'name' }] },
          { op: 'casei', args: ['%BẢO%'] },
        ],
      },
    ],
  };
  const byText = await page(`/collections/communes/items?filter=${q(text)}`);
  const byJson = await page(
    `/collections/communes/items?filter-lang=cql2-json&filter=${q(JSON.stringify(json))}`,
  );
  expect(byText.numberMatched).toBeGreaterThan(0);
  expect(byText.features.every(({ properties }) => /bảo/i.test(properties?.['name']))).toBe(true);
  expect(byJson.features).toEqual(byText.features);
  const queryables = (await (await fetch(`${server}/collections/communes/queryables`)).json()) as {
    properties: Record<string, unknown>;
  };
  expect(Object.keys(queryables.properties)).toEqual(
    expect.arrayContaining(['geometry', 'name', 'province_code', 'valid_from']),
  );
  expect(await codesOf(`/collections/communes/items?filter=${q('nope = 1')}`)).toEqual([
    'filter-property-unknown',
  ]);
});

it('keeps every parameter in next and prev, for a filter and a CRS too', async () => {
  const start = `/collections/places/items?limit=7&offset=7&f=json&lang=en&crs=${q(GRID)}&filter=${q("name <> 'x'")}&bbox=105,22,106.5,23`;
  const here = await page(start);
  for (const rel of ['next', 'prev']) {
    const url = new URL(here.links.find((link) => link.rel === rel)?.href ?? '');
    for (const name of ['f', 'lang', 'crs', 'filter', 'bbox']) {
      expect(url.searchParams.get(name), `${rel} ${name}`).toBe(
        new URL(start, server).searchParams.get(name),
      );
    }
  }
  const next = await page(here.links.find(({ rel }) => rel === 'next')?.href ?? '');
  const back = await page(next.links.find(({ rel }) => rel === 'prev')?.href ?? '');
  expect(back.features).toEqual(here.features);
});

it('pages to the end by next alone: each feature once, counted the same, with every parameter', async () => {
  const start = `/collections/places/items?limit=97&lang=en&filter=${q("name <> 'x'")}`;
  const all = await page(start.replace('limit=97', 'limit=10000'));
  const seen: Feature['id'][] = [];
  for (let path: string | undefined = start; path !== undefined; ) {
    const { features, links, numberMatched }: Page = await page(path);
    seen.push(...features.map(({ id }) => id));
    expect(numberMatched).toBe(all.numberMatched);
    path = links.find(({ rel }) => rel === 'next')?.href;
    if (path === undefined) continue;
    const { searchParams } = new URL(path);
    expect(Number(searchParams.get('offset'))).toBe(seen.length);
    expect([searchParams.get('filter'), searchParams.get('lang')]).toEqual(["name <> 'x'", 'en']);
    expect(searchParams.get('after')).toMatch(/^\d+$/);
  }
  expect(seen).toEqual(all.features.map(({ id }) => id));
  expect(seen.length).toBe(all.numberMatched);
  expect(await codesOf('/collections/places/items?after=-1')).toEqual(['store-query-cursor']);
});

it('serves, boxes and filters in VN-2000, the axes east then north', async () => {
  const path = '/collections/communes/items?limit=1&province_code=04';
  const [stored, response] = [await page(path), await fetch(new URL(`${path}&crs=${q(GRID)}`, server))];
  expect(response.headers.get('content-crs')).toBe(`<${GRID}>`);
  const moved = ((await response.json()) as Page).features[0]?.geometry;
  const through = transformer('OGC:CRS84', 'EPSG:9213');
  const first = stored.features[0]?.geometry;
  if (!through.ok || moved?.type !== 'MultiPolygon' || first?.type !== 'MultiPolygon')
    throw new Error('shape');
  const at = (coordinates: Position[][][]): [number, number] => {
    const [x = 0, y = 0] = coordinates[0]?.[0]?.[0] ?? [];
    return [x, y];
  };
  const expected = through.value.tryPoint(at(first.coordinates)) ?? [0, 0];
  const found = at(moved.coordinates);
  // Coordinates are written to a tenth of a millimetre.
  expect(Math.hypot(found[0] - expected[0], found[1] - expected[1])).toBeLessThan(1e-4);
  const degrees = await page('/collections/places/items?limit=1&bbox=105.6,22.16,105.7,22.26');
  const box = [through.value.tryPoint([105.6, 22.16]), through.value.tryPoint([105.7, 22.26])].flat();
  const metres = await page(`/collections/places/items?limit=1&bbox=${box.join(',')}&bbox-crs=${q(GRID)}`);
  expect(Math.abs(metres.numberMatched - degrees.numberMatched)).toBeLessThan(5);
  expect(metres.numberMatched).toBeGreaterThan(10);
  const filter = `S_INTERSECTS(geometry, BBOX(${box.join(',')}))`;
  const byFilter = await page(`/collections/places/items?limit=1&filter=${q(filter)}&filter-crs=${q(GRID)}`);
  expect(Math.abs(byFilter.numberMatched - metres.numberMatched)).toBeLessThan(5);
  expect(await codesOf('/collections/places/items?crs=http://www.opengis.net/def/crs/EPSG/0/3857')).toEqual([
    'server-crs',
  ]);
});

it.each([
  '/collections',
  '/collections/communes',
  '/collections/communes/items?limit=3',
  '/collections/communes/queryables',
  '/conformance',
  '/api',
  '/tileMatrixSets',
  '/collections/communes/tiles',
  '/processes',
  '/processes/border-zone',
  '/jobs',
])('is a calm page for people in both languages: %s', async (path) => {
  for (const lang of ['vi', 'en']) {
    const url = new URL(path, server);
    url.searchParams.set('f', 'html');
    url.searchParams.set('lang', lang);
    const response = await fetch(url);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).not.toMatch(/<script|<style|\son\w+=|style="/);
    // What the page itself loads is ours; links may lead anywhere.
    const loaded = [...html.matchAll(/<(?:link|img|iframe)[^>]+(?:href|src)="([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(loaded).toEqual(['/pages.css']);
  }
  const asked = await fetch(new URL(path, server), { headers: { accept: 'text/html' } });
  expect(asked.headers.get('content-type')).toContain('text/html');
  await asked.arrayBuffer();
});

it('writes nothing of a request into a page unescaped', async () => {
  const attack = '"><script>alert(1)</script>';
  const response = await fetch(
    `${server}/collections/communes/items?limit=1&f=html&filter=${q(`name <> '${attack}'`)}`,
  );
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).not.toContain('<script');
});
