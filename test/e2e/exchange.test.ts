import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadedCopy } from '../loaded-copy.js';
import { addUser, choosePassword, printedLink, type Rights, type Session } from '../people.js';
import { type RunningServer, startRunningServer } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { giapranh, jsonOf } from './cli-process.js';

/** Two provinces with their own installations: Bắc Kạn gives, Cao Bằng takes, on the memorandum of the two. */
const folders = withTemporaryFolders();
const DAY = '2023-05-23';
const SECRET = 'lời kể của người báo tin 7719';

interface Office {
  readonly server: RunningServer;
  readonly dataDir: string;
  readonly profile: string;
  readonly admin: Session;
}
let backan: Office;
let caobang: Office;
const tokens = new Map<string, string>();

async function open(profile: string, loaded: boolean): Promise<Office> {
  const dataDir = await folders.create();
  if (loaded) await loadedCopy(inject('serverData'), dataDir);
  const server = await startRunningServer({ GIAPRANH_DATA: dataDir, GIAPRANH_PROFILE: profile });
  await sleep(100);
  return {
    server,
    dataDir,
    profile,
    admin: await choosePassword(server.url, printedLink(server), 'quan-tri'),
  };
}

const ALL = ['public', 'internal', 'restricted'] as const;
const PEOPLE: readonly (readonly [office: 'backan' | 'caobang', name: string, rights: Rights])[] = [
  ['backan', 'xem', { role: 'viewer', secrecy: ALL, units: 'all' }],
  ['backan', 'phan-tich', { role: 'analyst', secrecy: ['public', 'internal'], units: 'all' }],
  ['backan', 'cong-khai', { role: 'analyst', secrecy: ['public'], units: 'all' }],
  ['backan', 'huyen', { role: 'analyst', secrecy: ['public', 'internal'], units: ['2023:064'] }],
  ['backan', 'ghi', { role: 'editor', secrecy: ALL, units: 'all' }],
  ['caobang', 'nhan', { role: 'editor', secrecy: ALL, units: 'all' }],
  ['caobang', 'mot-phan', { role: 'editor', secrecy: ['public', 'internal'], units: 'all' }],
];

let inZone: readonly number[] = [];
const FAR = [105.83, 22.147];

beforeAll(async () => {
  [backan, caobang] = await Promise.all([open('bac-kan', true), open('cao-bang', false)]);
  for (const [office, name, rights] of PEOPLE) {
    const { server, admin } = office === 'backan' ? backan : caobang;
    tokens.set(name, (await addUser(server.url, admin, name, rights)).token);
  }
  const rings = await fetch(
    `${backan.server.url}/collections/border-zones/items?asOf=${DAY}&pair=06-04&side=06&outer_m=500`,
  );
  const { features } = (await rings.json()) as {
    features: { geometry: { coordinates: number[][][][] } }[];
  };
  inZone = features[0]?.geometry.coordinates[0]?.[0]?.[0] ?? [];
}, 900_000);

afterAll(async () => {
  for (const office of [backan, caobang]) expect(await office.server.stop()).toBe(0);
});

function ask(office: Office, who: string, method: string, path: string, body?: unknown, type?: string) {
  const bytes = body instanceof Uint8Array;
  return fetch(office.server.url + path, {
    method,
    headers: {
      ...(who === '' ? {} : { authorization: `Bearer ${tokens.get(who)}` }),
      'content-type': type ?? (bytes ? 'application/zip' : 'application/json'),
      'if-match': '*',
      'accept-language': 'vi',
    },
    ...(body === undefined ? {} : { body: bytes ? Buffer.from(body) : JSON.stringify(body) }),
  });
}

async function record(layer: string, id: string, at: readonly number[], secrecy: string, more: object = {}) {
  const feature = {
    ...{ type: 'Feature', id, secrecy, geometry: { type: 'Point', coordinates: at } },
    properties: { kind: 'khai thác', unit_code: '2023:062', note: SECRET, ...more },
  };
  const made = await ask(backan, 'ghi', 'POST', `/collections/${layer}/items`, feature);
  expect([id, made.status]).toEqual([id, 201]);
}

async function packageBy(who: string): Promise<Uint8Array> {
  const made = await ask(backan, who, 'POST', '/exchange/packages', { with: '04', asOf: DAY });
  expect([who, made.status]).toEqual([who, 201]);
  const bytes = new Uint8Array(await made.arrayBuffer());
  const digest = createHash('sha256').update(bytes).digest('base64');
  expect(made.headers.get('repr-digest')).toBe(`sha-256=:${digest}:`);
  return bytes;
}

function members(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
}

