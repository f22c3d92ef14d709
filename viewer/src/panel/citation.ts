import type { Citation } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { h } from '../ui/element.js';

/** A document as a flag cites it: number, date, issuer, article, how it stands on the day, and what contradicts it. */
export function citationItem(citation: Citation, viewer: Viewer): HTMLElement {
  const lang = viewer.lang();
  const words = viewer.messages().document;
  const dated = citation.date === null ? words.undated : words.dated(day(citation.date));
  const { status, supersededBy = [], conflicts = [] } = citation;
  return h(
    'li',
    { class: 'citation' },
    h(
      'p',
      { class: 'citation-head' },
      h(
        'button',
        {
          type: 'button',
          class: 'link-button citation-open',
          title: words.open,
          onclick: () => viewer.openDocument(citation.id),
        },
        citation.number,
      ),
      ` ${dated}`,
    ),
    h('p', { class: 'citation-title' }, citation.title[lang]),
    h(
      'p',
      { class: 'citation-foot' },
      h('span', {}, [citation.issuer, citation.article].filter(Boolean).join(' · ')),
      h('span', { class: `chip chip-status-${status}`, title: words.forceText }, words.status[status]),
    ),
    supersededBy.length === 0
      ? null
      : h('p', { class: 'quiet' }, `${words.supersededBy}: ${supersededBy.join(', ')}`),
    ...conflicts.map(({ number, fact }) =>
      h('p', { class: 'quiet' }, `${words.conflict} ${fact[lang]} (${number})`),
    ),
  );
}
