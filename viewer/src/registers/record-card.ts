import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import type { Item } from '../server/features.js';
import { type Child, h } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import type { RegisterId } from './draft.js';
import { daysLate, recordRows, recordTitle } from './record-view.js';
import type { RegisterBook } from './register-book.js';

interface Acts {
  readonly onback: () => void;
  readonly fit: Child;
  /** `null`: the reader may not change it. */
  readonly onchange: ((op: 'replace' | 'delete') => void) | null;
}

/** All of one record, and what may be done with it. */
export function recordCard(
  viewer: Viewer,
  book: RegisterBook,
  register: RegisterId,
  { properties }: Item,
  { onback, fit, onchange }: Acts,
): HTMLElement {
  const words = viewer.messages().registers;
  const late = daysLate(register, properties);
  const act = (name: 'pencil' | 'bin', text: string, op: 'replace' | 'delete') =>
    h('button', { type: 'button', class: 'button', onclick: () => onchange?.(op) }, icon(name), text);
  return h(
    'div',
    { class: 'record' },
    h(
      'header',
      { class: 'tool-part record-head' },
      h(
        'button',
        { type: 'button', class: 'link-button record-back', onclick: onback },
        icon('previous'),
        words.back,
      ),
      h('p', { class: 'eyebrow' }, words.names[register]),
      h('h2', { class: 'tool-title', tabindex: -1 }, recordTitle(viewer, book, register, properties)),
      late > 0
        ? h('p', {}, h('span', { class: 'chip chip-high' }, words.overdue(number(late, viewer.lang()))))
        : null,
    ),
    h(
      'section',
      { class: 'tool-part' },
      recordRows(viewer, book, register, properties),
      fit,
      onchange === null
        ? null
        : h(
            'div',
            { class: 'record-acts' },
            act('pencil', words.change, 'replace'),
            act('bin', words.remove, 'delete'),
          ),
    ),
  );
}
