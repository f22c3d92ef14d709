import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import { fetchItems, type Item } from '../server/features.js';
import { figure, text } from '../server/properties.js';
import type { LonLat } from '../state/view-state.js';
import { SITE_LEVELS, siteSymbolName } from '../symbols/symbols.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { symbolImage } from '../ui/symbol-image.js';
import { keepFocus } from './keep-focus.js';
import { readLevel } from './level-badge.js';
import { isVague } from './site-card.js';

/** The list is a way in, not an export: beyond this many the server's own pages and filters serve better. */
const MOST_SHOWN = 500;

function placeOf(item: Item): LonLat | null {
  if (item.geometry.type !== 'Point') return null;
  const [lon, lat] = item.geometry.coordinates;
  return lon === undefined || lat === undefined ? null : [lon, lat];
}

export interface SiteList {
  readonly element: HTMLElement;
  /** Reads the list, the first time it is asked to: nothing of it is needed before the map is on the screen. */
  readonly start: () => void;
}

/** Sites by level, highest first: the way to every flag without a mouse, and without a map. */
export function createSiteList(viewer: Viewer, bringTo: (place: LonLat) => void): SiteList {
  const element = h('div', { class: 'site-list' });
  let items: readonly Item[] | 'loading' | 'failed' = 'loading';
  let all = 0;

  const entry = (item: Item): HTMLElement => {
    const { properties } = item;
    const id = String(item.id ?? '');
    const level = readLevel(properties['level']);
    const words = viewer.messages();
    const chosen = viewer.store.state().selection?.feature;
    const mineral = text(properties, viewer.lang() === 'vi' ? 'mineral_vi' : 'mineral_en');
    const flags = figure(properties, 'flag_count') ?? 0;
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'site-entry',
          'data-key': id,
          'aria-current': chosen?.layer === 'mineral-sites' && chosen.id === id ? 'true' : false,
          onclick: () => {
            const place = placeOf(item);
            viewer.store.set({ selection: { feature: { layer: 'mineral-sites', id }, at: place } });
            if (place !== null) bringTo(place);
          },
        },
        symbolImage(siteSymbolName(level, isVague(properties) ? 'commune' : 'exact')),
        h(
          'span',
          { class: 'site-entry-text' },
          h('span', { class: 'site-entry-name' }, text(properties, 'name') ?? id),
          h(
            'span',
            { class: 'site-entry-more' },
            [mineral, text(properties, 'place')].filter(Boolean).join(' · '),
          ),
        ),
        flags === 0
          ? null
          : h('span', { class: 'site-entry-flags', title: words.list.flags(flags) }, String(flags)),
      ),
    );
  };

  const draw = () => {
    const words = viewer.messages();
    if (items === 'loading') {
      replaceChildren(element, h('p', { class: 'skeleton' }, words.details.loading));
      return;
    }
    if (items === 'failed') {
      replaceChildren(
        element,
        h(
          'div',
          { class: 'empty' },
          icon('alert'),
          h('p', { class: 'empty-title' }, words.details.failed),
          h('button', { type: 'button', class: 'button', onclick: () => void load() }, words.details.retry),
        ),
      );
      return;
    }
    const list = items;
    if (list.length === 0) {
      replaceChildren(element, h('div', { class: 'empty' }, icon('info'), h('p', {}, words.list.empty)));
      return;
    }
    replaceChildren(
      element,
      ...SITE_LEVELS.flatMap((level) => {
        const here = list.filter((item) => readLevel(item.properties['level']) === level);
        return here.length === 0
          ? []
          : [
              h(
                'section',
                { class: 'site-group' },
                h(
                  'h3',
                  { class: 'site-group-title' },
                  words.level[level],
                  h('span', { class: 'count' }, number(here.length, viewer.lang())),
                ),
                h('ul', {}, ...here.map(entry)),
              ),
            ];
      }),
      list.length < all
        ? h(
            'p',
            { class: 'quiet' },
            words.list.shown(number(list.length, viewer.lang()), number(all, viewer.lang())),
          )
        : null,
    );
  };

  let turn = 0;
  const load = async () => {
    turn += 1;
    const mine = turn;
    items = 'loading';
    draw();
    const answer = await fetchItems('mineral-sites', viewer.asOf(), MOST_SHOWN);
    if (mine !== turn) return;
    items = answer.ok ? answer.value.features : 'failed';
    all = answer.ok ? answer.value.numberMatched : 0;
    draw();
  };
  viewer.store.subscribe((state, before) => {
    if (state.asOf !== before.asOf && turn > 0) void load();
    else if (state.lang !== before.lang || state.selection !== before.selection) keepFocus(element, draw);
  });
  draw();
  return {
    element,
    start: () => {
      if (turn === 0) void load();
    },
  };
}
