import type { IsoDate, Secrecy } from '@giapranh/core';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import type { Computer } from '../compute/computer.js';
import { today } from '../state/vintage.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import type { Draft } from './draft.js';
import { createJudgedPart } from './judged-part.js';
import { createPlacePart } from './place-part.js';
import { dayOf, type FieldInput, fieldInput, type Values } from './record-fields.js';
import { gaps } from './record-gaps.js';
import { areaOf, DAY, timeOf, withToday } from './record-values.js';
import type { RegisterBook } from './register-book.js';
import { fieldsOf, registerDefinition } from './register-schema.js';
import { secrecySelect } from './secrecy-select.js';
import { createSidesPart } from './sides-part.js';

export interface RecordForm {
  readonly element: HTMLElement;
  readonly focus: () => void;
  /** Puts what is written on the disk, and gives the map back. */
  readonly end: () => Promise<void>;
}

interface Parts {
  readonly viewer: Viewer;
  readonly computer: Computer;
  readonly map: MapLibreMap | null;
  readonly book: RegisterBook;
  readonly draft: Draft;
  readonly onplace: (draft: Draft) => void;
  readonly onback: () => void;
  /** It was queued. */
  readonly onsend: (draft: Draft) => void;
}

/** A record as it is written: every change goes to the disk of this browser before anything is sent. */
export function createRecordForm(parts: Parts): RecordForm {
  const { viewer, book, register, first } = {
    ...parts,
    register: parts.draft.register,
    first: withToday(parts.draft),
  };
  const words = viewer.messages().registers;
  const schema = book.schema(register);
  let draft: Draft = { ...parts.draft, properties: first };
  let touched = false;
  let stale = false;
  let keeping: Promise<void> | undefined;
  const saved = h('span', { class: 'quiet', role: 'status' });
  const faults = h('p', { class: 'field-fault', role: 'alert' });
  /** At once: a page may be gone the next moment. What changes while it is written is written after it. */
  const change = () => {
    touched = true;
    stale = true;
    saved.textContent = viewer.messages().registers.saving;
    keeping ??= keepAll().finally(() => {
      keeping = undefined;
    });
  };
  const inputs: readonly FieldInput[] = (schema === undefined ? [] : fieldsOf(schema)).map((field) =>
    fieldInput(viewer, field, first, change),
  );
  const time = h('input', { class: 'field', type: 'time', id: 'record-time' });
  time.value = timeOf(first);
  time.addEventListener('input', change);
  const secrecy = secrecySelect(
    viewer,
    book.person()?.secrecy ?? [],
    draft.secrecy ?? registerDefinition(register).secrecy,
  );
  secrecy.addEventListener('change', change);
  const sides = createSidesPart(viewer, register === 'incidents', first, change);
  const judged = createJudgedPart(viewer, parts.computer, register);
  const dayNow = (): IsoDate => {
    const written = inputs.find(({ field }) => field.name === DAY[register])?.read();
    return dayOf({ day: written }, 'day') ?? today();
  };
  const place = createPlacePart({
    ...parts,
    register,
    first: { geometry: draft.geometry, error_m: draft.error_m },
    day: dayNow,
    onplace: (placed) => {
      draft = { ...draft, ...placed };
      parts.onplace(draft);
      judged.show(placed.geometry, dayNow());
      change();
    },
    onlocated: (located, isNew) => sides.show(located, isNew && touched),
  });
  judged.show(draft.geometry, dayNow());

  const values = (): Values => {
    const told = Object.fromEntries(inputs.map((input) => [input.field.name, input.read() ?? null] as const));
    const details = typeof first['details'] === 'object' && first['details'] !== null ? first['details'] : {};
    return {
      ...told,
      ...sides.values(),
      ...areaOf(place.value(), register),
      ...(register === 'incidents'
        ? { details: { ...details, ...(time.value === '' ? {} : { time: time.value }) } }
        : {}),
    };
  };
  const now = (state: Draft['state']): Draft => ({
    ...draft,
    ...place.value(),
    properties: { ...first, ...values() },
    secrecy: secrecy.value === '' ? null : (secrecy.value as Secrecy),
    state,
    savedAt: new Date().toISOString(),
  });
  const keepAll = async () => {
    // A form that was sent is not kept as a draft beside it.
    while (stale && !send.disabled) {
      stale = false;
      try {
        draft = now('open');
        await book.keep(draft);
        saved.textContent = viewer.messages().registers.saved;
      } catch {
        saved.textContent = viewer.messages().registers.notSaved;
      }
    }
  };
  const check = (): number => {
    const said = values();
    let count = 0;
    const refuse = (name: string, why: string) => {
      const input = inputs.find(({ field }) => field.name === name);
      if (input === undefined) return;
      input.refuse(why);
      if (count === 0) input.focus();
      count += 1;
    };
    place.refuse(place.value().geometry === null ? words.needPlace : '');
    if (place.value().geometry === null) {
      count += 1;
      element.querySelector<HTMLElement>('.place-buttons button')?.focus();
    }
    for (const input of inputs) {
      const why = input.fault();
      if (why === '') input.refuse('');
      else refuse(input.field.name, why);
    }
    if (count > 0) return count;
    for (const [name, why] of gaps(register, said, words)) refuse(name, why);
    return count;
  };
  const isAway = (): boolean => navigator.onLine === false || viewer.session.user() == null;
  const send = h(
    'button',
    { type: 'submit', class: 'button button-primary form-send' },
    isAway() ? words.sendLater : words.send,
  );
  const form = h(
    'form',
    { class: 'record-form', novalidate: true },
    place.element,
    sides.element,
    h(
      'section',
      { class: 'tool-part', 'aria-label': words.what },
      ...inputs.flatMap((input) =>
        input.field.name === 'happened_on'
          ? [h('div', { class: 'field-pair' }, input.element, labelled(words.time, time))]
          : [input.element],
      ),
      secrecy.options.length < 2 ? null : labelled(words.secrecy, secrecy),
    ),
    judged.element,
    h('div', { class: 'form-foot' }, faults, h('div', { class: 'form-acts' }, saved, send)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const count = check();
    faults.textContent = count === 0 ? '' : words.faults(count);
    if (count > 0) return;
    send.disabled = true;
    void (async () => {
      await keeping;
      draft = { ...now('queued'), faults: [] };
      try {
        await book.save(draft);
        parts.onsend(draft);
      } catch {
        send.disabled = false;
        faults.textContent = words.notSaved;
      }
    })();
  });
  const element = h(
    'div',
    { class: 'record' },
    h(
      'header',
      { class: 'tool-part record-head' },
      h(
        'button',
        { type: 'button', class: 'link-button record-back', onclick: () => parts.onback() },
        icon('previous'),
        words.back,
      ),
      h(
        'h2',
        { class: 'tool-title', tabindex: -1 },
        draft.op === 'insert' ? words.add[register] : words.edit[register],
      ),
    ),
    form,
  );
  const whole = draft.faults.filter(({ field }) => !inputs.some((input) => input.field.name === field));
  for (const { field, text } of draft.faults)
    inputs.find((input) => input.field.name === field)?.refuse(text);
  if (whole.length > 0) replaceChildren(faults, whole.map(({ text }) => text).join(' '));
  return {
    element,
    focus: () => element.querySelector<HTMLElement>('h2')?.focus(),
    end: async () => {
      place.end();
      judged.end();
      await keeping;
      if (touched && !send.disabled) await book.save(now('open'));
    },
  };
}

function labelled(label: string, field: HTMLElement): HTMLElement {
  return h('div', { class: 'tool-field' }, h('label', { class: 'field-label', for: field.id }, label), field);
}
