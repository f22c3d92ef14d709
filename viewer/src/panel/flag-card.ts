import type { Flag, ResponsibleBody } from '@giapranh/core';
import { factText } from '../format/fact.js';
import type { Lang, Messages } from '../messages/messages.js';
import { siteSymbolName } from '../symbols/symbols.js';
import { h } from '../ui/element.js';
import { symbolImage } from '../ui/symbol-image.js';
import { citationItem } from './citation.js';
import { rows } from './rows.js';

function bodies(list: readonly ResponsibleBody[], lang: Lang, messages: Messages): HTMLElement | null {
  if (list.length === 0) return null;
  const side = (which: ResponsibleBody['side']) => {
    const names = [...new Set(list.filter((body) => body.side === which).map((body) => body.name[lang]))];
    return names.length === 0
      ? null
      : h(
          'div',
          { class: 'side-bodies' },
          h('h5', {}, messages.flag[which]),
          h('ul', {}, ...names.map((name) => h('li', {}, name))),
        );
  };
  return h(
    'section',
    { class: 'flag-part' },
    h('h4', {}, messages.flag.bodies),
    h('div', { class: 'both-sides' }, side('own'), side('neighbour')),
  );
}

/** Why: one flag with its sentence, figures with error bars, documents and the bodies on both sides. */
export function flagCard(flag: Flag, lang: Lang, messages: Messages): HTMLElement {
  const facts = rows(flag.facts.map((fact) => [fact.title[lang], factText(fact, lang)] as const));
  return h(
    'section',
    { class: `flag flag-${flag.level}` },
    h(
      'header',
      { class: 'flag-head' },
      symbolImage(siteSymbolName(flag.level, 'exact'), 'symbol'),
      h(
        'div',
        {},
        h('h3', {}, flag.title[lang]),
        h(
          'p',
          { class: 'flag-marks' },
          h('span', { class: `chip chip-${flag.level}` }, messages.level[flag.level]),
          h(
            'span',
            { class: `chip chip-${flag.certainty}`, title: messages.flag.certaintyText[flag.certainty] },
            messages.flag.certainty[flag.certainty],
          ),
        ),
      ),
    ),
    h('p', { class: 'flag-reason' }, flag.reason[lang]),
    facts === null ? null : h('section', { class: 'flag-part' }, h('h4', {}, messages.flag.facts), facts),
    flag.documents.length === 0
      ? null
      : h(
          'section',
          { class: 'flag-part' },
          h('h4', {}, messages.flag.documents),
          h(
            'ul',
            { class: 'citations' },
            ...flag.documents.map((document) => citationItem(document, lang, messages)),
          ),
        ),
    bodies(flag.bodies, lang, messages),
  );
}
