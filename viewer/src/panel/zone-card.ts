import { hectares } from '@giapranh/core';
import { bareName, type Viewer } from '../app/viewer.js';
import { area, fixed, kilometreMark, length } from '../format/number.js';
import type { Item } from '../server/features.js';
import { figure, records, text } from '../server/properties.js';
import { h } from '../ui/element.js';
import { card, note } from './card.js';
import { fitButton } from './fit-button.js';
import { rows } from './rows.js';

function communeTable(item: Item, viewer: Viewer): HTMLElement | null {
  const messages = viewer.messages();
  const communes = records(item.properties, 'communes')
    .map((one) => ({ name: text(one, 'name') ?? '', area_m2: figure(one, 'area_m2') ?? 0 }))
    .sort((a, b) => b.area_m2 - a.area_m2);
  if (communes.length === 0) return null;
  return h(
    'section',
    { class: 'card-part' },
    h('h4', { class: 'part-title' }, `${messages.zone.communes} (${communes.length})`),
    h(
      'table',
      { class: 'figures' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, messages.zone.commune),
          h('th', { scope: 'col', class: 'number' }, messages.zone.hectares),
        ),
      ),
      h(
        'tbody',
        {},
        ...communes.map((one) =>
          h(
            'tr',
            {},
            h('td', {}, one.name),
            h('td', { class: 'number' }, fixed(hectares(one.area_m2), viewer.lang(), 1)),
          ),
        ),
      ),
    ),
  );
}

export function zoneCard(item: Item, viewer: Viewer, lead: boolean): HTMLElement {
  const { properties } = item;
  const lang = viewer.lang();
  const messages = viewer.messages();
  const mark = (name: string) => kilometreMark(figure(properties, name) ?? 0, lang);
  const areaHere = figure(properties, 'area_m2');
  const border = figure(properties, 'border_length_m');
  const accuracy = length(viewer.vintage().accuracy_m, lang);
  return card(
    {
      kind: messages.kinds['border-zones'],
      title: messages.zone.heading(mark('inner_m'), mark('outer_m')),
      note: note(`${messages.zone.notLegal} ${messages.zone.accuracy(accuracy)}`, 'plain'),
      acts: [fitButton(item, viewer)],
      body: [
        h(
          'p',
          { class: 'lead' },
          messages.zone.pair(
            bareName(text(properties, 'side_name') ?? ''),
            bareName(text(properties, 'other_name') ?? ''),
          ),
        ),
        rows([
          [messages.zone.area, areaHere === undefined ? null : area(areaHere, lang)],
          [messages.zone.border, border === undefined ? null : length(border, lang)],
        ]),
        communeTable(item, viewer),
      ],
    },
    lead,
  );
}
