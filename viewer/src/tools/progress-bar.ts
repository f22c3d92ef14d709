import type { Viewer } from '../app/viewer.js';
import type { Progress } from '../compute/protocol.js';
import { number } from '../format/number.js';
import { h } from '../ui/element.js';

export interface ProgressBar {
  readonly element: HTMLElement;
  readonly tell: (progress: Progress) => void;
}

const BYTES_PER_MB = 1e6;

/** What the thread is doing, with a way to end it. */
export function createProgressBar(viewer: Viewer, oncancel?: () => void): ProgressBar {
  const words = viewer.messages().compute;
  const text = h('span', {}, words.computing);
  const element = h(
    'div',
    { class: 'job', role: 'status' },
    h('span', { class: 'job-bar', 'aria-hidden': 'true' }),
    h(
      'span',
      { class: 'job-line' },
      text,
      oncancel === undefined
        ? null
        : h('button', { type: 'button', class: 'link-button', onclick: oncancel }, words.cancel),
    ),
  );
  return {
    element,
    tell: ({ step, loaded_bytes = 0 }) => {
      text.textContent =
        step === 'ground' ? words.ground(number(loaded_bytes / BYTES_PER_MB, viewer.lang(), 0)) : words[step];
    },
  };
}
