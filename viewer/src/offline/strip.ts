import './strip.css';
import type { Viewer } from '../app/viewer.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { bundle } from './bundle.js';
import { serverStanding } from './standing.js';

export interface Strip {
  readonly element: HTMLElement;
  /** Offers a new version of the application. */
  readonly offer: (takeOver: () => void) => void;
}

/** Over the map: that what is shown was kept and when, that the server is back, or that a new version is here. */
export function createStrip(viewer: Viewer): Strip {
  const standing = serverStanding();
  const element = h('div', { class: 'strip', role: 'status', hidden: true });
  let takeOver: (() => void) | undefined;
  const button = (text: string, act: () => void) =>
    h('button', { type: 'button', class: 'button', onclick: act }, text);
  const show = (name: 'info' | 'alert', text: HTMLElement, ...buttons: HTMLElement[]) => {
    replaceChildren(element, icon(name), text, ...buttons);
    element.hidden = false;
  };
  const draw = () => {
    const words = viewer.messages().offline;
    const kept = standing.keptAt(viewer.lang());
    element.classList.toggle('strip-new', kept === undefined || standing.isBack());
    if (kept !== undefined && standing.isBack()) {
      const reload = button(words.reload, () => location.reload());
      show('info', h('span', { class: 'strip-text' }, words.back), reload);
    } else if (kept !== undefined) {
      show(
        'alert',
        h(
          'span',
          { class: 'strip-text' },
          h('strong', {}, bundle() === undefined ? words.kept(kept) : words.bundle(kept)),
          words.keptMore,
        ),
      );
    } else if (takeOver !== undefined) {
      const later = button(words.later, () => {
        takeOver = undefined;
        draw();
      });
      show(
        'info',
        h('span', { class: 'strip-text' }, words.update),
        button(words.updateNow, takeOver),
        later,
      );
    } else element.hidden = true;
  };
  standing.onchange(draw);
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) draw();
  });
  draw();
  return {
    element,
    offer: (take) => {
      takeOver = take;
      draw();
    },
  };
}
