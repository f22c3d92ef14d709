import type { Viewer } from '../app/viewer.js';
import { h } from '../ui/element.js';
import { icon } from '../ui/icon.js';

/** Tells a newcomer that the map answers; gone for good once something was chosen. */
export function createHint(viewer: Viewer): HTMLElement {
  const text = h('span');
  const element = h('p', { class: 'hint' }, icon('pin'), text);
  const draw = () => {
    text.textContent = viewer.messages().map.hint;
    element.hidden ||= viewer.store.state().selection !== null;
  };
  viewer.store.subscribe(draw);
  draw();
  return element;
}
