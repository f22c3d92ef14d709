import type { Issue } from '@giapranh/core';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { SESSION_COOKIE, sessionCookie } from '../access/identify.js';
import { readerOf } from '../access/reader.js';
import { recordAct } from '../access/record-act.js';
import { accountBy } from '../access/sign-in.js';
import { isForm, readBody } from '../http/read-body.js';
import { type Ask, json, type Reply } from '../http/reply.js';
import { type Language, languageOf } from '../language.js';
import { formPageHtml } from '../pages/form-page.js';
import { type ProblemStatus, sendProblem } from '../problem.js';
import type { Services } from '../services.js';
import { sendForm } from './form.js';

/** A working day; then people sign in again. */
const SESSION_s = 12 * 3600;

const credentials = z.strictObject({ name: z.string().max(100), password: z.string().max(1000) });

/** `GET /session`: who the server takes the reader for. */
export function session({ reader }: Ask): Reply {
  const { role, secrecy, units, csrf } = reader;
  const body =
    role === undefined
      ? { signed_in: false, secrecy }
      : { signed_in: true, name: reader.id, role, secrecy, units, ...(csrf === undefined ? {} : { csrf }) };
  return { ...json(body), headers: { 'Cache-Control': 'no-store' } };
}

function signInPage(language: Language, fault?: string): string {
  const vi = language === 'vi';
  return formPageHtml(
    {
      title: vi ? 'Đăng nhập' : 'Sign in',
      fault,
      action: `/session?lang=${language}`,
      send: vi ? 'Đăng nhập' : 'Sign in',
      also: { href: `/password?lang=${language}`, title: vi ? 'Đổi mật khẩu' : 'Change the password' },
      fields: [
        { name: 'name', label: vi ? 'Tên đăng nhập' : 'User name', type: 'text', autocomplete: 'username' },
        {
          name: 'password',
          label: vi ? 'Mật khẩu' : 'Password',
          type: 'password',
          autocomplete: 'current-password',
        },
      ],
    },
    language,
  );
}

/** `GET /sign-in`. */
export const signInForm: RequestHandler = (request, response) =>
  sendForm(response, 200, signInPage(languageOf(request)));

/** Only over TLS does a browser send it back where TLS is; never to a script, never from another site's page. */
function setSession(request: Request, response: Response, text: string, lives_s: number): void {
  const parts = [`${SESSION_COOKIE}=${text}`, 'Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${lives_s}`];
  response.append('Set-Cookie', [...parts, ...(request.secure ? ['Secure'] : [])].join('; '));
}

/** Lets a user in: the session they came with, if any, ends. */
export async function beginSession(
  { store, access }: Services,
  request: Request,
  response: Response,
  account: string,
): Promise<readonly [Issue, ...Issue[]] | undefined> {
  const told = await recordAct(
    store,
    { id: account },
    { action: 'sign-in', subject: 'session', id: account },
  );
  if (!told.ok) return told.issues;
  const before = readerOf(request).token;
  const cookie = sessionCookie(request);
  if (before !== undefined && cookie !== undefined) await access.tokens.remove(before);
  const issued = await access.tokens.issue({ kind: 'session', account, label: 'browser' }, SESSION_s);
  if (!issued.ok) return issued.issues;
  setSession(request, response, issued.value.text, SESSION_s);
  return undefined;
}

/** `POST /session`: by JSON 204, by the form on to the map. */
export function signIn(services: Services): RequestHandler {
  return async (request, response) => {
    const language = languageOf(request);
    const refuse = (status: ProblemStatus, fault: Issue, ...more: readonly Issue[]): void => {
      if (isForm(request)) sendForm(response, status, signInPage(language, fault.message[language]));
      else sendProblem(response, status, [fault, ...more], language);
    };
    const read = readBody(credentials, request.body);
    if (!read.ok) return refuse(422, ...read.issues);
    const account = await accountBy(services, { ...read.value, address: request.ip ?? '' });
    if ('issue' in account) {
      if (account.wait_s !== undefined) response.set('Retry-After', String(account.wait_s));
      return refuse(account.status, account.issue);
    }
    const faults = await beginSession(services, request, response, account.name);
    if (faults !== undefined) return refuse(503, ...faults);
    if (isForm(request)) return response.redirect(303, '/');
    response.status(204).end();
  };
}

/** `DELETE /session`. */
export function signOut({ store, access }: Services): RequestHandler {
  return async (request, response) => {
    const reader = readerOf(request);
    if (reader.csrf !== undefined && reader.token !== undefined) {
      await recordAct(store, reader, { action: 'sign-out', subject: 'session', id: reader.id });
      await access.tokens.remove(reader.token);
      setSession(request, response, '', 0);
    }
    response.status(204).end();
  };
}
