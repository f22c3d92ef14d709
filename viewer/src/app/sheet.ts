import { h } from '../ui/element.js';
import type { Viewer } from './viewer.js';

export interface Sheet {
  readonly handle: HTMLElement;
  readonly bind: (side: HTMLElement) => void;
  readonly open: () => void;
}

const SWIPE_PX = 24;

/** On a phone the side panel is a sheet at the bottom edge: a tap or a swipe on its handle opens and closes it. */
export function createSheet(viewer: Viewer): Sheet {
  let side: HTMLElement | undefined;
  let open = false;
  const handle = h('button', { type: 'button', class: 'sheet-handle', 'aria-controls': 'side' });
  const draw = () => {
    side?.toggleAttribute('data-open', open);
    handle.setAttribute('aria-expanded', String(open));
    handle.setAttribute('aria-label', open ? viewer.messages().panel.hide : viewer.messages().panel.show);
  };
  const set = (next: boolean) => {
    open = next;
    draw();
  };
  let from = 0;
  let swiped = false;
  handle.addEventListener('pointerdown', (event) => {
    from = event.clientY;
    swiped = false;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    const by = event.clientY - from;
    if (from === 0 || Math.abs(by) < SWIPE_PX) return;
    swiped = true;
    set(by < 0);
  });
  handle.addEventListener('pointerup', () => {
    from = 0;
  });
  handle.addEventListener('click', () => {
    if (!swiped) set(!open);
  });
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) draw();
    if (state.selection !== null && state.selection !== before.selection) set(false);
  });
  return {
    handle,
    bind: (panel) => {
      side = panel;
      draw();
    },
    open: () => set(true),
  };
}
