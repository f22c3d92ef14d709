import './registers.css';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import type { Computer } from '../compute/computer.js';
import { number } from '../format/number.js';
import { timeText } from '../offline/standing.js';
import { createChoice } from '../panel/choice.js';
import type { Item } from '../server/features.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { askConflict, askSure } from './conflict-dialog.js';
import { type Draft, KEPT_REGISTERS, type RegisterId } from './draft.js';
import { showOnMap } from './map-hook.js';
import { createRecordForm, type RecordForm } from './record-form.js';
import { daysLate, recordDay, recordRow, recordRows, recordTitle } from './record-view.js';
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

  const mayRead = (id: RegisterId) => book.schema(id) !== undefined;
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

  const head = (title: string, ...more: (HTMLElement | null)[]) =>
    h('header', { class: 'tool-part' }, h('h2', { class: 'tool-title', tabindex: -1 }, title), ...more);

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
    const words = viewer.messages().registers;
    const item = book.items(register).find((one) => String(one.id) === id);
    if (item === undefined) return null;
    const late = daysLate(register, item.properties);
    const acts = canRecord()
      ? h(
          'div',
          { class: 'record-acts' },
          h(
            'button',
            { type: 'button', class: 'button', onclick: () => void change(item, 'replace') },
            icon('pencil'),
            words.change,
          ),
          h(
            'button',
            { type: 'button', class: 'button', onclick: () => void change(item, 'delete') },
            icon('bin'),
            words.remove,
          ),
        )
      : null;
    return h(
      'div',
      { class: 'record' },
      h(
        'header',
        { class: 'tool-part record-head' },
        h(
          'button',
          { type: 'button', class: 'link-button record-back', onclick: toList },
          icon('previous'),
          words.back,
        ),
        h('p', { class: 'eyebrow' }, words.names[register]),
        h('h2', { class: 'tool-title', tabindex: -1 }, recordTitle(viewer, book, register, item.properties)),
        late > 0
          ? h('p', {}, h('span', { class: 'chip chip-high' }, words.overdue(number(late, viewer.lang()))))
          : null,
      ),
      h(
        'section',
        { class: 'tool-part' },
        recordRows(viewer, book, register, item.properties),
        onMap.fitButton(item),
        acts,
      ),
    );
  };

  const list = (): HTMLElement => {
    const words = viewer.messages().registers;
    const lang = viewer.lang();
    const readable = KEPT_REGISTERS.filter(mayRead);
    if (!readable.includes(register)) register = readable[0] ?? register;
    choice.show(
      words.which,
      readable.map((id) => ({ value: id, label: words.names[id] })),
      register,
    );
    const drafts = book.drafts();
    const waiting = new Set(drafts.filter(({ op }) => op === 'delete').map(({ target }) => target?.id));
    const items = book
      .items(register)
      .filter(({ id }) => !waiting.has(String(id)))
      .toSorted((a, b) =>
        (recordDay(register, a.properties) ?? '') < (recordDay(register, b.properties) ?? '') ? 1 : -1,
      );
    const kept = book.keptAt(register);
    const owner = book.person()?.name ?? '';
    return h(
      'div',
      {},
      head(
        words.title,
        readable.length === 0 ? h('p', { class: 'note note-warn' }, words.noRight) : choice.element,
        canRecord() && readable.length > 0
          ? h(
              'button',
              {
                type: 'button',
                class: 'button button-primary register-add',
                onclick: () => openForm(newDraft(register, owner, null)),
              },
              icon('plus'),
              words.add[register],
            )
          : readable.length === 0
            ? null
            : h('p', { class: 'quiet' }, words.readOnly),
      ),
      drafts.length === 0
        ? null
        : h(
            'section',
            { class: 'register-part', 'aria-labelledby': 'register-drafts' },
            h('h3', { class: 'register-heading', id: 'register-drafts' }, words.drafts),
            h(
              'ul',
              { class: 'records' },
              ...drafts.map((draft) => {
                const row = recordRow(viewer, book, draft.register, draft.properties, draft, () =>
                  openDraft(draft),
                );
                const discard = h(
                  'button',
                  {
                    type: 'button',
                    class: 'icon-button record-discard',
                    'aria-label': words.discard,
                    title: words.discard,
                  },
                  icon('bin'),
                );
                discard.addEventListener('click', () => {
                  void askSure(words.discardAsk, words.discardYes, words.keep).then((sure) => {
                    if (sure) void book.discard(draft.id);
                  });
                });
                if (draft.state !== 'sending') row.append(discard);
                if (draft.state === 'refused')
                  row.append(
                    h(
                      'p',
                      { class: 'field-fault record-fault' },
                      draft.faults.map((fault) => fault.text).join(' '),
                    ),
                  );
                return row;
              }),
            ),
          ),
      book.othersDrafts() === 0
        ? null
        : h('p', { class: 'quiet register-note' }, words.othersDrafts(book.othersDrafts())),
      readable.length === 0
        ? null
        : h(
            'section',
            { class: 'register-part', 'aria-labelledby': 'register-records' },
            h(
              'h3',
              { class: 'register-heading', id: 'register-records' },
              words.names[register],
              ' ',
              h('span', { class: 'count' }, number(items.length, lang)),
            ),
            kept === undefined
              ? null
              : h('p', { class: 'quiet register-note' }, words.keptAt(timeText(new Date(kept), lang))),
            items.length === 0
              ? h(
                  'p',
                  { class: 'quiet register-note' },
                  book.state() === 'loading'
                    ? words.loading
                    : book.state() === 'failed'
                      ? words.failed
                      : words.empty[register],
                )
              : h(
                  'ul',
                  { class: 'records' },
                  ...items.map((item) =>
                    recordRow(viewer, book, register, item.properties, null, () =>
                      openRecord(String(item.id)),
                    ),
                  ),
                ),
            book.state() === 'failed'
              ? h(
                  'button',
                  { type: 'button', class: 'button register-retry', onclick: () => void book.reload() },
                  words.retry,
                )
              : null,
          ),
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
