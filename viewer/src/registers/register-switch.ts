import './register-switch.css';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { keepFocus } from '../panel/keep-focus.js';
import { switchBox } from '../panel/switch.js';
import { h, replaceChildren } from '../ui/element.js';
import { draftsWait } from './waiting.js';

/**
 * What stands of registers before anybody opens them: the switch for patrol priorities in the legend, and the rest
 * fetched once somebody is signed in or drafts wait.
 */
export function createRegisterSwitch(viewer: Viewer): {
  readonly element: HTMLElement;
  readonly attach: (map: MapLibreMap) => void;
} {
  const patrol = h('section', { class: 'group' });
  const registers = h('section', { class: 'group register-legend', hidden: true });
  let map: MapLibreMap | undefined;
  let on = false;
  let started = false;
  const shade = async () => {
    if (map === undefined) return;
    const { showPriorities } = await import('./priority-layer.js');
    showPriorities(viewer, map, on);
  };
  const draw = () => {
    const title = viewer.messages().registers.priority;
    replaceChildren(
      patrol,
      h(
        'label',
        { class: 'layer-row' },
        h('span', { class: 'swatch' }, h('span', { class: 'swatch-priority' })),
        h('span', { class: 'layer-title' }, title),
        h('span', { class: 'count' }),
        switchBox('patrol-priority', title, on, (next) => {
          on = next;
          void shade();
        }),
      ),
    );
  };
  const start = async () => {
    const user = viewer.session.user();
    const mayRead = user !== null && user !== undefined;
    if (started || map === undefined || !(mayRead || draftsWait())) return;
    started = true;
    const { startRegisters } = await import('./start.js');
    startRegisters(viewer, map, registers);
  };
  viewer.session.subscribe(() => void start());
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) keepFocus(patrol, draw);
    if (state.theme !== before.theme && on) void shade();
  });
  draw();
  return {
    element: h('div', { class: 'legend legend-more' }, patrol, registers),
    attach: (to) => {
      map = to;
      void start();
    },
  };
}
