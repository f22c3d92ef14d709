import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LayerFeature, Secrecy } from '@giapranh/core';
import { type FeatureStore, openStore } from '@giapranh/store';
import type { Point } from 'geojson';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { mayDo } from '../../server/src/access/reader.js';
import { ROUTES, type RouteName } from '../../server/src/access/routes.js';
import { loadedCopy } from '../loaded-copy.js';
import { must } from '../must.js';
import { addUser, choosePassword, printedLink, type Rights, type Session } from '../people.js';
import { type RunningServer, startRunningServer } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';

/** Every route × role × secrecy against one server, and what a hidden feature changes for whom: nothing. */
const folders = withTemporaryFolders();
const OPERATOR = 'mot-ma-thu-nghiem-0007';
/** Huyện Chợ Đồn and huyện Na Rì of Bắc Kạn, as they were. */
const [OWN, OTHER] = ['2023:064', '2023:066'];

let server: RunningServer;
let store: FeatureStore;
let admin: Session;

interface Person {
  readonly name: string;
  readonly rights: Rights | null;
  readonly headers: Readonly<Record<string, string>>;
}
const people: Person[] = [];

const LEVELS: readonly (readonly Secrecy[])[] = [
  ['public'],
  ['public', 'internal'],
  ['public', 'internal', 'restricted'],
];
const ROLES = ['viewer', 'analyst', 'editor', 'admin'] as const;

beforeAll(async () => {
  const dataDir = await folders.create();
  await loadedCopy(inject('serverData'), dataDir);
  store = must(await openStore({ dataDir, profile: 'bac-kan' }));
  server = await startRunningServer({ GIAPRANH_DATA: dataDir, GIAPRANH_EDIT_TOKEN: OPERATOR });
  await sleep(100);
  admin = await choosePassword(server.url, printedLink(server), 'quan-tri');
  const add = async (name: string, rights: Rights) => {
    const { token } = await addUser(server.url, admin, name, rights);
    people.push({ name, rights, headers: { authorization: `Bearer ${token}` } });
  };
  people.push({ name: 'anonymous', rights: null, headers: {} });
  for (const role of ROLES) {
    for (const secrecy of LEVELS) await add(`${role}-${secrecy.length}`, { role, secrecy, units: 'all' });
  }
  await add('huyen', { role: 'editor', secrecy: ['public', 'internal', 'restricted'], units: [OWN] });
}, 300_000);

afterAll(async () => {
  await store.close();
  expect(await server.stop()).toBe(0);
});

const SAMPLES: Readonly<Record<string, string>> = {
  ':layers': 'communes',
  ':layer': 'communes',
  ':z': '5',
  ':x': '25',
  ':y': '13',
  ':row': '13',
  ':col': '25',
  ':fontstack': 'Noto%20Sans%20Regular',
  ':range': '0-255',
  ':name': 'nobody',
};

function sampleOf(route: RouteName): { readonly method: string; readonly path: string } {
  const [method = '', path = ''] = route.split(' ');
  const id = /tileMatrixSets/.test(path) ? 'WebMercatorQuad' : 'trace-unit';
  const filled = Object.entries({ ...SAMPLES, ':id': id }).reduce(
    (text, [name, value]) => text.replace(new RegExp(`${name}(?![a-z])`), value),
    path,
  );
  return { method, path: filled };
}

function ask(person: Person, method: string, path: string, body?: string): Promise<Response> {
  return fetch(server.url + path, {
    method,
    redirect: 'manual',
    headers: { ...person.headers, 'content-type': 'application/json' },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: body ?? '{}' }),
  });
}

it('lets each role and level through to each route it is granted, and to no other', async () => {
  const wrong: string[] = [];
  for (const person of people) {
    const reader = {
      id: person.name,
      secrecy: person.rights?.secrecy ?? (['public'] as const),
      units: 'all' as const,
      ...(person.rights === null ? {} : { role: person.rights.role }),
    };
    await Promise.all(
      Object.keys(ROUTES).map(async (name) => {
        const route = name as RouteName;
        if (route === 'DELETE /session') return;
        const { method, path } = sampleOf(route);
        const { status } = await ask(person, method, path);
        const granted = mayDo(reader, ROUTES[route]);
        const refused = person.rights === null ? 401 : 403;
        const right = granted
          ? (![401, 403].includes(status) || route === 'POST /tokens') && status < 500
          : status === refused;
        if (!right) wrong.push(`${person.name} ${route}: ${status}, ${granted ? 'granted' : 'not granted'}`);
      }),
    );
  }
  expect(wrong).toEqual([]);
}, 60_000);

