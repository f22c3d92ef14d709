import type { Store } from './store.js';
import { readState, writeState } from './view-state.js';

/**
 * Keeps the address in step: choosing something or another day is a step that the back button undoes, moving the
 * map is not.
 */
export function bindAddress(store: Store): void {
  let restoring = false;
  store.subscribe((state, before) => {
    if (restoring) return;
    const url = `${location.pathname}${writeState(state)}`;
    // The map's answer for a place already chosen completes that step, it is none of its own.
    const completes = before.selection?.feature === null && state.selection?.at === before.selection.at;
    const step = (state.selection !== before.selection && !completes) || state.asOf !== before.asOf;
    try {
      if (step) history.pushState(null, '', url);
      else history.replaceState(null, '', url);
    } catch {
      // A page opened from a folder may not change its address in every browser.
    }
  });
  addEventListener('popstate', () => {
    restoring = true;
    store.set(readState(location.search));
    restoring = false;
  });
}
