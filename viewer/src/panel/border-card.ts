import { bareName, type Viewer } from '../app/viewer.js';
import { length } from '../format/number.js';
import type { Item } from '../server/features.js';
import { figure, text } from '../server/properties.js';
import { card, note } from './card.js';
import { fitButton } from './fit-button.js';
import { rows } from './rows.js';

export function borderCard(item: Item, viewer: Viewer, lead: boolean): HTMLElement {
  const { properties } = item;
  const messages = viewer.messages();
  const length_m = figure(properties, 'length_m');
  return card(
    {
      kind: messages.kinds.borders,
      title: messages.border.between(
        bareName(text(properties, 'a_name') ?? ''),
        bareName(text(properties, 'b_name') ?? ''),
      ),
      note: note(messages.border.notLegal, 'plain'),
      acts: [fitButton(item, viewer)],
      body: [
        rows([[messages.border.length, length_m === undefined ? null : length(length_m, viewer.lang())]]),
      ],
    },
    lead,
  );
}
