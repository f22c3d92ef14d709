import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LayerFeature, Secrecy } from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';
import type { Point } from 'geojson';
import { expect } from 'vitest';
import { must } from '../must.js';
import { addUser, type Rights, type Session } from '../people.js';
import type { RunningServer } from '../running-server.js';

/** Huyện Chợ Đồn and huyện Na Rì of Bắc Kạn, as they were. */
export const [OWN, OTHER] = ['2023:064', '2023:066'];

export interface Person {
  readonly name: string;
  readonly rights: Rights | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** A server, the store behind it, and people of all kinds. */
export interface World {
  readonly url: string;
  readonly store: FeatureStore;
  readonly people: readonly Person[];
}

const LEVELS: readonly (readonly Secrecy[])[] = [
  ['public'],
  ['public', 'internal'],
  ['public', 'internal', 'restricted'],
];

/** Whoever did not sign in, each of the roles with each set of levels, and one editor of one district. */
export async function addPeople(
  url: string,
  admin: Session,
  roles: readonly Rights['role'][],
): Promise<readonly Person[]> {
  const people: Person[] = [{ name: 'anonymous', rights: null, headers: {} }];
  const add = async (name: string, rights: Rights): Promise<void> => {
    const { token } = await addUser(url, admin, name, rights);
    people.push({ name, rights, headers: { authorization: `Bearer ${token}` } });
  };
  for (const role of roles) {
    for (const secrecy of LEVELS) await add(`${role}-${secrecy.length}`, { role, secrecy, units: 'all' });
  }
  await add('huyen', { role: 'editor', secrecy: ['public', 'internal', 'restricted'], units: [OWN ?? ''] });
  return people;
}

export function ask(
  { url }: Pick<World, 'url'>,
  person: Person,
  method: string,
  path: string,
  body?: string,
): Promise<Response> {
  return fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { ...person.headers, 'content-type': 'application/json' },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: body ?? '{}' }),
  });
}

const AT = [106.05, 22.4] as const;
export const point: Point = { type: 'Point', coordinates: [...AT] };
const CELL = (z: number) => {
  const [lon, lat] = AT;
  const y = Math.asinh(Math.tan((lat * Math.PI) / 180));
  return [z, Math.floor(((lon + 180) / 360) * 2 ** z), Math.floor(((1 - y / Math.PI) / 2) * 2 ** z)] as const;
};

/** What is internal moves public priorities while it is recent: that an old sighting does not, shows what is hidden alone. */
const LONG_AGO = { seen_on: '2001-01-01' };

export function hidden(
  layer: 'tips' | 'equipment' | 'places',
  id: string,
  secrecy: Secrecy,
  unit?: string,
): LayerFeature {
  const properties =
    unit === undefined
      ? { name: 'Kho vật liệu' }
      : { kind: 'x', unit_code: unit, ...(layer === 'equipment' ? LONG_AGO : {}) };
  return { layer, id, geometry: point, properties, validity: { from: null, to: null }, secrecy };
}

/** What is hidden from whom: what it is, the feature, and the unit it is of. */
export const HIDDEN = [
  ['a tip', hidden('tips', 'hidden-1', 'restricted', '066'), OTHER],
  ['a restricted sighting', hidden('equipment', 'hidden-1', 'restricted', '066'), OTHER],
  ['a sighting of another unit', hidden('equipment', 'hidden-1', 'internal', '066'), OTHER],
  ['a restricted place of a public layer', hidden('places', 'hidden-1', 'restricted'), undefined],
] as const;

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
async function seenBy(world: World, person: Person): Promise<Readonly<Record<string, string>>> {
  const answers = await Promise.all(
    [...PATHS, ...EVERYWHERE].map(async (path) => {
      const response = await ask(world, person, 'GET', path);
      const headers = [...response.headers].filter(([name]) => name !== 'date').sort();
      const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
      const told = body.replace(/"timeStamp":"[^"]*"/, '');
      const sum = createHash('sha256').update(told).digest('hex').slice(0, 12);
      return [path, `${response.status} ${JSON.stringify(headers)} ${sum} ${told.slice(0, 300)}`] as const;
    }),
  );
  return Object.fromEntries(answers);
}

async function tagOf(world: World, person: Person, path: string): Promise<string | null> {
  return (await ask(world, person, 'GET', path)).headers.get('etag');
}

function blindTo({ people }: World, { secrecy, unit }: { secrecy: Secrecy; unit?: string }): Person[] {
  // What a role may read does not hang on the role: one of each is enough.
  const readers = people.filter(({ name }) => /^(anonymous|viewer-|admin-|huyen)/.test(name));
  return readers.filter(({ rights }) => {
    if (rights === null || !rights.secrecy.includes(secrecy)) return true;
    return rights.units !== 'all' && !rights.units.includes(unit ?? '');
  });
}

const PATIENCE_MS = 60_000;

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !(await holds()); await sleep(50)) {
    if (performance.now() > end) throw new Error('it did not come in time');
  }
}

/**
 * A first sighting, which stays, has all sites judged as of today and says that sightings are kept at all: public flags
 * move. None of the later ones here moves any. A public place put in after the judgement ends what the tiles have to
 * hear of: changes reach them in their order.
 */
export async function untilJudged(server: RunningServer, { store }: Pick<World, 'store'>): Promise<void> {
  const first = hidden('equipment', 'first', 'internal', '066');
  must(await store.applyEdits('equipment', [{ op: 'insert', feature: first }], {}));
  await until(() => /judged anew/.test(server.output()));
  const last = hidden('places', 'last', 'public');
  must(await store.applyEdits('places', [{ op: 'insert', feature: last }], {}));
  await until(
    async () => (await fetch(`${server.url}/tiles/places/${CELL(14).join('/')}.mvt`)).status === 200,
  );
}

/** A feature put in changes nothing of what those who may not see it are told, and something for who may. */
export async function expectHidden(
  world: World,
  feature: LayerFeature,
  unit: string | undefined,
): Promise<void> {
  const blind = blindTo(world, {
    secrecy: feature.secrecy ?? 'public',
    ...(unit === undefined ? {} : { unit }),
  });
  const sighted = world.people.find(({ name }) => name === 'viewer-3');
  expect(blind.length).toBeGreaterThan(1);
  const before = new Map<Person, Readonly<Record<string, string>>>();
  for (const person of blind) before.set(person, await seenBy(world, person));
  if (sighted === undefined) throw new Error('nobody to see it');
  const sightedBefore = await seenBy(world, sighted);
  const tile = `/tiles/${feature.layer}/${CELL(14).join('/')}.mvt`;
  const tag = await tagOf(world, sighted, tile);

  must(await world.store.applyEdits(feature.layer, [{ op: 'insert', feature }], {}));
  try {
    // The tiles know of it too, before the others are asked again.
    await until(async () => (await tagOf(world, sighted, tile)) !== tag);
    const sightedAfter = await seenBy(world, sighted);
    const shown = [...PATHS].filter((path) => sightedAfter[path] !== sightedBefore[path]);
    expect(shown).toContain(tile);
    expect(shown).toContain(`/collections/${feature.layer}/items/hidden-1`);
    expect(shown).toContain(`/tiles/${feature.layer}.json`);
    for (const person of blind)
      expect([person.name, await seenBy(world, person)]).toEqual([person.name, before.get(person)]);
  } finally {
    must(await world.store.applyEdits(feature.layer, [{ op: 'delete', id: feature.id }], {}));
  }
}
