import { h, replaceChildren } from '../ui/element.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly title?: string;
  readonly lang?: string;
}

export interface Choice {
  readonly element: HTMLElement;
  readonly show: (label: string, options: readonly Option[], value: string) => void;
}

/** One of a few, side by side: radio buttons in the look of a segmented control. */
export function createChoice(name: string, onchoose: (value: string) => void): Choice {
  const legend = h('legend', { class: 'visually-hidden' });
  const segments = h('span', { class: 'segments' });
  const element = h('fieldset', { class: `choice choice-${name}` }, legend, segments);
  let drawn = '';
  return {
    element,
    show: (label, options, value) => {
      legend.textContent = label;
      const now = JSON.stringify(options);
      if (now !== drawn) {
        drawn = now;
        replaceChildren(
          segments,
          ...options.map((option) => {
            const input = h('input', { type: 'radio', name, value: option.value });
            input.addEventListener('change', () => onchoose(option.value));
            return h(
              'label',
              { class: 'segment', title: option.title },
              input,
              h('span', { lang: option.lang }, option.label),
            );
          }),
        );
      }
      for (const input of segments.querySelectorAll('input')) input.checked = input.value === value;
    },
  };
}
