import type { RunningServer } from './running-server.js';

/** What a user may: as `POST /users` takes it. */
export interface Rights {
  readonly role: 'viewer' | 'analyst' | 'editor' | 'admin';
  readonly secrecy: readonly ('public' | 'internal' | 'restricted')[];
  readonly units: 'all' | readonly string[];
}

/** A browser that signed in: its cookie, and what its requests must carry. */
export interface Session {
  readonly cookie: string;
  readonly csrf: string;
}

const PASSWORD = 'mật khẩu đủ dài để thử';

async function asJson<T>(response: Response, status: number): Promise<T> {
  const text = await response.text();
  if (response.status !== status) throw new Error(`${response.url} ${response.status}: ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as T;
}

/** The session a sign-in answered with. */
async function sessionOf(url: string, response: Response): Promise<Session> {
  await asJson(response, 204);
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const told = await asJson<{ csrf: string }>(await fetch(`${url}/session`, { headers: { cookie } }), 200);
  return { cookie, csrf: told.csrf };
}

/** Uses a setup link as its page does. */
export async function choosePassword(url: string, link: string, name?: string): Promise<Session> {
  const token = new URL(link).searchParams.get('token');
  const response = await fetch(`${url}/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, password: PASSWORD, ...(name === undefined ? {} : { name }) }),
  });
  return sessionOf(url, response);
}

export function signIn(url: string, name: string, password = PASSWORD): Promise<Response> {
  return fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
}

/** A request of the session's own page. */
export function inSession(
  url: string,
  { cookie, csrf }: Session,
  method: string,
  path: string,
  body?: unknown,
) {
  return fetch(url + path, {
    method,
    headers: { cookie, origin: url, 'x-csrf-token': csrf, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The link that a start without users prints. */
export function printedLink({ output }: RunningServer): string {
  const link = /http:\/\/\S+\/setup\?token=\S+/.exec(output())?.[0];
  if (link === undefined) throw new Error(`no setup link in\n${output()}`);
  return link;
}

/** A user by the administrator's hand and the link they were given; and a token of theirs. */
export async function addUser(
  url: string,
  admin: Session,
  name: string,
  rights: Rights,
): Promise<{ readonly session: Session; readonly token: string }> {
  const made = await inSession(url, admin, 'POST', '/users', { name, ...rights });
  const { setup } = await asJson<{ setup: string }>(made, 201);
  const session = await choosePassword(url, setup);
  return { session, token: await addToken(url, session, { label: 'test' }) };
}

export async function addToken(url: string, session: Session, asked: object): Promise<string> {
  const made = await inSession(url, session, 'POST', '/tokens', asked);
  return (await asJson<{ token: string }>(made, 201)).token;
}
