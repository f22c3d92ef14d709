import type { Issue } from '@giapranh/core';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { hashPassword, PASSWORD_LENGTH } from '../access/password.js';
import { recordAct } from '../access/record-act.js';
import { accountBy } from '../access/sign-in.js';
import { isForm, readBody } from '../http/read-body.js';
import { type Language, languageOf } from '../language.js';
import { formPageHtml } from '../pages/form-page.js';
import { type ProblemStatus, sendProblem } from '../problem.js';
import type { Services } from '../services.js';
import { sendForm } from './form.js';
import { beginSession } from './session.js';

const change = z.strictObject({
  name: z.string().max(100),
  password: z.string().max(1000),
  new_password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most),
});

function page(language: Language, fault?: string): string {
  const vi = language === 'vi';
  const { least } = PASSWORD_LENGTH;
  const field = { type: 'password', autocomplete: 'current-password' } as const;
  return formPageHtml(
    {
      title: vi ? 'Đổi mật khẩu' : 'Change the password',
      text: vi
        ? `Mật khẩu mới dài từ ${least} ký tự. Các phiên đăng nhập khác sẽ kết thúc.`
        : `A new password has at least ${least} characters. Other sessions end.`,
      fault,
      action: `/password?lang=${language}`,
      send: vi ? 'Đổi và đăng nhập' : 'Change and sign in',
      fields: [
        { name: 'name', label: vi ? 'Tên đăng nhập' : 'User name', type: 'text', autocomplete: 'username' },
        { ...field, name: 'password', label: vi ? 'Mật khẩu đang dùng' : 'Present password' },
        {
          ...{ name: 'new_password', label: vi ? 'Mật khẩu mới' : 'New password', least },
          ...{ type: 'password', autocomplete: 'new-password' },
        },
      ],
    },
    language,
  );
}

/** `GET /password`. */
export const passwordForm: RequestHandler = (request, response) =>
  sendForm(response, 200, page(languageOf(request)));

/** `POST /password`: a new one by whoever knows the present one; all sessions end, and a new one begins. */
export function changePassword(services: Services): RequestHandler {
  const { access, store } = services;
  return async (request, response) => {
    const language = languageOf(request);
    const refuse = (status: ProblemStatus, fault: Issue, ...more: readonly Issue[]): void => {
      if (isForm(request)) sendForm(response, status, page(language, fault.message[language]));
      else sendProblem(response, status, [fault, ...more], language);
    };
    const read = readBody(change, request.body);
    if (!read.ok) return refuse(422, ...read.issues);
    const account = await accountBy(services, { ...read.value, address: request.ip ?? '' });
    if ('issue' in account) {
      if (account.wait_s !== undefined) response.set('Retry-After', String(account.wait_s));
      return refuse(account.status, account.issue);
    }
    const password = await hashPassword(read.value.new_password);
    const act = { action: 'password-set', subject: 'account', id: account.name } as const;
    const told = await recordAct(store, { id: account.name, authority: 'present password' }, act);
    const written = told.ok ? await access.accounts.change({ ...account, password }) : told;
    if (!written.ok) return refuse(503, ...written.issues);
    await access.tokens.removeOf(account.name, ['session', 'setup']);
    const faults = await beginSession(services, request, response, account.name);
    if (faults !== undefined) return refuse(503, ...faults);
    if (isForm(request)) return response.redirect(303, '/');
    response.status(204).end();
  };
}
