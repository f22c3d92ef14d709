import type { Viewer } from '../app/viewer.js';
import { rows } from '../panel/rows.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import type { SignedIn, SignInOutcome } from './session.js';

/** Opens the dialog: signing in, or who is signed in and what they may do. It goes when it is closed. */
export function openSessionDialog(viewer: Viewer): void {
  if (document.getElementById('session-title') !== null) return;
  const body = h('div', { class: 'session-body' });
  const dialog = h('dialog', { class: 'dialog session-dialog', 'aria-labelledby': 'session-title' }, body);
  const draw = () => {
    const user = viewer.session.user();
    replaceChildren(
      body,
      ...(user === null || user === undefined
        ? signInParts(viewer, dialog)
        : userParts(viewer, user, dialog)),
    );
    dialog.querySelector<HTMLElement>('[data-first]')?.focus();
  };
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  draw();
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[data-first]')?.focus();
  void viewer.session.read().then(() => {
    if (dialog.open && viewer.session.user() !== null && dialog.querySelector('form') !== null) draw();
  });
}

function closeButton(viewer: Viewer, dialog: HTMLDialogElement): HTMLElement {
  const close = viewer.messages().panel.close;
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button dialog-close',
      'aria-label': close,
      title: close,
      onclick: () => dialog.close(),
    },
    icon('close'),
  );
}

function outcomeText(viewer: Viewer, outcome: SignInOutcome): string {
  const words = viewer.messages().session;
  switch (outcome.kind) {
    case 'wrong':
      return words.wrong;
    case 'locked':
      return words.locked(Math.max(1, Math.ceil(outcome.wait_s / 60)));
    case 'offline':
      return words.offline;
    default:
      return words.failed;
  }
}

function signInParts(viewer: Viewer, dialog: HTMLDialogElement): HTMLElement[] {
  const words = viewer.messages().session;
  const name = h('input', {
    class: 'field',
    id: 'session-name',
    autocomplete: 'username',
    autocapitalize: 'none',
    spellcheck: 'false',
    required: true,
    'data-first': true,
  });
  const password = h('input', {
    class: 'field',
    id: 'session-password',
    type: 'password',
    autocomplete: 'current-password',
    required: true,
    'aria-describedby': 'session-fault',
  });
  const fault = h('p', { class: 'field-fault', id: 'session-fault', role: 'alert' });
  const send = h('button', { type: 'submit', class: 'button button-primary' }, words.signIn);
  const form = h(
    'form',
    { class: 'session-form', novalidate: true },
    field(words.name, name),
    field(words.password, password),
    fault,
    send,
  );
  const refuse = (text: string, at: HTMLInputElement) => {
    fault.textContent = text;
    for (const input of [name, password]) input.setAttribute('aria-invalid', String(input === at));
    at.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    fault.textContent = '';
    if (name.value.trim() === '') return refuse(words.nameMissing, name);
    if (password.value === '') return refuse(words.passwordMissing, password);
    send.disabled = true;
    send.textContent = words.signingIn;
    void viewer.session.signIn(name.value, password.value).then((outcome) => {
      if (outcome.kind === 'in') return dialog.close();
      send.disabled = false;
      send.textContent = words.signIn;
      password.select();
      refuse(outcomeText(viewer, outcome), password);
    });
  });
  return [
    h(
      'header',
      { class: 'session-head' },
      h('h2', { id: 'session-title' }, words.signIn),
      closeButton(viewer, dialog),
    ),
    h('p', { class: 'quiet' }, words.why),
    form,
    h('p', { class: 'quiet' }, words.noAccount),
  ];
}

function field(label: string, input: HTMLInputElement): HTMLElement {
  return h('div', { class: 'tool-field' }, h('label', { class: 'field-label', for: input.id }, label), input);
}

function userParts(viewer: Viewer, user: SignedIn, dialog: HTMLDialogElement): HTMLElement[] {
  const words = viewer.messages().session;
  const fault = h('p', { class: 'field-fault', role: 'alert' });
  const out = h('button', { type: 'button', class: 'button', 'data-first': true }, words.signOut);
  out.addEventListener('click', () => {
    out.disabled = true;
    void viewer.session.signOut().then((done) => {
      if (done) return dialog.close();
      out.disabled = false;
      fault.textContent = words.offline;
    });
  });
  return [
    h(
      'header',
      { class: 'session-head' },
      h('div', {}, h('p', { class: 'eyebrow' }, words.signedIn), h('h2', { id: 'session-title' }, user.name)),
      closeButton(viewer, dialog),
    ),
    rows([
      [words.role, words.roles[user.role]],
      [words.may, words.mays[user.role]],
      [words.secrecy, user.secrecy.map((level) => words.levels[level]).join(', ')],
      [words.units, user.units === 'all' ? words.allUnits : words.someUnits(unitNames(viewer, user.units))],
    ]) ?? h('p'),
    fault,
    h('div', { class: 'dialog-foot' }, out),
  ];
}

/** Rights are told as `vintage:code`, and carried by lineage to many codes: the profile's own names, and how many. */
function unitNames(viewer: Viewer, units: readonly string[]): string {
  const keyed = units.filter((unit) => unit.includes(':'));
  const named = viewer.profile.watchLists
    .flatMap(({ vintage, units: of }) => of.map(({ code, name }) => [`${vintage}:${code}`, name] as const))
    .filter(([key]) => keyed.includes(key))
    .map(([, name]) => name);
  const names = [...new Set(named)];
  return names.length > 0 ? names.join(', ') : String(keyed.length > 0 ? keyed.length : units.length);
}
