import { setTimeout as sleep } from 'node:timers/promises';
import { type FeatureStore, openStore } from '@giapranh/store';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { mayDo } from '../../server/src/access/reader.js';
import { ROUTES, type RouteName } from '../../server/src/access/routes.js';
import { loadedCopy } from '../loaded-copy.js';
import { must } from '../must.js';
import { choosePassword, printedLink } from '../people.js';
import { type RunningServer, startRunningServer } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import {
  addPeople,
  ask,
  expectHidden,
  HIDDEN,
  hidden,
  OTHER,
  OWN,
  type Person,
  point,
  untilJudged,
  type World,
} from './hidden-feature.js';

/** Every route × role × secrecy against one server, and what a hidden feature changes for whom: nothing. */
const folders = withTemporaryFolders();
const OPERATOR = 'mot-ma-thu-nghiem-0007';

let server: RunningServer;
let store: FeatureStore;
let world: World;
let people: readonly Person[] = [];

const ROLES = ['viewer', 'analyst', 'editor', 'admin'] as const;

beforeAll(async () => {
  const dataDir = await folders.create();
  await loadedCopy(inject('serverData'), dataDir);
  store = must(await openStore({ dataDir, profile: 'bac-kan' }));
  server = await startRunningServer({ GIAPRANH_DATA: dataDir, GIAPRANH_EDIT_TOKEN: OPERATOR });
  await sleep(100);
  const { url } = server;
  people = await addPeople(url, await choosePassword(url, printedLink(server), 'quan-tri'), ROLES);
  world = { url, store, people };
  await untilJudged(server, world);
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
        const { status } = await ask(world, person, method, path);
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
}, 180_000);

it.each(HIDDEN)(
  'tells who has no right nothing of %s',
  (_what, feature, unit) => expectHidden(world, feature, unit),
  240_000,
);

/** Of the time an answer takes: less than noise on any network would leave to be seen. */
const LIKE = 0.1;

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
  const quarter = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length / 4] ?? 0;
  const difference = async (): Promise<number> => {
    const took: Record<'hidden' | 'absent', number[]> = { hidden: [], absent: [] };
    for (let at = 0; at < 400; at += 1) {
      // By the number of its bits (Thue–Morse): in step with nothing that comes and goes on the machine.
      const which = at.toString(2).replaceAll('0', '').length % 2 === 0 ? 'hidden' : 'absent';
      const start = performance.now();
      const response = await ask(world, anonymous, 'GET', `/collections/places/items/${which}-2`);
      await response.text();
      expect(response.status).toBe(404);
      took[which].push(performance.now() - start);
    }
    const [a, b] = [quarter(took.hidden), quarter(took.absent)];
    return Math.abs(a - b) / Math.max(a, b);
  };
  const differences: number[] = [];
  // Noise only adds, and not to all rounds on one side; what takes longer by itself does in each of them.
  do differences.push(await difference());
  while (Math.min(...differences) > LIKE && differences.length < 10);
  expect(Math.min(...differences)).toBeLessThan(LIKE);
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
  const post = (person: Person, text: string) =>
    ask(world, person, 'POST', '/collections/equipment/items', text);
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
    const refused = await ask(world, editor, 'DELETE', `/collections/equipment/items/${path}`);
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
