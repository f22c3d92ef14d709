import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { NARROWEST_m, OFFERED_m, readWidth, WIDEST_m } from './widths.js';

export interface WidthChoice {
  readonly element: HTMLElement;
  /** Rising. */
  readonly widths_m: () => readonly number[];
  readonly draw: () => void;
}

const KILO = 1000;

export function widthText(width_m: number, viewer: Viewer): string {
  const lang = viewer.lang();
  return width_m < KILO ? `${number(width_m, lang, 3)} m` : `${number(width_m / KILO, lang, 3)} km`;
}

/** Chips to switch on and off, and a field for any other width. */
export function createWidthChoice(viewer: Viewer, onchange: () => void): WidthChoice {
  let offered: readonly number[] = OFFERED_m;
  const chosen = new Set<number>(viewer.profile.ring_widths_m.filter((one) => OFFERED_m.includes(one)));
  const legend = h('legend', { class: 'field-label' });
  const chips = h('div', { class: 'width-chips' });
  const fault = h('p', { class: 'field-fault', id: 'width-fault', role: 'alert' });
  const field = h('input', {
    class: 'field',
    id: 'width-other',
    inputmode: 'decimal',
    autocomplete: 'off',
    'aria-describedby': 'width-fault',
  });
  const add = h('button', { type: 'button', class: 'button' });
  const chip = (width_m: number): HTMLElement => {
    const box = h('input', { type: 'checkbox', value: width_m, checked: chosen.has(width_m) });
    box.addEventListener('change', () => {
      if (box.checked) chosen.add(width_m);
      else chosen.delete(width_m);
      onchange();
    });
    const text = widthText(width_m, viewer);
    const own = !OFFERED_m.includes(width_m);
    return h(
      'span',
      { class: 'width-chip' },
      h('label', {}, box, h('span', {}, text)),
      own
        ? h(
            'button',
            {
              type: 'button',
              class: 'chip-remove',
              'aria-label': viewer.messages().zones.removeWidth(text),
              onclick: () => {
                offered = offered.filter((one) => one !== width_m);
                chosen.delete(width_m);
                draw();
                onchange();
              },
            },
            icon('close'),
          )
        : null,
    );
  };
  const take = (): void => {
    const width_m = readWidth(field.value);
    const lang = viewer.lang();
    const wrong = width_m === null;
    field.setAttribute('aria-invalid', String(wrong));
    fault.textContent = wrong
      ? viewer.messages().zones.widthWrong(number(NARROWEST_m, lang), number(WIDEST_m / KILO, lang))
      : '';
    if (width_m === null) return;
    if (!offered.includes(width_m)) offered = [...offered, width_m].toSorted((a, b) => a - b);
    chosen.add(width_m);
    field.value = '';
    draw();
    onchange();
  };
  add.addEventListener('click', take);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    take();
  });
  const label = h('label', { class: 'visually-hidden', for: 'width-other' });
  const draw = (): void => {
    const words = viewer.messages().zones;
    legend.textContent = words.widths;
    label.textContent = words.addWidth;
    field.placeholder = words.addWidthExample;
    replaceChildren(add, words.add);
    replaceChildren(chips, ...offered.map(chip));
  };
  draw();
  return {
    element: h(
      'fieldset',
      { class: 'tool-field' },
      legend,
      chips,
      h('div', { class: 'width-other' }, label, field, add),
      fault,
    ),
    widths_m: () => [...chosen].toSorted((a, b) => a - b),
    draw,
  };
}
