import { type IsoDate, parseIsoDate } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { today } from '../state/vintage.js';
import { readDay } from '../ui/day-field.js';
import { h } from '../ui/element.js';
import type { Field } from './register-schema.js';

export type Values = Readonly<Record<string, unknown>>;

export interface FieldInput {
  readonly field: Field;
  readonly element: HTMLElement;
  /** What is written; `undefined` when it cannot be read, and then `fault` tells why. */
  readonly read: () => unknown;
  readonly fault: () => string;
  readonly refuse: (text: string) => void;
  readonly focus: () => void;
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function listText(value: unknown): string {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('\n') : text(value);
}

/** Days that something was done on lie behind; those it is due on may lie ahead. */
const DONE_ON = ['happened_on', 'inspected_on', 'seen_on', 'received_on'];

/** One field of a record with its name before it and what is wrong with it after it. */
export function fieldInput(viewer: Viewer, field: Field, first: Values, onchange: () => void): FieldInput {
  const lang = viewer.lang();
  const words = viewer.messages().registers;
  const id = `record-${field.name}`;
  const value = first[field.name];
  const shared = { class: 'field', id, 'aria-describedby': `${id}-fault` } as const;
  const control = controlOf();
  const fault = h('p', { class: 'field-fault', id: `${id}-fault` });
  control.addEventListener('input', () => {
    refuse('');
    onchange();
  });
  control.addEventListener('change', () => refuse(faultOf(control.value)));
  const refuse = (why: string) => {
    fault.textContent = why;
    control.setAttribute('aria-invalid', String(why !== ''));
  };

  function controlOf(): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
    if (field.kind === 'choice') {
      const select = h(
        'select',
        shared,
        h('option', { value: '' }, words.choose),
        ...field.terms.map((term) =>
          h('option', { value: term.id, selected: term.id === value }, term.title[lang]),
        ),
      );
      return select;
    }
    if (field.kind === 'long' || field.kind === 'list') {
      const area = h('textarea', {
        ...shared,
        rows: field.kind === 'list' ? 2 : 3,
        placeholder: field.kind === 'list' ? words.lines : null,
      });
      area.value = listText(value);
      return area;
    }
    const list = field.terms.length === 0 ? null : `${id}-terms`;
    const input = h('input', {
      ...shared,
      type: 'text',
      list,
      autocomplete: 'off',
      inputmode: field.kind === 'text' ? null : field.kind === 'number' ? 'decimal' : 'numeric',
      placeholder: field.kind === 'day' ? 'dd/mm/yyyy' : null,
    });
    input.value = field.kind === 'day' && text(value) !== '' ? day(text(value)) : termText(text(value));
    return input;
  }
  /** Open lists are shown in the words of people and kept by their ids. */
  function termText(kept: string): string {
    return field.terms.find((term) => term.id === kept)?.title[lang] ?? kept;
  }
  function termId(shown: string): string {
    const folded = shown.trim().toLocaleLowerCase('vi');
    const found = field.terms.find(
      ({ id: own, title }) =>
        own === folded || title.vi.toLocaleLowerCase('vi') === folded || title.en.toLowerCase() === folded,
    );
    return found?.id ?? shown.trim();
  }
  function faultOf(shown: string): string {
    const plain = shown.trim();
    if (plain === '') return '';
    if (field.maxLength !== null && plain.length > field.maxLength)
      return words.tooLong(String(field.maxLength));
    if (field.kind === 'integer') return /^\d{1,9}$/.test(plain) ? '' : words.badCount;
    if (field.kind === 'number') return Number.isFinite(decimal(plain)) ? '' : words.badNumber;
    if (field.kind !== 'day') return '';
    const written = readDay(plain);
    if (written === undefined) return words.badDay;
    return DONE_ON.includes(field.name) && written > today() ? words.futureDay : '';
  }
  const read = (): unknown => {
    const plain = control.value.trim();
    if (plain === '') return null;
    switch (field.kind) {
      case 'integer':
        return Number(plain);
      case 'number':
        return decimal(plain);
      case 'day':
        return readDay(plain);
      case 'list':
        return plain
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
      case 'choice':
        return plain;
      default:
        return field.terms.length > 0 ? termId(plain) : plain;
    }
  };
  return {
    field,
    element: h(
      'div',
      { class: `tool-field record-field record-field-${field.kind}` },
      h('label', { class: 'field-label', for: id }, field.title[lang]),
      control,
      field.terms.length === 0 || field.kind === 'choice'
        ? null
        : h(
            'datalist',
            { id: `${id}-terms` },
            ...field.terms.map(({ title }) => h('option', { value: title[lang] })),
          ),
      fault,
    ),
    read: () => (faultOf(control.value) === '' ? read() : undefined),
    fault: () => faultOf(control.value),
    refuse,
    focus: () => control.focus(),
  };
}

/** `1.234,5` and `1234.5`. */
function decimal(shown: string): number {
  return Number(shown.includes(',') ? shown.replaceAll('.', '').replace(',', '.') : shown);
}

export function dayOf(values: Values, name: string): IsoDate | undefined {
  const value = values[name];
  return typeof value === 'string' ? parseIsoDate(value) : undefined;
}
