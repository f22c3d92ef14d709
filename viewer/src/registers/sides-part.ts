import { REGISTER_TERMS, type ResponsibleBody } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { rows } from '../panel/rows.js';
import { h, replaceChildren } from '../ui/element.js';
import type { Located } from './place-part.js';
import { sidesOf, unitCodeOf } from './place-sides.js';
import type { Values } from './record-fields.js';

/** A body and its unit, as it is kept and shown. */
function bodyText({ name, unit }: ResponsibleBody, lang: 'vi' | 'en'): string {
  const own = name[lang];
  return unit === null || own.toLocaleLowerCase('vi').includes(unit.name.toLocaleLowerCase('vi'))
    ? own
    : `${own}, ${unit.name}`;
}

export interface SidesPart {
  readonly element: HTMLElement;
  /** `isNew`: the place changed, so what was worked out takes the place of what stood there. */
  readonly show: (located: Located, isNew: boolean) => void;
  readonly values: () => Values;
}

const BANKS =
  REGISTER_TERMS.find(({ layer, property }) => layer === 'incidents' && property === 'bank')?.terms ?? [];

/**
 * Both sides of the border at the place: unit, facing commune, bank, and the bodies to tell. Worked out and offered;
 * what people choose is what is kept.
 */
export function createSidesPart(
  viewer: Viewer,
  twoSided: boolean,
  first: Values,
  onchange: () => void,
): SidesPart {
  const element = h('section', { class: 'tool-part sides-part', hidden: true });
  let located: Located | undefined;
  let bank = typeof first['bank'] === 'string' ? first['bank'] : null;
  let unit = typeof first['unit_code'] === 'string' ? first['unit_code'] : null;
  let pair = typeof first['pair'] === 'string' ? first['pair'] : null;
  const kept = Array.isArray(first['told']) ? first['told'].filter((one) => typeof one === 'string') : [];
  const told = new Set<string>(kept);
  const other = h('input', { class: 'field', id: 'record-told-other', autocomplete: 'off' });
  let offered: readonly string[] = [];
  other.addEventListener('input', onchange);

  const bodiesOf = (bodies: readonly ResponsibleBody[], title: string) => {
    const lang = viewer.lang();
    return bodies.length === 0
      ? null
      : h(
          'fieldset',
          { class: 'told' },
          h('legend', { class: 'field-label' }, title),
          ...bodies.map((body) => {
            const text = bodyText(body, 'vi');
            const box = h('input', { type: 'checkbox', checked: told.has(text) });
            box.addEventListener('change', () => {
              if (box.checked) told.add(text);
              else told.delete(text);
              onchange();
            });
            return h('label', { class: 'told-row' }, box, h('span', {}, bodyText(body, lang)));
          }),
        );
  };
  const mayWrite = (code: string): boolean => {
    const user = viewer.session.user();
    return user === null || user === undefined || user.units === 'all' || user.units.includes(code);
  };
  const draw = () => {
    const words = viewer.messages().registers;
    const lang = viewer.lang();
    element.hidden = located === undefined || located === null;
    if (located === undefined || located === null) return;
    const { own, neighbour, facing, unit: of } = sidesOf(located);
    offered = [...own, ...neighbour].map((body) => bodyText(body, 'vi'));
    const rest = [...told].filter((one) => !offered.includes(one));
    for (const one of rest) told.delete(one);
    if (rest.length > 0) other.value = [other.value, ...rest].filter((one) => one !== '').join('; ');
    const select = h(
      'select',
      { class: 'field', id: 'record-bank' },
      h('option', { value: '' }, words.notSaid),
      ...BANKS.map(({ id, title }) => h('option', { value: id, selected: id === bank }, title[lang])),
    );
    select.addEventListener('change', () => {
      bank = select.value === '' ? null : select.value;
      onchange();
    });
    replaceChildren(
      element,
      rows([
        [words.unit, of === null ? words.outside : of.name],
        [words.facing, !twoSided || facing === null ? null : facing.name],
      ]),
      unit !== null && !mayWrite(unit) ? h('p', { class: 'note note-warn' }, words.notMine) : null,
      twoSided
        ? h(
            'div',
            { class: 'tool-field' },
            h('label', { class: 'field-label', for: 'record-bank' }, words.bank),
            select,
            located.bank === null && of !== null ? h('p', { class: 'quiet' }, words.bankOpen) : null,
          )
        : null,
      twoSided ? h('h4', { class: 'tool-heading' }, words.told) : null,
      twoSided ? bodiesOf(own, words.toldOwn) : null,
      twoSided ? bodiesOf(neighbour, words.toldNeighbour) : null,
      twoSided
        ? h(
            'div',
            { class: 'tool-field' },
            h('label', { class: 'field-label', for: 'record-told-other' }, words.toldOther),
            other,
          )
        : null,
    );
  };
  const values = () => {
    const others = other.value
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    return {
      unit_code: unit,
      ...(twoSided ? { pair, bank, told: [...told, ...others] } : {}),
    };
  };
  return {
    element,
    show: (next, isNew) => {
      const before = JSON.stringify(values());
      located = next;
      if (next !== null) {
        const sides = sidesOf(next);
        if (isNew || unit === null) unit = sides.unit === null ? null : unitCodeOf(sides.unit);
        if (isNew || pair === null) pair = next.contact?.pair ?? null;
        if (isNew || bank === null) bank = next.bank;
      }
      draw();
      if (JSON.stringify(values()) !== before) onchange();
    },
    values,
  };
}
