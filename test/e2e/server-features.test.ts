import { CATALOG } from '@giapranh/core';
import type { Feature } from 'geojson';
import { expect, inject, it } from 'vitest';
import { rawGet } from './raw-get.js';

interface Link {
  readonly rel: string;
  readonly href: string;
}
interface Page {
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly asOf?: string;
  readonly features: readonly Feature[];
  readonly links: readonly Link[];
}

const server = inject('serverUrl');

async function get<T>(path: string, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(new URL(path, server), { headers });
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

const linkTo = (page: { readonly links: readonly Link[] }, rel: string): string | undefined =>
  page.links.find((link) => link.rel === rel)?.href;

it('opens with a landing document for programs and a page for browsers', async () => {
  const landing = await get<{ links: Link[] }>('/', { accept: 'application/json' });
  for (const rel of ['service-desc', 'conformance', 'data', 'self']) {
    const href = linkTo(landing, rel);
    expect(href?.startsWith(server), rel).toBe(true);
    expect((await fetch(href ?? '')).status, rel).toBe(200);
  }
  const page = await fetch(server, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
  expect(page.headers.get('content-type')).toContain('text/html');
  // WebAssembly may be compiled, and nothing else that is called unsafe.
  expect(page.headers.get('content-security-policy')).not.toMatch(/(?<!'wasm-)unsafe|https?:|\*/);
  // Pages of data run nothing at all.
  const data = await fetch(`${server}/collections?f=html`);
  expect(data.headers.get('content-security-policy')).toMatch(
    /^default-src 'none';(?!.*(script|unsafe|https?:|\*))/,
  );
});

it('lists every layer of the catalogue, each with its ground, time, links and credit', async () => {
  const { collections } = await get<{ collections: (Page & { id: string; attribution: string })[] }>(
    '/collections',
  );
  expect(collections.map(({ id }) => id)).toEqual(CATALOG.map(({ id }) => id));
  for (const collection of collections) {
    expect(collection.attribution, collection.id).not.toBe('');
    const one = await get<Page>(`/collections/${collection.id}`);
    // The page of one collection is its own.
    const links = one.links.filter(({ rel }) => rel !== 'alternate');
    expect({ ...one, links }).toEqual(collection);
    expect(one).toHaveProperty('extent.spatial.bbox.0.length', 4);
  }
});

const GUARDED = ['Registers', 'Users', 'Exchange'];

it('describes itself in OpenAPI: every address it names answers', async () => {
  const api = await get<{ openapi: string; paths: Record<string, { get?: { tags: string[] } }> }>('/api');
  expect(api.openapi).toMatch(/^3\.1\./);
  // These answer only who may read them: server-edits.test.ts, access.test.ts, exchange.test.ts.
  const plain = Object.entries(api.paths).flatMap(([path, { get: read }]) =>
    path.includes('{') || read === undefined || read.tags.some((tag) => GUARDED.includes(tag)) ? [] : [path],
  );
  expect(plain.length).toBeGreaterThan(2 * CATALOG.length);
  for (const path of plain) {
    const response = await fetch(new URL(path, server), { headers: { accept: 'application/json' } });
    expect(response.status, path).toBe(200);
    await response.arrayBuffer();
  }
});

it('pages through a layer by its next links, for any limit, and back by prev', async () => {
  const whole = await get<Page>('/collections/communes/items?limit=10000');
  expect(whole.features).toHaveLength(whole.numberMatched);
  const ids: unknown[] = [];
  let back: string | undefined;
  let next: string | undefined = '/collections/communes/items?limit=61&lang=en';
  while (next !== undefined) {
    const page: Page = await get<Page>(next);
    expect(page.numberMatched).toBe(whole.numberMatched);
    expect(page.numberReturned).toBe(page.features.length);
    ids.push(...page.features.map(({ id }) => id));
    next = linkTo(page, 'next');
    if (next !== undefined) expect(new URL(next).searchParams.get('lang')).toBe('en');
    back = linkTo(page, 'prev');
  }
  expect(ids).toEqual(whole.features.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect((await get<Page>(back ?? '')).features).toHaveLength(61);
});

it('answers as of a day: districts until the reform, none after, provinces of both vintages by their own', async () => {
  const count = async (path: string): Promise<number> => (await get<Page>(path)).numberMatched;
  expect(await count('/collections/districts/items?asOf=2023-05-23&limit=1')).toBeGreaterThan(0);
  expect(await count('/collections/districts/items?asOf=2025-07-01&limit=1')).toBe(0);
  expect(await count('/collections/communes/items?datetime=2023-05-23T00:00:00Z&limit=1')).toBe(0);
  const names = async (day: string): Promise<unknown[]> =>
    (await get<Page>(`/collections/provinces/items?asOf=${day}`)).features.map(
      ({ properties }) => properties?.['code'],
    );
  expect(await names('2023-05-23')).toContain('06');
  expect(await names('2026-01-01')).not.toContain('06');
  const [before, after, both] = await Promise.all(
    ['asOf=2023-05-23', 'asOf=2026-01-01', 'datetime=../..'].map((query) =>
      count(`/collections/provinces/items?limit=1&${query}`),
    ),
  );
  expect(both).toBe((before ?? 0) + (after ?? 0));
});

it('filters by box and by property, and gives one feature by its id', async () => {
  const box = await get<Page>('/collections/communes/items?bbox=105.5,22.1,105.6,22.2&limit=1000');
  const all = await get<Page>('/collections/communes/items?limit=1');
  expect(box.numberMatched).toBeGreaterThan(0);
  expect(box.numberMatched).toBeLessThan(all.numberMatched);
  const caoBang = await get<Page>('/collections/communes/items?province_code=04&limit=1000');
  expect(caoBang.features.every(({ properties }) => properties?.['province_code'] === '04')).toBe(true);
  const [first] = caoBang.features;
  const one = await get<Feature>(`/collections/communes/items/${encodeURIComponent(String(first?.id))}`);
  expect(one).toMatchObject({ id: first?.id, geometry: first?.geometry, properties: first?.properties });
});

it('knows when a page has not changed', async () => {
  const path = new URL('/collections/provinces/items?asOf=2026-01-01', server);
  const first = await rawGet(path, {});
  const again = await rawGet(path, { 'if-none-match': first.headers.etag ?? '' });
  expect([first.status, again.status]).toEqual([200, 304]);
});

it.each([
  ['/collections/mines', 404, 'server-layer-unknown'],
  ['/collections/incidents', 404, 'server-layer-unknown'],
  ['/collections/incidents/items', 404, 'server-layer-unknown'],
  ['/processes/nothing', 404, 'server-process-unknown'],
  ['/jobs/nothing', 404, 'server-job-unknown'],
  ['/nowhere', 404, 'server-path-unknown'],
  ['/collections/communes/items/2025-07-01:99999', 404, 'server-feature-unknown'],
  ['/collections/communes/items?limt=3', 400, 'server-parameter-unknown'],
  ['/collections/communes/items?asOf=2023-02-30', 400, 'server-day'],
  ['/collections/communes/items?bbox=1,2,3', 400, 'server-bbox'],
  ['/tiles/communes/3/9/0.mvt', 404, 'server-tile-outside'],
  ['/tiles/communes/17/1/1.mvt', 404, 'server-tile-too-deep'],
  ['/tiles/communes,mines/8/1/1.mvt', 404, 'server-layer-unknown'],
  ['/tiles/communes/8/1/1.mvt?asOf=now', 400, 'server-day'],
  ['/collections/%zz', 400, 'server-request-malformed'],
])('tells what is wrong with %s as a problem document in both languages', async (path, status, code) => {
  const titles: string[] = [];
  for (const language of ['vi', 'en']) {
    const response = await fetch(`${server}${path}`, { headers: { 'accept-language': language } });
    const problem = (await response.json()) as { status: number; title: string; issues: { code: string }[] };
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(problem.status).toBe(status);
    expect(problem.issues[0]?.code).toBe(code);
    titles.push(problem.title);
  }
  expect(titles[0]).not.toBe(titles[1]);
});

it('is read only where nothing is recorded', async () => {
  const response = await fetch(new URL('/collections', server), { method: 'POST', body: '{}' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
});