const AT = [106.05, 22.4] as const;
const point: Point = { type: 'Point', coordinates: [...AT] };
const CELL = (z: number) => {
  const [lon, lat] = AT;
  const y = Math.asinh(Math.tan((lat * Math.PI) / 180));
  return [z, Math.floor(((lon + 180) / 360) * 2 ** z), Math.floor(((1 - y / Math.PI) / 2) * 2 ** z)] as const;
};

function hidden(
  layer: 'tips' | 'equipment' | 'places',
  id: string,
  secrecy: Secrecy,
  unit?: string,
): LayerFeature {
  const properties = unit === undefined ? { name: 'Kho vật liệu' } : { kind: 'x', unit_code: unit };
  return { layer, id, geometry: point, properties, validity: { from: null, to: null }, secrecy };
}

const PATHS = ['tips', 'equipment', 'places'].flatMap((layer) => [
  `/collections/${layer}`,
  `/collections/${layer}/items?limit=10000`,
  `/collections/${layer}/items?bbox=${AT[0] - 0.01},${AT[1] - 0.01},${AT[0] + 0.01},${AT[1] + 0.01}`,
  `/collections/${layer}/items?filter=${encodeURIComponent("id = 'hidden-1' OR id LIKE 'hidden%'")}`,
  `/collections/${layer}/items/hidden-1`,
  `/collections/${layer}/queryables`,
  `/collections/${layer}/tiles/WebMercatorQuad`,
  `/tiles/${layer}.json`,
  ...[4, 9, 14].map((z) => `/tiles/${layer}/${CELL(z).join('/')}.mvt`),
]);
const EVERYWHERE = ['/collections', '/readyz', '/units.json', '/api', '/profile.json', '/jobs'];

/** Everything an answer says: status, headers but the date, and each byte of the body but the time it was made. */
async function seenBy(person: Person): Promise<Readonly<Record<string, string>>> {
  const answers = await Promise.all(
    [...PATHS, ...EVERYWHERE].map(async (path) => {
      const response = await ask(person, 'GET', path);
      const headers = [...response.headers].filter(([name]) => name !== 'date').sort();
      const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
      const told = body.replace(/"timeStamp":"[^"]*"/, '');
      const sum = createHash('sha256').update(told).digest('hex').slice(0, 12);
      return [path, `${response.status} ${JSON.stringify(headers)} ${sum} ${told.slice(0, 300)}`] as const;
    }),
  );
  return Object.fromEntries(answers);
}

async function tagOf(person: Person, path: string): Promise<string | null> {
  return (await ask(person, 'GET', path)).headers.get('etag');
}

function blindTo({ secrecy, unit }: { secrecy: Secrecy; unit?: string }): Person[] {
  // What a role may read does not hang on the role: one of each is enough.
  const readers = people.filter(({ name }) => /^(anonymous|viewer-|admin-|huyen)/.test(name));
  return readers.filter(({ rights }) => {
    if (rights === null || !rights.secrecy.includes(secrecy)) return true;
    return rights.units !== 'all' && !rights.units.includes(unit ?? '');
  });
}

it.each([
  ['a tip', hidden('tips', 'hidden-1', 'restricted', '066'), OTHER],
  ['a restricted sighting', hidden('equipment', 'hidden-1', 'restricted', '066'), OTHER],
  ['a sighting of another unit', hidden('equipment', 'hidden-1', 'internal', '066'), OTHER],
  ['a restricted place of a public layer', hidden('places', 'hidden-1', 'restricted'), undefined],
] as const)(
  'tells who has no right nothing of %s',
  async (_what, feature, unit) => {
    const blind = blindTo({ secrecy: feature.secrecy ?? 'public', ...(unit === undefined ? {} : { unit }) });
    const sighted = people.find(({ name }) => name === 'viewer-3');
    expect(blind.length).toBeGreaterThan(1);
    const before = new Map<Person, Readonly<Record<string, string>>>();
    for (const person of blind) before.set(person, await seenBy(person));
    if (sighted === undefined) throw new Error('nobody to see it');
    const sightedBefore = await seenBy(sighted);
    const tile = `/tiles/${feature.layer}/${CELL(14).join('/')}.mvt`;
    const tag = await tagOf(sighted, tile);

    must(await store.applyEdits(feature.layer, [{ op: 'insert', feature }], {}));
    // The tiles know of it too, before the others are asked again.
    for (let at = 0; at < 200 && (await tagOf(sighted, tile)) === tag; at += 1) await sleep(50);
    const sightedAfter = await seenBy(sighted);
    const shown = [...PATHS].filter((path) => sightedAfter[path] !== sightedBefore[path]);
    expect(shown).toContain(tile);
    expect(shown).toContain(`/collections/${feature.layer}/items/hidden-1`);
    expect(shown).toContain(`/tiles/${feature.layer}.json`);
    for (const person of blind)
      expect([person.name, await seenBy(person)]).toEqual([person.name, before.get(person)]);
    must(await store.applyEdits(feature.layer, [{ op: 'delete', id: feature.id }], {}));
  },
  120_000,
);

