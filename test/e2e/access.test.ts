import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@giapranh/store';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { connect } from '../../packages/store/src/embedded/connect.js';
import { sqliteDriver } from '../../packages/store/src/embedded/sqlite.js';
import { loadedCopy } from '../loaded-copy.js';
import { must } from '../must.js';
import {
  addToken,
  addUser,
  choosePassword,
  inSession,
  printedLink,
  type Session,
  signIn,
} from '../people.js';
import { type RunningServer, startRunningServer } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { giapranh } from './cli-process.js';

/** A server that other computers reach: HOST is no loopback, so nobody reads without a right. */
const folders = withTemporaryFolders();
let dataDir = '';
let server: RunningServer;
let url = '';
let admin: Session;
let link = '';

beforeAll(async () => {
  dataDir = await folders.create();
  await loadedCopy(inject('serverData'), dataDir);
  server = await startRunningServer({ GIAPRANH_DATA: dataDir, HOST: '0.0.0.0' });
  await sleep(100);
  link = printedLink(server);
  url = server.url.replace('0.0.0.0', '127.0.0.1');
  admin = await choosePassword(url, link, 'quan-tri');
}, 300_000);

afterAll(async () => {
  expect([await server.stop(), server.output().slice(-1_500)]).toEqual([0, expect.any(String)]);
});

const INCIDENT = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [105.62, 22.17] },
  properties: { kind: 'khai thác', unit_code: '2023:064', document: 'một văn bản' },
};

it('denies by default where others reach it, but for signing in', async () => {
  const status = async (path: string) => (await fetch(url + path)).status;
  for (const path of [
    '/collections',
    '/tiles/communes/5/25/13.mvt',
    '/profile.json',
    '/processes',
    '/jobs',
  ]) {
    expect([path, await status(path)]).toEqual([path, 401]);
  }
  for (const path of ['/healthz', '/sign-in', '/session'])
    expect([path, await status(path)]).toEqual([path, 200]);
});

it('takes a setup link once, and no short password', async () => {
  const token = new URL(link).searchParams.get('token');
  const again = await fetch(`${url}/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, name: 'khac', password: 'mot mat khau khac' }),
  });
  expect(again.status).toBe(404);
  const made = await inSession(url, admin, 'POST', '/users', {
    ...{ name: 'ngan', role: 'viewer', secrecy: ['public'], units: 'all' },
  });
  const { setup } = (await made.json()) as { setup: string };
  expect((await fetch(setup)).headers.get('content-security-policy')).toContain("form-action 'self'");
  const short = await fetch(`${url}/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(setup).searchParams.get('token'), password: 'ngan' }),
  });
  expect(short.status).toBe(422);
});

it('keeps nothing that would let in whoever reads the store', async () => {
  const { token } = await addUser(url, admin, 'luu', { role: 'viewer', secrecy: ['public'], units: 'all' });
  const store = must(await openStore({ dataDir, profile: 'bac-kan' }));
  const kept = JSON.stringify([
    await store.records.list('account', { limit: 100 }),
    await store.records.list('token', { limit: 100 }),
    await store.audit.list({ limit: 1000 }),
  ]);
  await store.close();
  const secrets = [token, admin.cookie, link].map((text) => text.slice(-43));
  for (const secret of secrets) expect(kept).not.toContain(secret);
  expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  expect(kept).not.toContain('mật khẩu đủ dài');
  expect(server.output()).not.toContain(token);
});

it('sets a cookie no script reads and no other page sends, and takes changes from its own page only', async () => {
  const response = await signIn(url, 'quan-tri');
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^giapranh_session=gr_\S+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
  const secure = await fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
    body: JSON.stringify({ name: 'quan-tri', password: 'mật khẩu đủ dài để thử' }),
  });
  expect(secure.headers.get('set-cookie')).toMatch(/; Secure$/);
  expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(response.headers.get('strict-transport-security')).toBeNull();
  const body = JSON.stringify({ label: 'x' });
  const from = (headers: Record<string, string>) =>
    fetch(`${url}/tokens`, {
      method: 'POST',
      headers: { cookie: admin.cookie, 'content-type': 'application/json', ...headers },
      body,
    });
  const own = { origin: url, 'x-csrf-token': admin.csrf };
  expect((await from({})).status).toBe(403);
  expect((await from({ origin: url })).status).toBe(403);
  expect((await from({ ...own, origin: 'http://evil.example' })).status).toBe(403);
  expect((await from({ ...own, 'x-csrf-token': 'x' })).status).toBe(403);
  expect((await from(own)).status).toBe(201);
  const form = await fetch(`${url}/session`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://evil.example' },
    body: 'name=quan-tri&password=x',
  });
  expect(form.status).toBe(403);
});

