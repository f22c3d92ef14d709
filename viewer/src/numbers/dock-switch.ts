import type { Viewer } from '../app/viewer.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';

/** The button that opens the tables; they are fetched when first asked for, by the button or by the address. */
export function createDockSwitch(viewer: Viewer, open: () => Promise<() => void>): HTMLElement {
  const { store } = viewer;
  const label = h('span');
  const button = h('button', {
    type: 'button',
    class: 'button dock-switch',
    onclick: () => store.set({ table: store.state().table === null ? 'sites' : null }),
  });
  replaceChildren(button, icon('table'), label);
  let close: Promise<() => void> | undefined;
  const follow = () => {
    const { table } = store.state();
    const words = viewer.messages().numbers;
    label.textContent = table === null ? words.open : words.close;
    button.setAttribute('aria-expanded', String(table !== null));
    if (table !== null) close ??= open();
    else if (close !== undefined) {
      void close.then((end) => end());
      close = undefined;
    }
  };
  store.subscribe((state, before) => {
    if (state.table !== before.table || state.lang !== before.lang) follow();
  });
  follow();
  return h('div', { class: 'dock-open' }, button);
}
