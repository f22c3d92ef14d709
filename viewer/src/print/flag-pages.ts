import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { number } from '../format/number.js';
import { readLevel } from '../panel/level-badge.js';
import { fetchItems, type Item } from '../server/features.js';
import { text } from '../server/properties.js';
import { flagsOf, placeOf } from '../sites/site-facts.js';
import { SITE_LEVELS, siteSymbolName } from '../symbols/symbols.js';
import { h } from '../ui/element.js';
import { symbolImage } from '../ui/symbol-image.js';
import type { Extent } from './grid.js';

const MOST_SITES = 1000;

function within(item: Item, [west, south, east, north]: Extent): boolean {
  const [lon, lat] = placeOf(item) ?? [];
  return lon !== undefined && lat !== undefined && lon >= west && lon <= east && lat >= south && lat <= north;
}

function siteRow(item: Item, at: number, viewer: Viewer): HTMLElement {
  const { properties } = item;
  const lang = viewer.lang();
  const level = readLevel(properties['level']);
  const flags = flagsOf(properties);
  const documents = [
    ...new Set(flags.flatMap(({ documents: cited }) => cited.map(({ number: one }) => one))),
  ];
  return h(
    'tr',
    {},
    h('td', { class: 'figure' }, String(at + 1)),
    h(
      'td',
      { class: 'sheet-level' },
      symbolImage(siteSymbolName(level, 'exact'), 'symbol symbol-small'),
      viewer.messages().level[level],
    ),
    h(
      'td',
      {},
      h('strong', {}, text(properties, 'name') ?? ''),
      h('br'),
      h('span', { class: 'sheet-small' }, text(properties, 'site_id') ?? ''),
    ),
    h('td', {}, text(properties, 'place') ?? ''),
    h(
      'td',
      { class: 'sheet-reasons' },
      h(
        'ul',
        {},
        ...flags.map((flag) => h('li', {}, h('strong', {}, `${flag.title[lang]}: `), flag.reason[lang])),
      ),
    ),
    h('td', {}, documents.join('; ')),
  );
}

/** Head and foot of a table come again on every page: they keep it off the paper's edges. */
function room(): HTMLElement {
  return h('tr', { class: 'sheet-room', 'aria-hidden': 'true' }, h('td', { colspan: 6 }));
}

/** Flagged sites within the frame, highest level first; runs over as many pages as it needs. */
export async function flagPages(
  viewer: Viewer,
  extent: Extent,
  width_mm: number,
  title: string,
): Promise<HTMLElement> {
  const words = viewer.messages().print;
  const lang = viewer.lang();
  const answer = await fetchItems('mineral-sites', viewer.asOf(), MOST_SITES);
  const rank = (item: Item) => SITE_LEVELS.indexOf(readLevel(item.properties['level']));
  const flagged = answer.ok
    ? answer.value.features
        .filter((item) => flagsOf(item.properties).length > 0 && within(item, extent))
        .sort((a, b) => rank(a) - rank(b))
    : [];
  const flags = flagged.reduce((sum, { properties }) => sum + flagsOf(properties).length, 0);
  const { no, level, site, place, reason, documents } = words.columns;
  const lead = answer.ok
    ? flagged.length === 0
      ? words.noFlags
      : words.flagsLead(number(flagged.length, lang), number(flags, lang))
    : words.flagsFailed;
  const element = h(
    'article',
    { class: 'sheet-page sheet-flags' },
    h('h2', {}, words.flagsTitle),
    h('p', {}, `${title}. ${words.sheetOf(day(viewer.asOf()))}. ${lead}`),
    flagged.length === 0
      ? null
      : h(
          'table',
          { class: 'sheet-table' },
          h(
            'thead',
            {},
            room(),
            h(
              'tr',
              {},
              ...[no, level, site, place, reason, documents].map((name) => h('th', { scope: 'col' }, name)),
            ),
          ),
          h('tbody', {}, ...flagged.map((item, at) => siteRow(item, at, viewer))),
          h('tfoot', {}, room()),
        ),
  );
  element.style.width = `${width_mm}mm`;
  return element;
}
