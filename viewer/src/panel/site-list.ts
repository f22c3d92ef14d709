import type { Viewer } from '../app/viewer.js';
import { createJudgingNote } from '../explain/judging-note.js';
import { NO_FILTER } from '../filter/site-filter.js';
import { number } from '../format/number.js';
import type { Item } from '../server/features.js';
import { figure, text } from '../server/properties.js';
import type { JudgedSites } from '../sites/judged-sites.js';
import { SITE_LEVELS, siteSymbolName } from '../symbols/symbols.js';
import { h, replaceChildren } from '../ui/element.js';
import { type IconName, icon } from '../ui/icon.js';
import { symbolImage } from '../ui/symbol-image.js';
import { keepFocus } from './keep-focus.js';
import { readLevel } from './level-badge.js';
import { isVague } from './site-card.js';

export interface SiteList {
  readonly element: HTMLElement;
}

/** Sites that pass the filter, highest level first: the way to every flag without a mouse, and without a map. */
export function createSiteList(
  viewer: Viewer,
  sites: JudgedSites,
  choose: (item: Item) => void,
  head: readonly HTMLElement[],
): SiteList {
  const body = h('div', { class: 'site-groups' });
  const judging = createJudgingNote(viewer, sites);
  const element = h('div', { class: 'site-list' }, ...head, judging, body);

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
          class: 'entry site-entry',
          'data-key': id,
          'aria-current': chosen?.layer === 'mineral-sites' && chosen.id === id ? 'true' : false,
          onclick: () => choose(item),
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
  // The arrow keys go through the entries; with the panel open it follows.
  body.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const entries = [...body.querySelectorAll<HTMLElement>('.site-entry')];
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? entries.indexOf(activeElement) : -1;
    const next = entries[at + step];
    if (step === 0 || at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
    if (viewer.store.state().selection === null) return;
    const item = sites.passing().find(({ id }) => String(id) === next.dataset['key']);
    if (item !== undefined) choose(item);
  });

  const empty = (name: IconName, title: string, detail: string, act: readonly [string, () => void] | null) =>
    h(
      'div',
      { class: 'empty' },
      icon(name),
      h('p', { class: 'empty-title' }, title),
      detail === '' ? null : h('p', {}, detail),
      act === null ? null : h('button', { type: 'button', class: 'button', onclick: act[1] }, act[0]),
    );
  const draw = () => {
    const words = viewer.messages();
    const state = sites.state();
    if (state === 'failed') {
      replaceChildren(
        body,
        empty('alert', words.details.failed, '', [words.details.retry, () => void sites.reload()]),
      );
      return;
    }
    if (state !== 'ready') {
      replaceChildren(body, h('p', { class: 'skeleton' }, words.details.loading));
      return;
    }
    const list = sites.passing();
    if (list.length === 0) {
      const none = sites.items().length === 0;
      replaceChildren(
        body,
        none
          ? empty('info', words.list.empty, '', null)
          : empty('filter', words.filter.nothingTitle, words.filter.nothingText, [
              words.filter.clear,
              () => viewer.store.set({ filter: NO_FILTER }),
            ]),
      );
      return;
    }
    const read = sites.items().length;
    replaceChildren(
      body,
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
      read < sites.all()
        ? h(
            'p',
            { class: 'quiet' },
            words.list.shown(number(read, viewer.lang()), number(sites.all(), viewer.lang())),
          )
        : null,
    );
  };
  const redraw = () => keepFocus(body, draw);
  sites.subscribe(redraw);
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) redraw();
    if (state.selection === before.selection) return;
    redraw();
    const chosen = body.querySelector('[aria-current="true"]');
    if (chosen !== null && !body.contains(document.activeElement))
      chosen.scrollIntoView({ block: 'nearest' });
  });
  draw();
  return { element };
}
