import { type Issue, issue } from '@giapranh/core';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type Account, userName } from '../access/account.js';
import { hashPassword, PASSWORD_LENGTH } from '../access/password.js';
import { recordAct } from '../access/record-act.js';
import type { Token } from '../access/token.js';
import { isForm, readBody } from '../http/read-body.js';
import { type Language, languageOf } from '../language.js';
import { formPageHtml } from '../pages/form-page.js';
import { type ProblemStatus, sendProblem } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import type { Services } from '../services.js';
import { sendForm } from './form.js';
import { beginSession } from './session.js';

const setupSchema = z.strictObject({
  token: z.string().max(200),
  name: userName.optional(),
  password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most),
});

function userField(language: Language) {
  const label = language === 'vi' ? 'Tên đăng nhập của quản trị viên' : 'User name of the administrator';
  return { name: 'name', label, type: 'text', autocomplete: 'username' } as const;
}

function setupPage(language: Language, token: string, of: Token, fault?: string): string {
  const vi = language === 'vi';
  const { least } = PASSWORD_LENGTH;
  return formPageHtml(
    {
      title: vi ? 'Đặt mật khẩu' : 'Choose a password',
      text: vi
        ? `Mật khẩu dài từ ${least} ký tự. Liên kết này chỉ dùng được một lần.`
        : `A password has at least ${least} characters. This link works once.`,
      fault,
      action: `/setup?lang=${language}`,
      send: vi ? 'Lưu và đăng nhập' : 'Save and sign in',
      fields: [
        { name: 'token', label: '', type: 'hidden', value: token },
        ...(of.account === null ? [userField(language)] : []),
        {
          name: 'password',
          label: vi ? 'Mật khẩu' : 'Password',
          type: 'password',
          autocomplete: 'new-password',
          least,
        },
      ],
    },
    language,
  );
}

/** `GET /setup?token=…`: the page behind a setup link. */
export function setupForm({ access }: Services): RequestHandler {
  return async (request, response) => {
    const language = languageOf(request);
    const text = String(request.query['token'] ?? '');
    const token = await access.tokens.read(text, ['setup']);
    if (token === undefined) return sendProblem(response, 404, [PROBLEMS.setupGone], language);
    sendForm(response, 200, setupPage(language, text, token));
  };
}

/** Whose password it becomes: the user of the link, or the first administrator. */
async function settled(
  { access }: Services,
  token: Token,
  name: string | undefined,
): Promise<Account | Issue> {
  if (token.account !== null) return (await access.accounts.get(token.account)) ?? PROBLEMS.setupGone;
  if (!(await access.accounts.isEmpty())) return PROBLEMS.setupGone;
  if (name === undefined) {
    return issue('server-user-name', ['name'], 'Thiếu tên đăng nhập.', 'The user name is missing.');
  }
  return {
    name,
    role: 'admin',
    secrecy: ['public', 'internal', 'restricted'],
    units: 'all',
    password: null,
    disabled: false,
    created_at: new Date().toISOString(),
  };
}

/** `POST /setup`: chooses the password, once, and signs in. */
export function setup(services: Services): RequestHandler {
  const { access, store } = services;
  return async (request, response) => {
    const language = languageOf(request);
    const given = typeof request.body?.token === 'string' ? request.body.token : '';
    const token = await access.tokens.read(given, ['setup']);
    const refuse = (status: ProblemStatus, fault: Issue, ...more: readonly Issue[]): void => {
      if (isForm(request) && token !== undefined && status === 422) {
        sendForm(response, status, setupPage(language, given, token, fault.message[language]));
      } else sendProblem(response, status, [fault, ...more], language);
    };
    if (token === undefined) return refuse(404, PROBLEMS.setupGone);
    const read = readBody(setupSchema, request.body);
    if (!read.ok) return refuse(422, ...read.issues);
    const account = await settled(services, token, read.value.name);
    if ('code' in account) return refuse(account === PROBLEMS.setupGone ? 404 : 422, account);
    const password = await hashPassword(read.value.password);
    // Of two that use the link at once, one finds it.
    if (!(await access.tokens.remove(token.id))) return refuse(404, PROBLEMS.setupGone);
    const act = { action: 'password-set', subject: 'account', id: account.name } as const;
    const told = await recordAct(store, { id: account.name, authority: `setup ${token.id}` }, act);
    const kept = { ...account, password };
    const written = !told.ok
      ? told
      : await (token.account === null ? access.accounts.add(kept) : access.accounts.change(kept));
    if (!written.ok) return refuse(409, ...written.issues);
    await access.tokens.removeOf(account.name, ['session']);
    const faults = await beginSession(services, request, response, account.name);
    if (faults !== undefined) return refuse(503, ...faults);
    if (isForm(request)) return response.redirect(303, '/');
    response.status(204).end();
  };
}
