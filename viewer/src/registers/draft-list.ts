import type { Viewer } from '../app/viewer.js';
import { h } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { askSure } from './conflict-dialog.js';
import type { Draft } from './draft.js';
import { recordRow } from './record-view.js';
import type { RegisterBook } from './register-book.js';

/** What the server does not have yet, each with where it stands; `null` without any. */
export function draftList(
  viewer: Viewer,
  book: RegisterBook,
  onopen: (draft: Draft) => void,
): HTMLElement | null {
  const words = viewer.messages().registers;
  const drafts = book.drafts();
  if (drafts.length === 0) return null;
  return h(
    'section',
    { class: 'register-part', 'aria-labelledby': 'register-drafts' },
    h('h3', { class: 'register-heading', id: 'register-drafts' }, words.drafts),
    h('ul', { class: 'records' }, ...drafts.map((draft) => draftRow(viewer, book, draft, onopen))),
  );
}

function draftRow(viewer: Viewer, book: RegisterBook, draft: Draft, onopen: (draft: Draft) => void) {
  const words = viewer.messages().registers;
  const row = recordRow(viewer, book, draft.register, draft.properties, draft, () => onopen(draft));
  if (draft.state === 'refused') {
    const why = draft.faults.map((fault) => fault.text).join(' ');
    row.append(h('p', { class: 'field-fault record-fault' }, why));
  }
  if (draft.state === 'sending') return row;
  const discard = async () => {
    if (await askSure(words.discardAsk, words.discardYes, words.keep)) await book.discard(draft.id);
  };
  row.append(
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button record-discard',
        'aria-label': words.discard,
        title: words.discard,
        onclick: () => void discard(),
      },
      icon('bin'),
    ),
  );
  return row;
}
