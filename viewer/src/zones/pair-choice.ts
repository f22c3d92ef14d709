import type { AdminLevel, UnitIndexEntry } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { createChoice } from '../panel/choice.js';
import { h, replaceChildren } from '../ui/element.js';
import { mayTouch, unitLabel, unitsOf } from './zone-units.js';

export interface Pair {
  readonly level: AdminLevel;
  readonly units: readonly [UnitIndexEntry, UnitIndexEntry];
}

export interface PairChoice {
  readonly element: HTMLElement;
  /** `null` until two units are chosen. */
  readonly pair: () => Pair | null;
  /** After the units came, or the day or the language changed. */
  readonly draw: (units: readonly UnitIndexEntry[]) => void;
}

const LEVELS: readonly AdminLevel[] = ['province', 'district', 'commune'];

interface UnitField {
  readonly element: HTMLElement;
  readonly chosen: () => UnitIndexEntry | undefined;
  readonly offer: (
    units: readonly UnitIndexEntry[],
    label: string,
    hint: string,
    keep: string | undefined,
  ) => void;
}

/** A field to type a name in, with the names there are; read back by the whole label. */
function createUnitField(id: string, onchange: () => void): UnitField {
  let offered: readonly UnitIndexEntry[] = [];
  const label = h('label', { class: 'field-label', for: id });
  const list = h('datalist', { id: `${id}-names` });
  const field = h('input', { class: 'field', id, list: `${id}-names`, autocomplete: 'off' });
  const chosen = (): UnitIndexEntry | undefined => {
    const text = field.value.trim().normalize('NFC').toLocaleLowerCase('vi');
    const whole = offered.find((unit) => unitLabel(unit).toLocaleLowerCase('vi') === text);
    if (whole !== undefined || text === '') return whole;
    const named = offered.filter((unit) => unit.name.toLocaleLowerCase('vi').endsWith(text));
    return named.length === 1 ? named[0] : undefined;
  };
  field.addEventListener('change', () => {
    const unit = chosen();
    if (unit !== undefined) field.value = unitLabel(unit);
    onchange();
  });
  // All names are offered again when the field is entered with one in it.
  field.addEventListener('focus', () => field.select());
  return {
    element: h('div', { class: 'tool-field' }, label, field, list),
    chosen,
    offer: (units, words, hint, keep) => {
      offered = units;
      label.textContent = words;
      field.placeholder = hint;
      replaceChildren(list, ...units.map((unit) => h('option', { value: unitLabel(unit) })));
      const kept = units.find(({ code }) => code === keep);
      field.value = kept === undefined ? '' : unitLabel(kept);
      field.disabled = units.length === 0;
    },
  };
}

/** Two neighbouring units of one level, in the vintage of the day shown. */
export function createPairChoice(viewer: Viewer, onchange: () => void): PairChoice {
  let level: AdminLevel = 'province';
  let all: readonly UnitIndexEntry[] = [];
  const levels = createChoice('zone-level', (value) => {
    level = LEVELS.find((one) => one === value) ?? 'province';
    draw(all);
    onchange();
  });
  const offerSecond = (): void => {
    const words = viewer.messages().zones;
    const one = first.chosen();
    const touching = one === undefined ? [] : here().filter((unit) => mayTouch(one, unit));
    const before =
      second.chosen()?.code ??
      viewer.vintage().neighbours.find(({ geometry }) => geometry === 'present')?.code;
    second.offer(touching, words.second, one === undefined ? words.chooseFirst : words.typeName, before);
  };
  const first = createUnitField('zone-first', () => {
    offerSecond();
    onchange();
  });
  const second = createUnitField('zone-second', onchange);
  const here = () => unitsOf(all, viewer.vintage().id, level);

  const draw = (units: readonly UnitIndexEntry[]): void => {
    all = units;
    const words = viewer.messages().zones;
    const isOffered = (one: AdminLevel) => unitsOf(all, viewer.vintage().id, one).length > 1;
    const there = units.length === 0 ? LEVELS : LEVELS.filter(isOffered);
    if (!there.includes(level)) level = there[0] ?? 'province';
    levels.show(
      words.level,
      there.map((value) => ({ value, label: words.levels[value] })),
      level,
    );
    const before = first.chosen();
    const keep = before?.level === level ? before.code : viewer.vintage().subject;
    first.offer(here(), words.first, words.typeName, level === 'province' ? keep : before?.code);
    offerSecond();
  };
  return {
    element: h('div', { class: 'tool-part' }, levels.element, first.element, second.element),
    pair: () => {
      const [a, b] = [first.chosen(), second.chosen()];
      return a === undefined || b === undefined ? null : { level, units: [a, b] };
    },
    draw,
  };
}
