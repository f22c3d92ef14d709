import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { vintageName } from '../panel/vintage-name.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';

/** On a phone the choice of a day is one line until it is pressed: the list needs the room. */
export function createTimeFold(viewer: Viewer, folded: HTMLElement): HTMLElement {
  folded.id = 'time-block';
  const button = h('button', { type: 'button', class: 'time-fold', 'aria-controls': folded.id });
  let open = false;
  const draw = () => {
    folded.toggleAttribute('data-open', open);
    button.setAttribute('aria-expanded', String(open));
    replaceChildren(
      button,
      h('span', { class: 'time-fold-label' }, viewer.messages().time.label),
      h('span', { class: 'time-fold-day' }, day(viewer.asOf())),
      h('span', { class: 'time-fold-vintage' }, vintageName(viewer, viewer.vintage())),
      icon('down'),
    );
  };
  button.addEventListener('click', () => {
    open = !open;
    draw();
  });
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang || state.asOf !== before.asOf) draw();
  });
  draw();
  return button;
}
