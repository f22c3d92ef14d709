import './register-legend.css';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import { switchBox } from '../panel/switch.js';
import { h, replaceChildren } from '../ui/element.js';
import { symbolImage } from '../ui/symbol-image.js';
import { KEPT_REGISTERS, type RegisterId } from './draft.js';
import { showOnMap } from './map-hook.js';
import { recordSymbolName } from './record-symbols.js';
import { registerBook } from './register-book.js';

/** Registers on the map and in the legend, for a reader who has any; drafts that wait are sent. */
export function startRegisters(viewer: Viewer, map: MapLibreMap, legend: HTMLElement): void {
  const book = registerBook(viewer);
  const hook = showOnMap(viewer, book);
  hook.attach(map);
  const hidden = new Set<RegisterId>();
  const draw = () => {
    const words = viewer.messages().registers;
    const readable = KEPT_REGISTERS.filter((id) => book.schema(id) !== undefined);
    legend.hidden = readable.length === 0;
    replaceChildren(
      legend,
      h('h3', { class: 'group-title' }, words.legend),
      ...readable.map((id) =>
        h(
          'label',
          { class: 'layer-row' },
          h('span', { class: 'swatch' }, symbolImage(recordSymbolName(id))),
          h('span', { class: 'layer-title' }, words.names[id]),
          h('span', { class: 'count' }, number(book.items(id).length, viewer.lang())),
          switchBox(`register-${id}`, words.names[id], !hidden.has(id), (on) => {
            if (on) hidden.delete(id);
            else hidden.add(id);
            hook.hide(new Set(hidden));
          }),
        ),
      ),
    );
  };
  book.subscribe(draw);
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) draw();
  });
  draw();
}
