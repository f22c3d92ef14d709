import { daysBetween, parseIsoDate } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';

import { area, number } from '../format/number.js';
import { rows } from '../panel/rows.js';
import { text } from '../server/properties.js';
import { today } from '../state/vintage.js';
import { h } from '../ui/element.js';
import type { Draft, RegisterId } from './draft.js';
import type { RegisterBook } from './register-book.js';
import { registerDefinition } from './register-schema.js';

type Properties = Readonly<Record<string, unknown>>;

const DAY = {
  incidents: 'happened_on',
  inspections: 'inspected_on',
  'levelling-permits': 'issued_on',
} as const;

/** The word of a list for a value; the value itself where it is in none. */
export function termText(
  viewer: Viewer,
  book: RegisterBook,
  register: RegisterId,
  property: string,
  value: string,
) {
  const list = book.schema(register)?.terms.find((one) => one.property === property);
  return list?.terms.find(({ id }) => id === value)?.title[viewer.lang()] ?? value;
}

/** What a record is called in a list. */
export function recordTitle(
  viewer: Viewer,
  book: RegisterBook,
  register: RegisterId,
  properties: Properties,
): string {
  const words = viewer.messages().registers;
  if (register === 'levelling-permits') {
    return text(properties, 'name') ?? text(properties, 'number') ?? words.unnamed;
  }
  const kind = text(properties, 'kind');
  return kind === undefined ? words.unnamed : termText(viewer, book, register, 'kind', kind);
}

export function recordDay(register: RegisterId, properties: Properties): string | undefined {
  return text(properties, DAY[register]);
}

/** Days that a report is late; 0 for one that is not, or that is concluded. */
export function daysLate(register: RegisterId, properties: Properties): number {
  const due = parseIsoDate(text(properties, 'due_on') ?? '');
  if (register !== 'inspections' || due === undefined || properties['status'] === 'concluded') return 0;
  return Math.max(0, daysBetween(due, today()));
}

const TELLING = ['equipment', 'findings', 'holder', 'note'];

/** What tells one record from the next of its kind. */
function snippetOf(properties: Properties): HTMLElement | null {
  const told = TELLING.map((name) => text(properties, name)).find((one) => one !== undefined);
  return told === undefined ? null : h('span', { class: 'record-snippet' }, told);
}

/** One row of a list: what, when, how it stands. */
export function recordRow(
  viewer: Viewer,
  book: RegisterBook,
  register: RegisterId,
  properties: Properties,
  draft: Draft | null,
  onopen: () => void,
): HTMLElement {
  const words = viewer.messages().registers;
  const on = recordDay(register, properties);
  const late = daysLate(register, properties);
  const status = text(properties, 'status');
  const due = text(properties, 'due_on');
  const isDue = register === 'inspections' && due !== undefined && late === 0 && status !== 'concluded';
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'entry record-row', onclick: onopen },
      h('span', { class: `record-mark record-mark-${register}`, 'aria-hidden': 'true' }),
      h(
        'span',
        { class: 'record-main' },
        h('span', { class: 'record-name' }, recordTitle(viewer, book, register, properties)),
        snippetOf(properties),
        h(
          'span',
          { class: 'record-more' },
          h('span', {}, on === undefined ? words.noDay : day(on)),
          status === undefined || draft !== null
            ? null
            : h('span', { class: 'chip' }, termText(viewer, book, register, 'status', status)),
          late > 0
            ? h('span', { class: 'chip chip-high' }, words.overdue(number(late, viewer.lang())))
            : null,
          isDue ? h('span', { class: 'chip' }, words.due(day(due))) : null,
          draft === null
            ? null
            : h(
                'span',
                { class: `chip draft-${draft.state}` },
                draft.op === 'delete' ? words.deleting : words.states[draft.state],
              ),
        ),
      ),
    ),
  );
}

/** All that a record says, in the order of its register. */
export function recordRows(
  viewer: Viewer,
  book: RegisterBook,
  register: RegisterId,
  properties: Properties,
): HTMLElement | null {
  const lang = viewer.lang();
  const told = (name: string): string | null => {
    const value = properties[name];
    if (value === null || value === undefined || value === '') return null;
    if (name === 'details') {
      const time: unknown = typeof value === 'object' ? Reflect.get(value, 'time') : undefined;
      return typeof time === 'string' ? time : null;
    }
    if (name === 'area_declared_m2' && typeof value === 'number') return area(value, lang);
    if (Array.isArray(value)) return value.length === 0 ? null : value.join('; ');
    if (typeof value === 'number') return number(value, lang);
    if (/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return day(String(value));
    return termText(viewer, book, register, name, String(value));
  };
  return rows(
    registerDefinition(register).properties.map(({ name, title }) => [
      name === 'details' ? viewer.messages().registers.time : title[lang],
      told(name),
    ]),
  );
}
