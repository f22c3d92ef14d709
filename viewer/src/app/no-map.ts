import type { LayerId } from '@giapranh/core';
import type { Found } from '../map/what-is-here.js';
import type { Details } from '../panel/details.js';
import { fetchItemsAt } from '../server/features.js';
import type { LonLat } from '../state/view-state.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import type { Viewer } from './viewer.js';

/** As the map answers a press, most telling first. */
const ASKED: readonly LayerId[] = [
  'mineral-sites',
  'districts',
  'communes',
  'watch-units',
  'border-zones',
  'provinces',
];

/** What lies at a place, by the server where there is no map to ask. */
async function whatLiesAt(place: LonLat, asOf: string): Promise<readonly Found[]> {
  const answers = await Promise.all(
    ASKED.map(async (layer) => {
      const answer = await fetchItemsAt(layer, asOf, place);
      return answer.ok ? answer.value.features.map(({ id }) => ({ layer, id: String(id) })) : [];
    }),
  );
  return answers.flat();
}

/**
 * The page of a browser that draws no map: a message in the map's place, and the tables with all that the map would
 * have shown. Searching, filters, reasons and copying work as ever; a place asked about is looked up by the server.
 */
export function createNoMap(viewer: Viewer, details: Details): HTMLElement {
  const { store } = viewer;
  const title = h('h2', { class: 'no-map-title' });
  const text = h('p');
  const help = h('details', { class: 'no-map-help' });
  const element = h(
    'section',
    { class: 'no-map', id: 'map', role: 'status' },
    icon('alert'),
    h('div', {}, title, text, help),
  );
  const label = () => {
    const words = viewer.messages().map;
    title.textContent = words.noWebglTitle;
    text.textContent = words.noWebglText;
    replaceChildren(
      help,
      h('summary', {}, words.noWebglHelp),
      h('ul', {}, ...words.noWebglSteps.map((step) => h('li', {}, step))),
    );
  };
  const ask = async () => {
    const { selection } = store.state();
    if (selection === null || selection.at === null) return;
    const found = await whatLiesAt(selection.at, viewer.asOf());
    const now = store.state().selection;
    if (now?.at !== selection.at) return;
    const [first] = found;
    if (now.feature === null && first !== undefined) store.set({ selection: { ...now, feature: first } });
    details.showFound(found);
  };
  store.subscribe((state, before) => {
    if (state.lang !== before.lang) label();
    if (state.table === null) store.set({ table: 'sites' });
    if (state.selection?.at !== before.selection?.at || state.asOf !== before.asOf) void ask();
  });
  document.documentElement.toggleAttribute('data-no-map', true);
  if (store.state().table === null) store.set({ table: 'sites' });
  label();
  void ask();
  return element;
}
