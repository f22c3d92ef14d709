import { REGISTERS } from '@giapranh/core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type RunningServer, startRunningServer } from '../running-server.js';

const TOKEN = 'mot-ma-thu-nghiem-0001';
const GRID = 'http://www.opengis.net/def/crs/EPSG/0/9213';
const INCIDENT = {
  type: 'Feature',
  id: 'thu-1',
  geometry: { type: 'Point', coordinates: [105.6, 22.16] },
  properties: { kind: 'khai thác', happened_on: '2026-03-01', people: 4, told: ['xã'] },
};

let server: RunningServer;
beforeAll(async () => {
  server = await startRunningServer({ GIAPRANH_DATA: inject('serverData'), GIAPRANH_EDIT_TOKEN: TOKEN });
});
afterAll(async () => {
  await server.stop();
});

function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${server.url}/collections/${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/geo+json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

it('creates, reads, replaces, updates and deletes, each on the state that was seen', async () => {
  await send('DELETE', 'incidents/items/thu-1', undefined, { 'if-match': '*' });
  const created = await send('POST', 'incidents/items', INCIDENT);
  expect(created.status).toBe(201);
  expect(created.headers.get('location')).toBe(`${server.url}/collections/incidents/items/thu-1`);
  expect((await send('POST', 'incidents/items', INCIDENT)).status).toBe(409);
  const first = created.headers.get('etag') ?? '';
  // Sealed: a number would count what others wrote and this reader may not see.
  expect(first).toMatch(/^"[0-9a-f]{24}"$/);
  const read = await send('GET', 'incidents/items/thu-1');
  expect(read.headers.get('etag')).toBe(first);
  expect(await read.json()).toMatchObject({
    id: 'thu-1',
    geometry: INCIDENT.geometry,
    properties: { people: 4 },
  });

  const changed = { ...INCIDENT, properties: { kind: 'vận chuyển' } };
  const path = 'incidents/items/thu-1';
  expect((await send('PUT', path, changed)).status).toBe(428);
  expect((await send('PUT', path, changed, { 'if-match': '"r1"' })).status).toBe(412);
  const replaced = await send('PUT', path, changed, { 'if-match': first });
  expect(replaced.status).toBe(204);
  const second = replaced.headers.get('etag') ?? '';
  expect(second).not.toBe(first);
  expect((await send('PATCH', path, { properties: { people: 9 } }, { 'if-match': first })).status).toBe(412);
  const patched = await send('PATCH', path, { properties: { people: 9 } }, { 'if-match': second });
  expect(patched.status).toBe(204);
  expect(await (await send('GET', path)).json()).toMatchObject({
    properties: { kind: 'vận chuyển', people: 9, told: null },
  });
  const filtered = await send('GET', `incidents/items?filter=${encodeURIComponent('people = 9')}`);
  expect(await filtered.json()).toMatchObject({ numberMatched: 1 });
  expect((await send('DELETE', path, undefined, { 'if-match': second })).status).toBe(412);
  expect(
    (await send('DELETE', path, undefined, { 'if-match': patched.headers.get('etag') ?? '' })).status,
  ).toBe(204);
  expect((await send('GET', path)).status).toBe(404);
});

it('takes the example of each register as the API document gives it', async () => {
  interface Operation {
    readonly requestBody: { readonly content: Readonly<Record<string, { readonly example: object }>> };
  }
  const { paths } = (await (await fetch(`${server.url}/api?f=json`)).json()) as {
    paths: Readonly<Record<string, { readonly post?: Operation }>>;
  };
  for (const { id } of REGISTERS) {
    const content = paths[`/collections/${id}/items`]?.post?.requestBody.content;
    const created = await send('POST', `${id}/items`, content?.['application/geo+json']?.example);
    expect([id, created.status, created.status === 201 ? '' : await created.text()]).toEqual([id, 201, '']);
    const path = new URL(created.headers.get('location') ?? '').pathname.replace('/collections/', '');
    expect((await send('DELETE', path, undefined, { 'if-match': '*' })).status).toBe(204);
  }
});

it('takes coordinates in VN-2000 by Content-Crs', async () => {
  const geometry = { type: 'Point', coordinates: [406_980.0795, 2_451_656.8044] };
  const { id: _, ...unnamed } = INCIDENT;
  const created = await send(
    'POST',
    'incidents/items',
    { ...unnamed, geometry },
    { 'content-crs': `<${GRID}>` },
  );
  expect(created.status).toBe(201);
  const url = new URL(created.headers.get('location') ?? '');
  const path = url.pathname.replace('/collections/', '');
  const stored = (await (await send('GET', path)).json()) as typeof INCIDENT;
  // The way back through the datums keeps a millimetre, 1e-8 degrees; five are let pass.
  expect(stored.geometry.coordinates[0]).toBeCloseTo(105.6, 7);
  expect(stored.geometry.coordinates[1]).toBeCloseTo(22.16, 7);
  await send('DELETE', path, undefined, { 'if-match': '*' });
});

it.each([
  ['not JSON', 'incidents', '{', {}, 400],
  ['another type', 'incidents', 'x', { 'content-type': 'text/plain' }, 415],
  ['no geometry', 'incidents', { type: 'Feature', properties: {} }, {}, 422],
  ['a misspelt property', 'incidents', { ...INCIDENT, properties: { knd: 'x' } }, {}, 422],
  [
    'a place off the earth',
    'incidents',
    { ...INCIDENT, geometry: { type: 'Point', coordinates: [1, 200] } },
    {},
    422,
  ],
  ['a bad day', 'incidents', { ...INCIDENT, properties: { happened_on: '2026-02-30' } }, {}, 422],
  ['a computed layer', 'communes', INCIDENT, {}, 405],
  ['an unknown layer', 'nothing', INCIDENT, {}, 404],
  ['too much', 'incidents', `"${'x'.repeat(6_000_000)}"`, {}, 413],
  ['no token', 'incidents', INCIDENT, { authorization: '' }, 401],
  ['a wrong token', 'incidents', INCIDENT, { authorization: 'Bearer nobody' }, 401],
])('refuses %s', async (_what, layer, body, headers, status) => {
  const response = await send('POST', `${layer}/items`, body, headers);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});

it('hides registers from who has no right, as if they were not there', async () => {
  const anonymous = { authorization: '' };
  const hidden = await send('GET', 'incidents/items', undefined, anonymous);
  const missing = await send('GET', 'nothing/items', undefined, anonymous);
  const text = async (response: Response): Promise<string> =>
    (await response.text()).replaceAll(/incidents|nothing/g, '…');
  expect([hidden.status, await text(hidden)]).toEqual([missing.status, await text(missing)]);
  const list = (await (await fetch(`${server.url}/collections`)).json()) as { collections: { id: string }[] };
  expect(list.collections.map(({ id }) => id)).not.toContain('incidents');
});

it('lists to the bearer of a token the jobs asked for with it, and to nobody else', async () => {
  const authorization = `Bearer ${TOKEN}`;
  const accepted = await fetch(`${server.url}/processes/trace-unit/execution`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', prefer: 'respond-async' },
    body: JSON.stringify({ inputs: { name: 'Bắc Kạn', as_of: '2023-05-23' } }),
  });
  expect(accepted.status).toBe(201);
  const location = accepted.headers.get('location') ?? '';
  const listed = async (headers: Record<string, string>) => {
    const response = await fetch(`${server.url}/jobs`, { headers });
    const { jobs } = (await response.json()) as { jobs: readonly { jobID: string }[] };
    return jobs.map(({ jobID }) => jobID);
  };
  // Beside those of earlier runs: a job outlives its server.
  expect(await listed({ authorization })).toContain(location.split('/').at(-1));
  expect(await listed({})).toEqual([]);
  expect((await fetch(location)).status).toBe(404);
});
