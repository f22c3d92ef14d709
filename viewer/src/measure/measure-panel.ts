import type { Viewer } from '../app/viewer.js';
import { area, length } from '../format/number.js';
import { createChoice } from '../panel/choice.js';
import { rows } from '../panel/rows.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import type { Measured } from './measured.js';

export type MeasureKind = 'length' | 'area';

export interface MeasurePanel {
  readonly element: HTMLElement;
  readonly show: (kind: MeasureKind, points: number, figures: Measured | undefined, meridian: string) => void;
}

interface Acts {
  readonly onkind: (kind: MeasureKind) => void;
  readonly onback: () => void;
  readonly onclear: () => void;
  readonly onclose: () => void;
}

/** The figures of what is being measured, with what the tool can still do. */
export function createMeasurePanel(viewer: Viewer, acts: Acts): MeasurePanel {
  const kinds = createChoice('measure', (value) => acts.onkind(value === 'area' ? 'area' : 'length'));
  const title = h('p', { class: 'panel-title' });
  const close = h('button', { type: 'button', class: 'icon-button', onclick: acts.onclose }, icon('close'));
  const figure = h('p', { class: 'measure-figure', role: 'status' });
  const more = h('div', { class: 'measure-more' });
  const hint = h('p', { class: 'quiet' });
  const back = h('button', { type: 'button', class: 'link-button', onclick: acts.onback });
  const clear = h('button', { type: 'button', class: 'link-button', onclick: acts.onclear });
  const element = h(
    'section',
    { class: 'measure', hidden: true },
    h('header', { class: 'panel-head' }, title, close),
    h(
      'div',
      { class: 'measure-body' },
      kinds.element,
      figure,
      more,
      hint,
      h('p', { class: 'measure-acts' }, back, clear),
    ),
  );
  return {
    element,
    show: (kind, points, figures, meridian) => {
      const lang = viewer.lang();
      const words = viewer.messages().measure;
      element.setAttribute('aria-label', words.title);
      title.textContent = words.title;
      close.setAttribute('aria-label', viewer.messages().panel.close);
      kinds.show(
        words.title,
        [
          { value: 'length', label: words.length },
          { value: 'area', label: words.area },
        ],
        kind,
      );
      const area_m2 = figures?.area_m2 ?? null;
      figure.textContent =
        kind === 'length'
          ? length(figures?.length_m ?? 0, lang)
          : area_m2 === null
            ? words.noArea
            : area(area_m2, lang);
      const perimeter_m = figures?.perimeter_m ?? null;
      const grid_m2 = figures?.gridArea_m2 ?? null;
      const told = kind === 'area' && area_m2 !== null;
      replaceChildren(
        more,
        told
          ? rows([
              [words.perimeter, perimeter_m === null ? null : length(perimeter_m, lang)],
              [words.gridArea(meridian), grid_m2 === null ? words.gridOut : area(grid_m2, lang)],
            ])
          : null,
      );
      hint.textContent = points === 0 ? words.hint : words.method;
      replaceChildren(back, words.back);
      replaceChildren(clear, words.clear);
      back.hidden = points === 0;
      clear.hidden = points === 0;
    },
  };
}
