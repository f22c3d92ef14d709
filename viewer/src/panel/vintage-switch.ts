import type { Viewer } from '../app/viewer.js';
import { dayOfVintage } from '../state/vintage.js';
import { h } from '../ui/element.js';
import { createChoice } from './choice.js';
import { vintageName } from './vintage-name.js';

/** Which set of administrative units: before or since a reform. */
export function createVintageSwitch(viewer: Viewer): HTMLElement {
  const { store, profile } = viewer;
  const title = h('h2', { class: 'group-title', 'aria-hidden': 'true' });
  const said = h('p', { class: 'vintage-title' });
  const choice = createChoice('vintage', (value) => {
    const vintage = profile.vintages.find((one) => one.id === value);
    if (vintage === undefined) return;
    // A feature belongs to its vintage: on the other day the same place is asked about anew.
    const at = store.state().selection?.at ?? null;
    store.set({ asOf: dayOfVintage(vintage), selection: at === null ? null : { feature: null, at } });
  });
  const draw = () => {
    const vintage = viewer.vintage();
    title.textContent = viewer.messages().vintage.label;
    said.textContent = vintage.title[viewer.lang()];
    said.title = vintage.basis[viewer.lang()];
    choice.show(
      viewer.messages().vintage.label,
      profile.vintages.map((one) => ({ value: one.id, label: vintageName(viewer, one) })),
      vintage.id,
    );
  };
  store.subscribe((state, before) => {
    if (state.lang !== before.lang || state.asOf !== before.asOf) draw();
  });
  draw();
  return h('section', { class: 'vintage' }, title, choice.element, said);
}
