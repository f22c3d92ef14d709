import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import type { Item } from '../server/features.js';
import type { JudgedSites } from '../sites/judged-sites.js';
import { h } from '../ui/element.js';
import { icon } from '../ui/icon.js';

/** From one site that passes the filter to the next, by buttons and by the arrow keys inside the panel. */
export function createPager(viewer: Viewer, sites: JudgedSites, choose: (item: Item) => void): HTMLElement {
  const at = () => {
    const feature = viewer.store.state().selection?.feature;
    return feature?.layer === 'mineral-sites'
      ? sites.passing().findIndex(({ id }) => String(id) === feature.id)
      : -1;
  };
  const go = (step: number) => {
    const here = at();
    const list = sites.passing();
    const next = here < 0 ? undefined : list[(here + step + list.length) % list.length];
    if (next !== undefined) choose(next);
  };
  const button = (name: 'previous' | 'next', step: number) =>
    h('button', { type: 'button', class: 'icon-button', onclick: () => go(step) }, icon(name));
  const [back, on] = [button('previous', -1), button('next', 1)];
  const position = h('span', { class: 'pager-position', role: 'status' });
  const element = h('div', { class: 'pager', role: 'group' }, back, position, on);
  const draw = () => {
    const words = viewer.messages().explain;
    const here = at();
    element.hidden = here < 0;
    element.setAttribute('aria-label', words.pager);
    for (const [control, label] of [
      [back, words.previous],
      [on, words.next],
    ] as const) {
      control.setAttribute('aria-label', label);
      control.title = label;
    }
    position.textContent =
      here < 0
        ? ''
        : words.position(number(here + 1, viewer.lang()), number(sites.passing().length, viewer.lang()));
  };
  addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const { target } = event;
    const inside = target instanceof Element && target.closest('#details') !== null;
    const typing = target instanceof Element && target.matches('input, select, textarea');
    // After a choice from the list nothing may have the focus: the keys still mean the panel.
    const nowhere = target === document.body;
    if (step === 0 || typing || !(inside || nowhere) || at() < 0) return;
    event.preventDefault();
    go(step);
  });
  sites.subscribe(draw);
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang || state.selection !== before.selection) draw();
  });
  draw();
  return element;
}
