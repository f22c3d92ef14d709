import { type Citation, documentStanding, type ProfileDocument } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import type { Item } from '../server/features.js';
import { text } from '../server/properties.js';
import { h } from '../ui/element.js';
import { card } from './card.js';
import { citationItem } from './citation.js';
import { fitButton } from './fit-button.js';
import { rows } from './rows.js';

/** The register's entry, as of the day shown. */
function cite(document: ProfileDocument, viewer: Viewer): Citation {
  const { status } = documentStanding(viewer.profile.documents, document, viewer.asOf());
  return {
    id: document.id,
    number: document.number,
    date: document.date,
    issuer: document.issuer,
    title: document.title,
    status,
    inForce: status === 'unknown' ? null : status === 'in-force',
    validFrom: document.valid_from,
    validTo: document.valid_to,
  };
}

export function watchCard(item: Item, viewer: Viewer, lead: boolean): HTMLElement {
  const { properties } = item;
  const lang = viewer.lang();
  const messages = viewer.messages();
  const list = viewer.profile.watchLists.find((one) => one.id === properties['watch_list']);
  const cited = text(properties, 'document') ?? list?.document;
  const document = viewer.profile.documents.find((one) => one.id === cited || one.number === cited);
  const inheritances: Readonly<Record<string, string>> = messages.watch.inheritances;
  const inheritance = text(properties, 'inheritance');
  const name = text(properties, 'name') ?? '';
  const predecessor = text(properties, 'watch_of');
  return card(
    {
      kind: messages.kinds['watch-units'],
      title: name,
      acts: [fitButton(item, viewer)],
      body: [
        h(
          'p',
          { class: 'lead' },
          text(properties, lang === 'vi' ? 'reason_vi' : 'reason_en') ?? list?.reason[lang],
        ),
        rows([
          [messages.watch.of, predecessor === name ? null : predecessor],
          [
            messages.watch.inheritance,
            inheritance === undefined ? null : (inheritances[inheritance] ?? inheritance),
          ],
        ]),
        document === undefined
          ? cited
          : h('ul', { class: 'citations' }, citationItem(cite(document, viewer), viewer)),
      ],
    },
    lead,
  );
}