interface Told {
  readonly applied: boolean;
  readonly written?: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly {
    readonly id: string;
    readonly state: string;
    readonly fields: readonly { readonly name: string; readonly here: unknown; readonly there: unknown }[];
  }[];
  readonly documents: readonly { readonly id: string; readonly state: string }[];
}

async function take(path: string, bytes: Uint8Array, who = 'nhan'): Promise<Told> {
  const answer = await ask(caobang, who, 'POST', path, bytes);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text) as Told;
}

async function propertiesAt(office: Office, who: string, id: string) {
  const found = await ask(office, who, 'GET', `/collections/incidents/items/${encodeURIComponent(id)}`);
  const body = (await found.json()) as { properties?: Record<string, unknown> };
  return { status: found.status, properties: body.properties ?? {} };
}

let first: Uint8Array;

describe('what Bắc Kạn gives', () => {
  beforeAll(async () => {
    await record('incidents', 'vu-chung', inZone, 'internal', { people: 3 });
    await record('incidents', 'vu-bo', inZone, 'internal');
    await record('incidents', 'vu-mat', inZone, 'restricted');
    await record('incidents', 'vu-xa', FAR, 'internal');
    await record('tips', 'tin-mat', inZone, 'restricted', { kind: 'tin' });
    await record('equipment', 'may-xuc', inZone, 'internal', { kind: 'máy xúc', plate: '97A-00001' });
    first = await packageBy('phan-tich');
  });

  it('is what the memorandum covers, in the zone, and says on whose authority', () => {
    const files = members(first);
    const manifest = JSON.parse(files['manifest.json'] ?? '{}');
    expect(manifest).toMatchObject({
      ...{ pair: '06-04', vintage: '2023', as_of: DAY, zone_m: 5000 },
      agreement: { document: 'bbgn-cao-bang-bac-kan' },
      from: { code: '06', profile: 'bac-kan' },
      to: { code: '04', name: 'Tỉnh Cao Bằng' },
      documents: ['bbgn-cao-bang-bac-kan', 'qcph-bac-kan-cao-bang'],
    });
    const of = (layer: string) =>
      JSON.parse(files[`${layer}.geojson`] ?? '{}').features as {
        id: string;
        properties: Record<string, unknown>;
      }[];
    expect(of('incidents').map(({ id }) => id)).toEqual(['vu-bo', 'vu-chung']);
    expect(of('incidents')[1]?.properties).toEqual({
      ...{ kind: 'khai thác', people: 3, unit_code: '2023:062', valid_from: null, valid_to: null },
    });
    expect(of('equipment').map(({ id }) => id)).toEqual(['may-xuc']);
    // Two sides, four rings each.
    expect(of('zone')).toHaveLength(8);
    // The one site of the province's own acts in the zone whose position is known, and none of open data.
    expect(of('mineral-sites').map(({ id }) => id)).toEqual(['BK-OFF-16']);
  });

  it('has nothing in its bytes of what is restricted, far away, or left out by policy', () => {
    const all = [strFromU8(first, true), ...Object.values(members(first)), ...Object.keys(members(first))];
    for (const text of all) {
      for (const hidden of [SECRET, 'vu-mat', 'vu-xa', 'tin-mat', 'tips', '97A-00001', 'restricted']) {
        expect(text.includes(hidden), hidden).toBe(false);
      }
    }
  });

  it('is no more than who asks may read, and says when that is not all', async () => {
    for (const who of ['cong-khai', 'huyen']) {
      const files = members(await packageBy(who));
      const text = Object.values(files).join('\n');
      expect([who, text.includes('vu-chung')]).toEqual([who, false]);
      const { members: told } = JSON.parse(files['manifest.json'] ?? '{}') as {
        members: { layer?: string; whole?: boolean }[];
      };
      expect(told.filter(({ layer, whole }) => layer === 'incidents' && whole === true)).toEqual([]);
    }
  });

  it('is given to nobody without the right, and to no province without an agreement', async () => {
    const order = { with: '04', asOf: DAY };
    expect((await ask(backan, 'xem', 'POST', '/exchange/packages', order)).status).toBe(403);
    expect((await ask(backan, '', 'POST', '/exchange/packages', order)).status).toBe(401);
    for (const refused of [
      { with: '02', asOf: DAY },
      { with: '04', asOf: '2026-01-01' },
    ]) {
      const answer = await ask(backan, 'phan-tich', 'POST', '/exchange/packages', refused);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ issues: [{ code: 'exchange-no-agreement' }] });
    }
  });
});

