import type { Citation } from '@giapranh/core';
import { day } from '../format/date.js';
import type { Lang, Messages } from '../messages/messages.js';
import { h } from '../ui/element.js';

function force(citation: Citation, messages: Messages): HTMLElement {
  const { inForce } = citation;
  const words =
    inForce === null
      ? messages.document.unknownForce
      : inForce
        ? messages.document.inForce
        : messages.document.notInForce;
  const kind = inForce === null ? 'unknown' : inForce ? 'yes' : 'no';
  return h('span', { class: `chip chip-force-${kind}`, title: messages.document.forceText }, words);
}

/** A document as a flag cites it: number, date, issuer, article, and whether it was in force. */
export function citationItem(citation: Citation, lang: Lang, messages: Messages): HTMLElement {
  const dated =
    citation.date === null ? messages.document.undated : messages.document.dated(day(citation.date));
  return h(
    'li',
    { class: 'citation' },
    h('p', { class: 'citation-head' }, h('strong', {}, citation.number), ` ${dated}`),
    h('p', { class: 'citation-title' }, citation.title[lang]),
    h(
      'p',
      { class: 'citation-foot' },
      h('span', {}, [citation.issuer, citation.article].filter(Boolean).join(' · ')),
      force(citation, messages),
    ),
  );
}
