import { documentStanding, type ProfileDocument } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { h, replaceChildren } from '../ui/element.js';
import { rows } from './rows.js';

export interface DocumentDialog {
  readonly dialog: HTMLDialogElement;
  readonly open: (id: string) => void;
}

/** An entry of the register of documents, as of the day shown: what it says, its days, what it replaces, how sure we are. */
export function createDocumentDialog(viewer: Viewer): DocumentDialog {
  const body = h('div', { class: 'document-entry' });
  const close = h('button', { type: 'button', class: 'button' });
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'document-title' },
    body,
    h('div', { class: 'dialog-foot' }, close),
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  let shown: string | undefined;

  const numbers = (ids: readonly string[] | undefined): HTMLElement | null => {
    const found = viewer.profile.documents.filter(({ id }) => ids?.includes(id) === true);
    return found.length === 0
      ? null
      : h(
          'span',
          { class: 'document-links' },
          ...found.map(({ id, number }) =>
            h('button', { type: 'button', class: 'link-button', onclick: () => open(id) }, number),
          ),
        );
  };
  const draw = (entry: ProfileDocument) => {
    const lang = viewer.lang();
    const words = viewer.messages().document;
    const register = viewer.profile.documents;
    const { status, superseded_by } = documentStanding(register, entry, viewer.asOf());
    const conflicts = entry.conflicts_with ?? [];
    replaceChildren(
      body,
      h('p', { class: 'eyebrow' }, entry.kind),
      h('h2', { id: 'document-title' }, entry.number),
      h(
        'p',
        { class: 'flag-marks' },
        h('span', { class: `chip chip-status-${status}` }, words.status[status]),
        h('span', { class: 'quiet' }, words.asOf(day(viewer.asOf()))),
      ),
      h('p', { class: 'document-name' }, entry.title[lang]),
      h('p', {}, entry.summary[lang]),
      rows([
        [words.issuer, entry.issuer],
        [words.date, entry.date === null ? words.undated : day(entry.date)],
        [words.from, entry.valid_from === null ? null : day(entry.valid_from)],
        [words.to, entry.valid_to === null ? null : day(entry.valid_to)],
        [words.supersedes, numbers(entry.supersedes)],
        [words.amends, numbers(entry.amends)],
        [words.supersededBy, numbers(superseded_by)],
        [words.units, entry.units?.map(({ name }) => name).join(', ')],
        [words.seen, entry.seen],
        [words.sure, words.confidence[entry.confidence]],
      ]),
      ...conflicts.map((conflict) =>
        h(
          'p',
          { class: 'note note-warn' },
          h('strong', {}, `${words.conflict} `),
          conflict.fact[lang],
          ' ',
          numbers([conflict.document]),
        ),
      ),
    );
    close.textContent = viewer.messages().panel.close;
  };
  const open = (id: string) => {
    const entry = viewer.profile.documents.find((one) => one.id === id);
    if (entry === undefined) return;
    shown = id;
    draw(entry);
    if (!dialog.open) dialog.showModal();
  };
  viewer.store.subscribe((state, before) => {
    const entry = viewer.profile.documents.find((one) => one.id === shown);
    if (dialog.open && entry !== undefined && (state.lang !== before.lang || state.asOf !== before.asOf))
      draw(entry);
  });
  return { dialog, open };
}
