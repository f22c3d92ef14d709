import type { Viewer } from '../app/viewer.js';
import type { MapView } from '../map/map-view.js';
import type { JudgedSites } from '../sites/judged-sites.js';
import { dayOfVintage } from '../state/vintage.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';

/**
 * Switches the comparison of two vintages, side by side. The second map and all it needs are fetched when first asked
 * for. With one vintage there is nothing to compare.
 */
export function createSwipeSwitch(
  viewer: Viewer,
  view: MapView,
  sites: JudgedSites,
  stage: HTMLElement,
): HTMLElement | null {
  const { store, profile } = viewer;
  const [oldest] = profile.vintages;
  const newest = profile.vintages.at(-1);
  if (oldest === undefined || newest === undefined || oldest.id === newest.id) return null;
  const button = h('button', {
    type: 'button',
    class: 'button swipe-button',
    onclick: () => {
      if (store.state().swipe !== null) {
        store.set({ swipe: null });
        return;
      }
      const older = viewer.vintage().id === oldest.id;
      store.set({ swipe: oldest.id, ...(older ? { asOf: dayOfVintage(newest), selection: null } : {}) });
    },
  });
  const label = h('span');
  replaceChildren(button, icon('swipe'), label);
  let turn = 0;
  let close: (() => void) | undefined;
  const follow = async () => {
    turn += 1;
    const mine = turn;
    const asked = store.state().swipe;
    const words = viewer.messages().time;
    button.setAttribute('aria-pressed', String(asked !== null));
    label.textContent = asked === null ? words.swipe : words.swipeOff;
    if (asked === null) {
      close?.();
      close = undefined;
      return;
    }
    if (close !== undefined) return;
    label.textContent = words.preparing;
    const { openSwipe } = await import('./swipe.js');
    if (mine !== turn) return;
    label.textContent = words.swipeOff;
    close = openSwipe(viewer, view, sites, stage);
  };
  store.subscribe((state, before) => {
    if (state.swipe !== before.swipe || state.lang !== before.lang) void follow();
  });
  void follow();
  return button;
}
