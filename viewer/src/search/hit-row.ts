import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { readLevel } from '../panel/level-badge.js';
import { isVague } from '../panel/site-card.js';
import { text } from '../server/properties.js';
import { siteSymbolName } from '../symbols/symbols.js';
import { h } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { symbolImage } from '../ui/symbol-image.js';
import type { Hit } from './hit.js';

interface Row {
  readonly mark: Node;
  readonly title: string;
  readonly more: string;
  readonly tag: string | null;
}

function row(hit: Hit, viewer: Viewer): Row {
  const lang = viewer.lang();
  const words = viewer.messages().search;
  switch (hit.kind) {
    case 'spot':
      return {
        mark: icon('target'),
        title: hit.reading.how[lang],
        more: hit.reading.stated ? words.stated : words.tried,
        tag: null,
      };
    case 'unit': {
      const { unit } = hit;
      const vintage = viewer.profile.vintages.find(({ id }) => id === unit.vintage);
      const ended = vintage?.valid_to ?? null;
      const now = unit.now.length === 0 ? [] : [words.now(unit.now.join(', '))];
      return {
        mark: icon('unit'),
        title: unit.name,
        more: [...unit.within, ...now].join(' · '),
        tag: ended === null ? null : viewer.messages().vintage.before(day(ended)),
      };
    }
    case 'site': {
      const { properties } = hit.site;
      const symbol = siteSymbolName(
        readLevel(properties['level']),
        isVague(properties) ? 'commune' : 'exact',
      );
      return {
        mark: symbolImage(symbol),
        title: text(properties, 'name') ?? '',
        more: [text(properties, lang === 'vi' ? 'mineral_vi' : 'mineral_en'), text(properties, 'place')]
          .filter(Boolean)
          .join(' · '),
        tag: null,
      };
    }
    case 'document': {
      const { document } = hit;
      const dated = document.date === null ? '' : ` · ${day(document.date)}`;
      return {
        mark: icon('document'),
        title: document.number,
        more: `${document.title[lang]}${dated}`,
        tag: null,
      };
    }
  }
}

/** A line of the result list; `id` ties it to the search field for screen readers. */
export function hitRow(hit: Hit, viewer: Viewer, id: string, onchoose: () => void): HTMLElement {
  const { mark, title, more, tag } = row(hit, viewer);
  return h(
    'li',
    {
      class: 'hit',
      role: 'option',
      id,
      'aria-selected': 'false',
      // The field must keep the focus: a press on a row comes before its click.
      onmousedown: (event) => event.preventDefault(),
      onclick: onchoose,
    },
    h('span', { class: 'hit-mark' }, mark),
    h(
      'span',
      { class: 'hit-text' },
      h('span', { class: 'hit-title' }, title),
      more === '' ? null : h('span', { class: 'hit-more' }, more),
    ),
    tag === null ? null : h('span', { class: 'hit-tag' }, tag),
  );
}
