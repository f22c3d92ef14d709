import './registers.css';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import type { Computer } from '../compute/computer.js';
import { createChoice } from '../panel/choice.js';
import type { Item } from '../server/features.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { askConflict, askSure } from './conflict-dialog.js';
import { type Draft, KEPT_REGISTERS, type RegisterId } from './draft.js';
import { draftList } from './draft-list.js';
import { showOnMap } from './map-hook.js';
import { recordCard } from './record-card.js';
import { createRecordForm, type RecordForm } from './record-form.js';
import { recordList } from './record-list.js';
import { newDraft, registerBook } from './register-book.js';
import { readSeen } from './send-draft.js';

interface Parts {
  readonly viewer: Viewer;
  readonly computer: Computer;
  readonly map: () => MapLibreMap | null;
}

type Shown =
  | { readonly kind: 'list' }
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'form'; readonly form: RecordForm };

/** The registers of the reader: lists, one record, and the form; drafts and what becomes of them. */
export function createRegisterPanel({ viewer, computer, map }: Parts): HTMLElement {
  const book = registerBook(viewer);
  const element = h('div', { class: 'tool registers' });
  const told = h('p', { class: 'register-told', role: 'status' });
  const body = h('div', {});
  element.append(body, told);
  let register: RegisterId = 'incidents';
  let shown: Shown = { kind: 'list' };
  const onMap = showOnMap(viewer, book);
  const choice = createChoice('register', (value) => {
    const found = KEPT_REGISTERS.find((one) => one === value);
    if (found !== undefined) register = found;
    shown = { kind: 'list' };
    draw();
  });

  const canRecord = (): boolean => ['editor', 'admin'].includes(book.person()?.role ?? '');
  const say = (text: string) => {
    told.textContent = text;
  };

  const toList = () => {
    if (shown.kind === 'form') void shown.form.end();
    onMap.writing(null);
    shown = { kind: 'list' };
    draw();
    body.querySelector<HTMLElement>('h2')?.focus();
  };
  const openForm = (draft: Draft) => {
    if (shown.kind === 'form') void shown.form.end();
    register = draft.register;
    say('');
    const form = createRecordForm({
      ...{ viewer, computer, book, draft },
      map: map(),
      onplace: onMap.writing,
      onback: toList,
      onsend: (sent) => {
        onMap.writing(null);
        shown = { kind: 'list' };
        say(
          viewer.session.user() == null || navigator.onLine === false
            ? viewer.messages().registers.queuedTold
            : '',
        );
        draw();
        body.querySelector<HTMLElement>('h2')?.focus();
        void onMap.watchPriority(sent).then(book.send);
      },
    });
    onMap.writing(draft);
    shown = { kind: 'form', form };
    draw();
    element.closest('.tab-panel')?.scrollTo({ top: 0 });
    form.focus();
  };
  const settle = async (draft: Draft) => {
    const choice = await askConflict(viewer, draft, book.schema(draft.register));
    const { theirs } = draft;
    if (choice === 'theirs') await book.discard(draft.id);
    else if (choice === 'anew')
      await book.save({ ...draft, op: 'insert', target: null, theirs: null, tried: false, state: 'queued' });
    else if (choice === 'mine' && theirs !== null)
      await book.save({ ...draft, target: theirs, theirs: null, state: 'queued' });
    else if (choice === 'edit' && theirs !== null) {
      openForm({ ...draft, target: theirs, theirs: null, state: 'open' });
      return;
    }
    void book.send();
  };
  const openDraft = (draft: Draft) => {
    if (draft.state === 'conflict') void settle(draft);
    else if (draft.state !== 'sending' && draft.op !== 'delete') openForm({ ...draft, state: 'open' });
    else void book.send();
  };
  const openRecord = (id: string) => {
    if (shown.kind === 'form') void shown.form.end();
    onMap.writing(null);
    shown = { kind: 'record', id };
    say('');
    draw();
    body.querySelector<HTMLElement>('h2')?.focus();
  };
  onMap.onpress((of, id, isDraft) => {
    document.getElementById('tab-registers')?.click();
    register = of;
    const draft = isDraft ? book.drafts().find((one) => one.id === id) : undefined;
    if (draft === undefined) openRecord(id);
    else openDraft(draft);
  });

  /** The record as the server has it now; as it was last read, where the server does not answer. */
  const change = async (item: Item, op: 'replace' | 'delete') => {
    const seen = await readSeen(register, String(item.id));
    const words = viewer.messages().registers;
    if (seen === null) {
      say(words.conflictGone);
      await book.reload();
      return;
    }
    if (seen === undefined) {
      say(words.failed);
      return;
    }
    const draft = newDraft(register, book.person()?.name ?? '', seen);
    if (op === 'replace') return openForm(draft);
    if (!(await askSure(words.removeAsk, words.removeYes, words.keep))) return;
    await book.save({ ...draft, op: 'delete', state: 'queued' });
    shown = { kind: 'list' };
    draw();
    await book.send();
  };

  const signedOut = (): HTMLElement => {
    const words = viewer.messages().registers;
    const waiting = book.othersDrafts();
    return h(
      'div',
      { class: 'empty' },
      icon('person'),
      h('h2', { class: 'empty-title' }, words.signedOutTitle),
      h('p', {}, words.signedOutText),
      waiting > 0 ? h('p', { class: 'note note-warn' }, words.ownWaiting(waiting)) : null,
      h(
        'button',
        { type: 'button', class: 'button button-primary', onclick: () => viewer.session.open() },
        viewer.messages().session.signIn,
      ),
    );
  };

  const recordPart = (id: string): HTMLElement | null => {
    const item = book.items(register).find((one) => String(one.id) === id);
    if (item === undefined) return null;
    return recordCard(viewer, book, register, item, {
      onback: toList,
      fit: onMap.fitButton(item),
      onchange: canRecord() ? (op) => void change(item, op) : null,
    });
  };

  const addButton = (): HTMLElement => {
    const words = viewer.messages().registers;
    if (!canRecord()) return h('p', { class: 'quiet' }, words.readOnly);
    const add = () => openForm(newDraft(register, book.person()?.name ?? '', null));
    return h(
      'button',
      { type: 'button', class: 'button button-primary register-add', onclick: add },
      icon('plus'),
      words.add[register],
    );
  };

  const list = (): HTMLElement => {
    const words = viewer.messages().registers;
    const readable = KEPT_REGISTERS.filter((id) => book.schema(id) !== undefined);
    if (!readable.includes(register)) register = readable[0] ?? register;
    choice.show(
      words.which,
      readable.map((id) => ({ value: id, label: words.names[id] })),
      register,
    );
    const others = book.othersDrafts();
    const isNone = readable.length === 0;
    return h(
      'div',
      {},
      h(
        'header',
        { class: 'tool-part' },
        h('h2', { class: 'tool-title', tabindex: -1 }, words.title),
        isNone ? h('p', { class: 'note note-warn' }, words.noRight) : choice.element,
        isNone ? null : addButton(),
      ),
      draftList(viewer, book, openDraft),
      others === 0 ? null : h('p', { class: 'quiet register-note' }, words.othersDrafts(others)),
      isNone ? null : recordList(viewer, book, register, openRecord),
    );
  };

  const draw = () => {
    if (shown.kind === 'form') {
      if (!body.contains(shown.form.element)) replaceChildren(body, shown.form.element);
      return;
    }
    if (book.person() === undefined) {
      replaceChildren(
        body,
        book.state() === 'loading'
          ? h('p', { class: 'skeleton' }, viewer.messages().registers.loading)
          : signedOut(),
      );
      return;
    }
    const record = shown.kind === 'record' ? recordPart(shown.id) : null;
    if (record === null) shown = { kind: 'list' };
    const focused =
      document.activeElement instanceof HTMLElement && body.contains(document.activeElement)
        ? document.activeElement.textContent
        : null;
    replaceChildren(body, record ?? list());
    if (focused !== null && !body.contains(document.activeElement)) {
      [...body.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent === focused)?.focus();
    }
  };
  book.subscribe(draw);
  book.onsent((draft, id) => {
    const words = viewer.messages().registers;
    say(draft.op === 'delete' ? words.removed : words.sent);
    if (id !== null) onMap.sent(draft);
  });
  onMap.ontold(say);
  viewer.store.subscribe((state, before) => {
    if (state.lang === before.lang) return;
    if (shown.kind === 'form') void shown.form.end().then(toList);
    else draw();
  });
  draw();
  return element;
}