it('ends a session by signing out', async () => {
  const { session } = await addUser(url, admin, 'ra', { role: 'viewer', secrecy: ['public'], units: 'all' });
  const read = () => fetch(`${url}/collections`, { headers: { cookie: session.cookie } });
  expect((await read()).status).toBe(200);
  expect((await inSession(url, session, 'DELETE', '/session')).status).toBe(204);
  expect((await read()).status).toBe(401);
});

it('lets people change their password themselves, which ends all other sessions', async () => {
  const { session } = await addUser(url, admin, 'doi', { role: 'viewer', secrecy: ['public'], units: 'all' });
  const change = (password: string, fresh: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: 'doi', password, new_password: fresh }),
    });
  const [old, fresh] = ['mật khẩu đủ dài để thử', 'một mật khẩu khác hẳn'];
  expect((await change('sai mật khẩu rồi', fresh)).status).toBe(401);
  expect((await change(old, 'ngắn')).status).toBe(422);
  expect((await change(old, fresh, { origin: 'http://evil.example' })).status).toBe(403);
  const changed = await change(old, fresh);
  expect([changed.status, changed.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('gr_')]);
  expect((await fetch(`${url}/collections`, { headers: { cookie: session.cookie } })).status).toBe(401);
  expect((await signIn(url, 'doi', old)).status).toBe(401);
  expect((await signIn(url, 'doi', fresh)).status).toBe(204);
  expect(await (await fetch(`${url}/password?lang=en`)).text()).toContain('autocomplete="new-password"');
});

it('shows people where they are signed in, and ends a session of theirs, never of others', async () => {
  const { session } = await addUser(url, admin, 'phien', {
    role: 'viewer',
    secrecy: ['public'],
    units: 'all',
  });
  expect((await signIn(url, 'phien')).status).toBe(204);
  const list = async () =>
    (
      (await (await inSession(url, session, 'GET', '/sessions')).json()) as {
        sessions: { id: string; this_one: boolean }[];
      }
    ).sessions;
  const other = (await list()).find(({ this_one }) => !this_one)?.id ?? '';
  expect(await list()).toHaveLength(2);
  expect((await inSession(url, admin, 'DELETE', `/sessions/${other}`)).status).toBe(404);
  expect((await inSession(url, session, 'DELETE', `/sessions/${other}`)).status).toBe(204);
  expect(await list()).toMatchObject([{ this_one: true }]);
});

it('ends a session nothing came by for half an hour, and asks for the password again before users are changed', async () => {
  const { session } = await addUser(url, admin, 'cho', { role: 'admin', secrecy: ['public'], units: 'all' });
  const id = session.cookie.split('_')[2] ?? '';
  const store = must(await openStore({ dataDir, profile: 'bac-kan' }));
  const back = async (minutes: number, member: 'created_at' | 'seen_at') => {
    const kept = await store.records.get('token', id);
    const then = new Date(Date.now() - minutes * 60_000).toISOString();
    must(await store.records.put('token', id, { ...kept?.body, [member]: then }));
  };
  const change = () => inSession(url, session, 'PATCH', '/users/cho', { secrecy: ['public', 'internal'] });
  expect((await change()).status).toBe(200);
  await back(20, 'created_at');
  const refused = await change();
  expect([refused.status, await refused.json()]).toEqual([
    403,
    expect.objectContaining({ issues: [expect.objectContaining({ code: 'server-confirm' })] }),
  ]);
  const confirm = (password: string) =>
    inSession(url, session, 'POST', '/session/confirmation', { password });
  expect((await confirm('sai mật khẩu rồi')).status).toBe(422);
  expect((await confirm('mật khẩu đủ dài để thử')).status).toBe(204);
  expect((await change()).status).toBe(200);
  // Asking was noted: it is not idle. Half an hour later it is.
  expect((await store.records.get('token', id))?.body['seen_at']).toEqual(expect.any(String));
  await back(29, 'seen_at');
  expect((await inSession(url, session, 'GET', '/sessions')).status).toBe(200);
  await back(31, 'seen_at');
  expect((await inSession(url, session, 'GET', '/sessions')).status).toBe(401);
  expect((await inSession(url, admin, 'DELETE', '/users/cho')).status).toBe(204);
  await store.close();
});