it('takes as long to say that a hidden feature is not there as that none is', async () => {
  must(
    await store.applyEdits(
      'places',
      [{ op: 'insert', feature: hidden('places', 'hidden-2', 'restricted') }],
      {},
    ),
  );
  const [anonymous] = people;
  if (anonymous === undefined) throw new Error('nobody');
  const took: Record<'hidden' | 'absent', number[]> = { hidden: [], absent: [] };
  for (let at = 0; at < 400; at += 1) {
    const which = at % 2 === 0 ? 'hidden' : 'absent';
    const start = performance.now();
    const response = await ask(anonymous, 'GET', `/collections/places/items/${which}-2`);
    await response.text();
    expect(response.status).toBe(404);
    took[which].push(performance.now() - start);
  }
  const median = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length / 2] ?? 0;
  const [a, b] = [median(took.hidden), median(took.absent)];
  // Two hundred interleaved askings each: what is left is the noise of the machine.
  expect(Math.abs(a - b)).toBeLessThan(0.25 * Math.max(a, b));
  must(await store.applyEdits('places', [{ op: 'delete', id: 'hidden-2' }], {}));
});

it('lets an editor write within their units and levels only, and learn nothing by trying', async () => {
  const editor = people.find(({ name }) => name === 'huyen');
  const operator: Person = {
    name: 'operator',
    rights: null,
    headers: { authorization: `Bearer ${OPERATOR}` },
  };
  if (editor === undefined) throw new Error('no editor');
  const body = (unit: string | null, more: object = {}) =>
    JSON.stringify({
      type: 'Feature',
      geometry: point,
      properties: { kind: 'máy xúc', ...(unit === null ? {} : { unit_code: unit }) },
      ...more,
    });
  const post = (person: Person, text: string) => ask(person, 'POST', '/collections/equipment/items', text);
  expect((await post(editor, body(OTHER ?? ''))).status).toBe(403);
  expect((await post(editor, body(null))).status).toBe(403);
  const taken = await post(operator, body(OTHER ?? '', { id: 'taken' }));
  expect(taken.status).toBe(201);
  // The id that is taken where they may not look is no conflict: the server names theirs.
  const made = await post(editor, body(OWN ?? '', { id: 'taken' }));
  expect(made.status).toBe(201);
  const { id } = (await made.json()) as { id: string };
  expect(id).not.toBe('taken');
  for (const path of ['taken', 'not-there']) {
    const refused = await ask(editor, 'DELETE', `/collections/equipment/items/${path}`);
    expect(refused.status).toBe(428);
    const blind = await fetch(`${server.url}/collections/equipment/items/${path}`, {
      method: 'DELETE',
      headers: { ...editor.headers, 'if-match': '*' },
    });
    expect(blind.status).toBe(404);
  }
  const moved = await fetch(`${server.url}/collections/equipment/items/${id}`, {
    method: 'PUT',
    headers: { ...editor.headers, 'if-match': '*', 'content-type': 'application/json' },
    body: body(OTHER ?? ''),
  });
  expect(moved.status).toBe(403);
  const secret = await fetch(`${server.url}/collections/equipment/items/${id}`, {
    method: 'PATCH',
    headers: { ...editor.headers, 'if-match': '*', 'content-type': 'application/json' },
    body: JSON.stringify({ secrecy: 'restricted' }),
  });
  expect(secret.status).toBe(204);
  // A change that does not speak of its secrecy leaves it.
  const again = await fetch(`${server.url}/collections/equipment/items/${id}`, {
    method: 'PUT',
    headers: { ...editor.headers, 'if-match': '*', 'content-type': 'application/json' },
    body: body(OWN ?? ''),
  });
  expect(again.status).toBe(204);
  expect((await store.get('equipment', id))?.secrecy).toBe('restricted');
});