describe('what Cao Bằng takes', () => {
  it('is shown before anything changes', async () => {
    const told = await take('/exchange/diff', first);
    expect(told).toMatchObject({ applied: false, counts: { new: expect.any(Number) } });
    expect(told.changes.map(({ id }) => id)).toContain('06:vu-chung');
    expect(told.changes.every(({ state }) => state === 'new')).toBe(true);
    expect(told.documents.map(({ state }) => state)).toEqual(['new', 'new']);
    expect((await propertiesAt(caobang, 'nhan', '06:vu-chung')).status).toBe(404);
  });

  it('is nothing that is changed, foreign, not as announced, or no package; told in both languages', async () => {
    const files = unzipSync(first);
    const changed = strToU8(
      strFromU8(files['incidents.geojson'] ?? new Uint8Array()).replace('"people":3', '"people":9'),
    );
    const tampered = zipSync({ ...files, 'incidents.geojson': changed });
    const cases = [
      ['exchange-checksum', caobang, 'nhan', tampered, ''],
      ['exchange-package', caobang, 'nhan', strToU8('x'), ''],
      ['exchange-other-package', caobang, 'nhan', first, `?sha256=${'0'.repeat(64)}`],
      ['exchange-foreign', backan, 'ghi', first, ''],
    ] as const;
    for (const [code, office, who, bytes, query] of cases) {
      for (const path of ['/exchange/diff', '/exchange/imports']) {
        const answer = await ask(office, who, 'POST', path + query, bytes);
        expect([code, path, answer.status]).toEqual([code, path, 422]);
        expect(await answer.json()).toMatchObject({ issues: [{ code }] });
      }
    }
    const told = async (language: string) => {
      const answer = await ask(caobang, 'nhan', 'POST', `/exchange/diff?lang=${language}`, tampered);
      return ((await answer.json()) as { detail: string }).detail;
    };
    expect(await told('vi')).toContain('gói đã bị sửa');
    expect(await told('en')).toContain('the package was changed');
    const large = await ask(caobang, 'nhan', 'POST', '/exchange/diff', new Uint8Array(21_000_000));
    expect(large.status).toBe(413);
    expect((await ask(caobang, 'nhan', 'POST', '/exchange/diff', {}, 'application/json')).status).toBe(415);
    expect((await ask(caobang, 'mot-phan', 'POST', '/exchange/diff', first)).status).toBe(403);
    expect((await ask(caobang, '', 'POST', '/exchange/imports', first)).status).toBe(401);
  });

  it('is there with its origin once it is taken in, and taking it again changes nothing', async () => {
    const done = await take('/exchange/imports', first);
    expect(done.applied).toBe(true);
    expect(done.written).toBe(done.counts['new']);
    const sha256 = createHash('sha256').update(first).digest('hex');
    const { status, properties } = await propertiesAt(caobang, 'nhan', '06:vu-chung');
    expect(status).toBe(200);
    expect(properties).toMatchObject({ people: 3, source: `urn:giapranh:exchange:06:${sha256}`, note: null });
    const site = await ask(caobang, '', 'GET', '/collections/mineral-sites/items/06%3ABK-OFF-16');
    const { properties: told } = (await site.json()) as { properties: Record<string, unknown> };
    expect(told).toMatchObject({ site_id: '06:BK-OFF-16', source: properties['source'] });
    // Internal there as here.
    expect((await propertiesAt(caobang, '', '06:vu-chung')).status).toBe(404);
    const again = await take('/exchange/imports', first);
    expect([again.written, again.counts, again.changes]).toEqual([0, { same: done.written }, []]);
    const known = await ask(caobang, 'nhan', 'GET', '/exchange');
    expect(await known.json()).toMatchObject({
      taken: [{ pair: '06-04', package: sha256, documents: [{ id: 'bbgn-cao-bang-bac-kan' }, {}] }],
    });
  });

  it('never writes over what was edited here since, without saying so', async () => {
    const patch = (office: Office, who: string, id: string, properties: object) =>
      ask(office, who, 'PATCH', `/collections/incidents/items/${encodeURIComponent(id)}`, { properties });
    expect((await patch(caobang, 'nhan', '06:vu-chung', { people: 5, note: 'của Cao Bằng' })).status).toBe(
      204,
    );
    expect((await patch(backan, 'ghi', 'vu-chung', { status: 'đã lập biên bản' })).status).toBe(204);
    expect((await ask(backan, 'ghi', 'DELETE', '/collections/incidents/items/vu-bo')).status).toBe(204);
    const second = await packageBy('phan-tich');
    const shown = await take('/exchange/diff', second);
    const changes = Object.fromEntries(shown.changes.map((change) => [change.id, change]));
    expect(changes['06:vu-bo']?.state).toBe('removed');
    expect(changes['06:vu-chung']).toMatchObject({
      state: 'conflict',
      fields: [
        { name: 'people', here: 5, there: 3 },
        { name: 'status', here: null, there: 'đã lập biên bản' },
      ],
    });
    await take('/exchange/imports', second);
    expect((await propertiesAt(caobang, 'nhan', '06:vu-bo')).status).toBe(404);
    expect((await propertiesAt(caobang, 'nhan', '06:vu-chung')).properties).toMatchObject({
      people: 5,
      status: null,
    });
    // It is told again until somebody decides.
    expect((await take('/exchange/diff', second)).counts['conflict']).toBe(1);
    expect((await take('/exchange/imports?conflicts=theirs', second)).written).toBe(1);
    expect((await propertiesAt(caobang, 'nhan', '06:vu-chung')).properties).toMatchObject({
      ...{ people: 3, status: 'đã lập biên bản', note: 'của Cao Bằng' },
    });
    expect((await take('/exchange/diff', second)).changes).toEqual([]);
    const older = await ask(caobang, 'nhan', 'POST', '/exchange/imports', first);
    expect(await older.json()).toMatchObject({ issues: [{ code: 'exchange-older' }] });
    // What came from Bắc Kạn does not go back as Cao Bằng's.
    tokens.set('cb', tokens.get('nhan') ?? '');
    const back = await ask(caobang, 'cb', 'POST', '/exchange/packages', { with: '06', asOf: DAY });
    const text = Object.values(members(new Uint8Array(await back.arrayBuffer()))).join('\n');
    expect(text).not.toContain('vu-chung');
  });

  it('goes the same way at the machine, where import only looks until it is told to write', async () => {
    const file = join(await folders.create(), 'goi.giapranh-exchange.zip');
    const at = (office: Office, ...args: string[]) =>
      giapranh(['exchange', ...args, '--profile', office.profile, '--format', 'json'], '', {
        GIAPRANH_DATA: office.dataDir,
      });
    const made = await at(backan, 'export', '--with', '04', '--as-of', DAY, '--out', file);
    const { sha256 } = jsonOf(made) as { sha256: string };
    expect(strFromU8(await readFile(file), true)).not.toContain('vu-mat');
    expect(jsonOf(await giapranh(['exchange', 'inspect', file, '--format', 'json']))).toMatchObject({
      sha256,
      pair: '06-04',
    });
    expect(jsonOf(await at(caobang, 'diff', file))).toMatchObject({ applied: false, changes: [] });
    expect(jsonOf(await at(caobang, 'import', file))).toMatchObject({ applied: false });
    expect(jsonOf(await at(caobang, 'import', file, '--sha256', sha256, '--apply'))).toMatchObject({
      applied: true,
      written: 0,
    });
    const wrong = await at(caobang, 'import', file, '--sha256', 'f'.repeat(64), '--apply');
    expect([wrong.code, wrong.told]).toEqual([2, expect.stringContaining('exchange-other-package')]);
    const told = await giapranh(['exchange', 'diff', file, '--profile', 'bac-kan', '--lang', 'en'], '', {
      GIAPRANH_DATA: backan.dataDir,
    });
    expect([told.code, told.told]).toEqual([2, expect.stringContaining('not for this profile')]);
  });

  it('stands in the audits of both, on the authority of the memorandum, and both are whole', async () => {
    const acts = async ({ server, admin }: Office) => {
      const answer = await fetch(`${server.url}/audit?limit=1000`, { headers: { cookie: admin.cookie } });
      const { entries } = (await answer.json()) as { entries: Record<string, string>[] };
      return entries.filter(({ subject }) => subject === 'exchange');
    };
    const [given, taken] = [await acts(backan), await acts(caobang)];
    expect(given[0]).toMatchObject({ who: 'phan-tich', action: 'exchange-export' });
    expect(given[0]?.['authority']).toMatch(
      /^analyst, all units, api [0-9a-f]{16}; bbgn-cao-bang-bac-kan: Biên bản/,
    );
    const sums = [first].map((bytes) => createHash('sha256').update(bytes).digest('hex'));
    expect(given[0]?.['id']).toBe(sums[0]);
    const imports = taken.filter(({ action }) => action === 'exchange-import');
    expect(imports).toHaveLength(5);
    expect(imports[4]?.['who']).toBe('operator');
    expect(imports[0]).toMatchObject({ who: 'nhan', id: sums[0] });
    for (const { profile, dataDir } of [backan, caobang]) {
      const run = await giapranh(['audit', 'verify', '--profile', profile, '--format', 'json'], '', {
        GIAPRANH_DATA: dataDir,
      });
      expect(jsonOf(run)).toMatchObject({ brokenAt: null });
    }
  });
});