it('takes tokens by Bearer and as the password of Basic, in their scope, until they are revoked', async () => {
  const rights = { role: 'editor', secrecy: ['public', 'internal'], units: ['2023:064'] } as const;
  const { session } = await addUser(url, admin, 'quet', rights);
  const token = await addToken(url, session, {
    ...{ label: 'QGIS', days: 1, scope: { role: 'viewer', secrecy: ['public', 'restricted'] } },
  });
  const basic = `Basic ${Buffer.from(`qgis:${token}`).toString('base64')}`;
  const get = (authorization: string) => fetch(`${url}/session`, { headers: { authorization } });
  for (const header of [`Bearer ${token}`, basic]) {
    // What the user has not, no scope grants.
    expect(await (await get(header)).json()).toMatchObject({ role: 'viewer', secrecy: ['public'] });
  }
  expect((await get(`Bearer ${token.slice(0, -1)}x`)).status).toBe(401);
  const more = await fetch(`${url}/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ label: 'x' }),
  });
  expect(more.status).toBe(403);
  const id = token.slice(3, 19);
  expect((await inSession(url, session, 'DELETE', `/tokens/${id}`)).status).toBe(204);
  expect((await get(`Bearer ${token}`)).status).toBe(401);
});

it('shuts a user out at once, with sessions and tokens', async () => {
  const { session, token } = await addUser(url, admin, 'het', {
    ...{ role: 'viewer', secrecy: ['public'], units: 'all' },
  });
  const seen = async () => [
    (await fetch(`${url}/collections`, { headers: { cookie: session.cookie } })).status,
    (await fetch(`${url}/collections`, { headers: { authorization: `Bearer ${token}` } })).status,
  ];
  expect(await seen()).toEqual([200, 200]);
  expect((await inSession(url, admin, 'PATCH', '/users/het', { disabled: true })).status).toBe(200);
  expect(await seen()).toEqual([401, 401]);
  expect((await signIn(url, 'het')).status).toBe(401);
  expect((await inSession(url, admin, 'DELETE', '/users/quan-tri')).status).toBe(409);
});

it('says the same of a wrong password and of a user that is not there, and soon nothing', async () => {
  const answers: string[] = [];
  for (const name of ['quan-tri', 'khong-co']) {
    for (let at = 0; at < 6; at += 1) {
      const response = await signIn(url, name, 'sai');
      answers.push(
        `${at} ${response.status} ${response.headers.has('retry-after')} ${await response.text()}`,
      );
    }
  }
  const [known, unknown] = [answers.slice(0, 6), answers.slice(6)];
  expect(unknown).toEqual(known);
  expect(known.map((text) => text.slice(2, 5))).toEqual(['401', '401', '401', '401', '401', '429']);
});

it('has users and tokens looked after at the machine, by the same rules and in the same audit', async () => {
  const cli = (...args: string[]) => giapranh(args, '', { GIAPRANH_DATA: dataDir });
  const added = await cli(
    'users',
    'add',
    'may-chu',
    '--role',
    'editor',
    '--secrecy',
    'public',
    'internal',
    '--units',
    '2023:064',
    '--url',
    url,
  );
  expect([added.code, added.told]).toEqual([0, 'Liên kết dùng một lần, trong 24 giờ:\n']);
  const made = /http\S+/.exec(added.out)?.[0] ?? '';
  await choosePassword(url, made);
  expect((await signIn(url, 'may-chu')).status).toBe(204);
  const listed = JSON.parse((await cli('users', 'list', '--format', 'json')).out) as {
    users: { name: string }[];
  };
  expect(listed.users.find(({ name }) => name === 'may-chu')).toMatchObject({
    ...{ role: 'editor', secrecy: ['public', 'internal'], units: ['2023:064'], has_password: true },
  });
  expect(JSON.stringify(listed)).not.toContain('argon2');
  const created = await cli(
    'tokens',
    'create',
    '--user',
    'may-chu',
    '--label',
    'QGIS',
    '--role',
    'viewer',
    '--format',
    'json',
  );
  const [{ token, id } = { token: '', id: '' }] = (
    JSON.parse(created.out) as { tokens: { token: string; id: string }[] }
  ).tokens;
  const asked = () => fetch(`${url}/session`, { headers: { authorization: `Bearer ${token}` } });
  expect(await (await asked()).json()).toMatchObject({ name: 'may-chu', role: 'viewer' });
  expect((await cli('tokens', 'list', '--user', 'may-chu')).out).toContain(id);
  expect((await cli('tokens', 'revoke', id)).code).toBe(0);
  expect((await asked()).status).toBe(401);
  expect((await cli('users', 'revoke', 'may-chu')).code).toBe(0);
  expect((await signIn(url, 'may-chu')).status).toBe(401);
  for (const [args, code] of [
    [['users', 'add', 'may-chu'], 'server-user-exists'],
    [['users', 'add', 'x-y', '--units', '2023:99999'], 'server-user-units'],
    [['users', 'remove', 'quan-tri'], 'server-last-admin'],
    [['users', 'link', 'khong-co'], 'server-user-unknown'],
    [['tokens', 'revoke', 'x'], 'server-token-unknown'],
  ] as const) {
    const run = await cli(...args);
    expect([run.code, run.out, run.told]).toEqual([2, '', expect.stringContaining(code)]);
  }
  const log = await inSession(url, admin, 'GET', '/audit?limit=1000');
  const { entries } = (await log.json()) as { entries: Record<string, string | null>[] };
  const own = entries.filter(({ authority }) => authority?.startsWith('at the machine') === true);
  expect(own.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    'insert account',
    'insert token',
    'delete token',
    'replace account',
  ]);
  expect(own[0]?.['authority']).toMatch(/^at the machine, /);
  for (const secret of [made, token]) {
    expect(JSON.stringify(entries)).not.toContain(secret.slice(-43));
    expect(server.output()).not.toContain(secret.slice(-43));
  }
  for (const command of ['users', 'tokens', 'exchange']) {
    const [vi, en] = [
      await giapranh([command, '--help']),
      await giapranh([command, '--help', '--lang', 'en']),
    ];
    expect(vi.out).toContain('Cách dùng:');
    expect(en.out).toContain('audit');
  }
});

it('keeps of every write who, when, what before and after, on what authority; and shows tampering', async () => {
  const rights = { role: 'editor', secrecy: ['public', 'internal'], units: ['2023:064'] } as const;
  const { token } = await addUser(url, admin, 'ghi', rights);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '*' };
  const at = `${url}/collections/incidents/items`;
  const made = await fetch(at, { method: 'POST', headers, body: JSON.stringify(INCIDENT) });
  const { id } = (await made.json()) as { id: string };
  const patch = JSON.stringify({ properties: { people: 3 } });
  expect((await fetch(`${at}/${id}`, { method: 'PATCH', headers, body: patch })).status).toBe(204);
  expect((await fetch(`${at}/${id}`, { method: 'DELETE', headers })).status).toBe(204);

  const log = await inSession(url, admin, 'GET', '/audit?limit=1000');
  const { entries } = (await log.json()) as { entries: Record<string, string | null>[] };
  const own = entries.filter((entry) => entry['id'] === id);
  expect(own.map(({ who, action, subject }) => [who, action, subject])).toEqual(
    ['insert', 'replace', 'delete'].map((action) => ['ghi', action, 'incidents']),
  );
  expect(own[1]?.['authority']).toMatch(/^editor, 2023:064, api [0-9a-f]{16}; một văn bản$/);
  expect(JSON.parse(own[1]?.['before'] ?? '').properties.people).toBeNull();
  expect(JSON.parse(own[1]?.['after'] ?? '').properties.people).toBe(3);
  const acts = entries.map(({ action, subject }) => `${action} ${subject}`);
  for (const act of [
    'password-set account',
    'sign-in session',
    'sign-out session',
    'sign-in-refused session',
  ]) {
    expect(acts).toContain(act);
  }
  for (const act of ['insert account', 'replace account', 'insert token', 'delete token']) {
    expect(acts).toContain(act);
  }

  // On a copy: the server's own file is left alone.
  const copy = await folders.create();
  const from = must(await openStore({ dataDir, profile: 'bac-kan' }));
  const to = must(await openStore({ dataDir: copy, profile: 'bac-kan' }));
  must(await to.restore(from.dump()));
  await Promise.all([from.close(), to.close()]);
  const verify = () => giapranh(['audit', 'verify', '--format', 'json'], '', { GIAPRANH_DATA: copy });
  const whole = await verify();
  expect(whole.code).toBe(0);
  expect(JSON.parse(whole.out)).toMatchObject({ brokenAt: null, entries: entries.length });

  const driver = must(await sqliteDriver());
  const connection = connect(driver, join(copy, 'bac-kan.gpkg'));
  const seq = Number(own[1]?.['seq']);
  const change = () => connection.run("UPDATE giapranh_audit SET who = 'ai do' WHERE seq = ?", [seq]);
  expect(change).toThrow('append-only');
  connection.exec('DROP TRIGGER giapranh_audit_update');
  change();
  connection.close();
  const broken = await verify();
  expect(broken.code).toBe(2);
  expect(JSON.parse(broken.out)).toMatchObject({ brokenAt: seq });
});
