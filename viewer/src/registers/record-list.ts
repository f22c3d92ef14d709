import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import { timeText } from '../offline/standing.js';
import { h } from '../ui/element.js';
import type { RegisterId } from './draft.js';
import { recordDay, recordRow } from './record-view.js';
import type { RegisterBook } from './register-book.js';

/** The records of a register, the latest first; of which moment, where the server does not answer now. */
export function recordList(
  viewer: Viewer,
  book: RegisterBook,
  register: RegisterId,
  onopen: (id: string) => void,
): HTMLElement {
  const words = viewer.messages().registers;
  const lang = viewer.lang();
  const going = new Set(
    book
      .drafts()
      .filter(({ op }) => op === 'delete')
      .map(({ target }) => target?.id),
  );
  const dayOf = ({ properties }: { readonly properties: Readonly<Record<string, unknown>> }) =>
    recordDay(register, properties) ?? '';
  const items = book
    .items(register)
    .filter(({ id }) => !going.has(String(id)))
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  const kept = book.keptAt(register);
  const nothing = { loading: words.loading, failed: words.failed, ready: words.empty[register] }[
    book.state()
  ];
  return h(
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
      ? h('p', { class: 'quiet register-note' }, nothing)
      : h(
          'ul',
          { class: 'records' },
          ...items.map(({ id, properties }) =>
            recordRow(viewer, book, register, properties, null, () => onopen(String(id))),
          ),
        ),
    book.state() === 'failed'
      ? h(
          'button',
          { type: 'button', class: 'button register-retry', onclick: () => void book.reload() },
          words.retry,
        )
      : null,
  );
}
