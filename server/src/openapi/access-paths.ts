import { MEDIA } from '../routes/links.js';
import { get, inPath, jsonAnswer, sending } from './operation.js';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const rights = {
  role: { type: 'string', enum: ['viewer', 'analyst', 'editor', 'admin'] },
  secrecy: { type: 'array', items: { type: 'string', enum: ['public', 'internal', 'restricted'] } },
  units: { oneOf: [{ type: 'string', enum: ['all'] }, texts] },
};
const object = (properties: object): object => ({ type: 'object', properties });
const account = object({ name: text, ...rights, disabled: { type: 'boolean' }, created_at: text });
const token = object({ id: text, account: text, label: text, scope: object(rights), expires_at: text });
const done = { 204: { description: 'Done' } };
const [people, service] = ['Users', 'Service'];

const query = (name: string, format?: string): object => ({
  name,
  in: 'query',
  schema: format === undefined ? { type: 'integer', minimum: 0 } : { type: 'string', format },
});

function body(schema: object, example: object): { type: string; schema: object; example: object } {
  return { type: MEDIA.json, schema, example };
}

function sessionPaths(): Record<string, object> {
  const session = object({ signed_in: { type: 'boolean' }, name: text, ...rights, csrf: text });
  const credentials = object({ name: text, password: text });
  const link = object({ token: text, name: text, password: text });
  return {
    '/session': {
      ...get({ id: 'session', summary: 'Who the reader is', tag: people, type: MEDIA.json, schema: session }),
      post: sending({
        ...{ id: 'session.begin', summary: 'Signs in', tag: people, secured: false, answers: done },
        body: body(credentials, { name: 'can-bo', password: '…' }),
      }),
      delete: sending({
        ...{ id: 'session.end', summary: 'Signs out', tag: people, secured: true, answers: done },
      }),
    },
    '/session/confirmation': {
      post: sending({
        ...{ id: 'session.confirm', summary: 'The password once more', tag: people, secured: true },
        body: body(object({ password: text }), { password: '…' }),
        answers: done,
      }),
    },
    '/sessions': get({
      ...{ id: 'sessions', summary: 'Where the reader is signed in', tag: people, type: MEDIA.json },
      schema: object({
        sessions: {
          type: 'array',
          items: object({ id: text, created_at: text, seen_at: text, this_one: { type: 'boolean' } }),
        },
      }),
    }),
    '/sessions/{id}': {
      parameters: [inPath('id', text)],
      delete: sending({
        ...{ id: 'sessions.end', summary: 'Ends a session', tag: people, secured: true, answers: done },
      }),
    },
    '/password': {
      post: sending({
        ...{ id: 'password', summary: 'Changes one’s own password', tag: people, secured: false },
        body: body(object({ name: text, password: text, new_password: text }), {
          ...{ name: 'can-bo', password: '…', new_password: '…' },
        }),
        answers: done,
      }),
    },
    '/setup': {
      post: sending({
        ...{ id: 'setup', summary: 'Chooses a password by a one-time link', tag: people, secured: false },
        body: body(link, { token: 'gr_…', password: '…' }),
        answers: done,
      }),
    },
    '/tokens': {
      ...get({
        ...{ id: 'tokens', summary: 'Access tokens', tag: people, type: MEDIA.json },
        schema: object({ tokens: { type: 'array', items: token } }),
      }),
      post: sending({
        ...{ id: 'token.create', summary: 'A new token, told once', tag: people, secured: true },
        body: body(object({ label: text, days: { type: 'integer' }, scope: object(rights) }), {
          ...{ label: 'QGIS', days: 90 },
        }),
        answers: { 201: jsonAnswer('Token', token) },
      }),
    },
    '/tokens/{id}': {
      parameters: [inPath('id', text)],
      delete: sending({
        ...{ id: 'token.revoke', summary: 'Revokes a token', tag: people, secured: true, answers: done },
      }),
    },
  };
}

function userPaths(): Record<string, object> {
  const answers = { 200: jsonAnswer('User', account) };
  const made = { 201: jsonAnswer('With the link to choose a password', account) };
  const example = { name: 'can-bo', role: 'editor', secrecy: ['public', 'internal'], units: ['2023:064'] };
  return {
    '/users': {
      ...get({
        ...{ id: 'users', summary: 'Users', tag: people, type: MEDIA.json },
        schema: object({ users: { type: 'array', items: account } }),
      }),
      post: sending({
        ...{ id: 'user.create', summary: 'A new user', tag: people, secured: true, answers: made },
        body: body(object({ name: text, ...rights }), example),
      }),
    },
    '/users/{name}': {
      parameters: [inPath('name', text)],
      ...get({ id: 'user', summary: 'A user', tag: people, type: MEDIA.json, schema: account }),
      patch: sending({
        ...{ id: 'user.change', summary: 'Changes rights, shuts out', tag: people, secured: true, answers },
        body: body(object({ ...rights, disabled: { type: 'boolean' } }), { disabled: true }),
      }),
      delete: sending({
        ...{ id: 'user.delete', summary: 'Removes a user', tag: people, secured: true, answers: done },
      }),
    },
    '/users/{name}/setup': {
      parameters: [inPath('name', text)],
      post: sending({
        ...{ id: 'user.setup', summary: 'A new link to choose a password', tag: people, secured: true },
        answers: { 201: jsonAnswer('Link', object({ setup: text })) },
      }),
    },
  };
}

/** The addresses of people, their tokens, the audit, and of reports from the registers. */
export function accessPaths(): Record<string, object> {
  const days = ['from', 'to', 'asOf'].map((name) => query(name, 'date'));
  return {
    ...sessionPaths(),
    ...userPaths(),
    '/audit': get({
      ...{ id: 'audit', summary: 'Who did what, oldest first', tag: people, type: MEDIA.json },
      parameters: [query('after'), query('limit')],
    }),
    '/registers': get({
      ...{ id: 'registers', summary: 'Registers, their schemas and words', tag: service, type: MEDIA.json },
    }),
    '/reports/inspections': get({
      ...{ id: 'inspectionReport', summary: 'Counts of inspections, late reports', tag: 'Registers' },
      ...{ type: MEDIA.json, parameters: days },
    }),
  };
}
