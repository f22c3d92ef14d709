import type { Viewer } from '../app/viewer.js';
import { unitHistoryPart } from '../explain/unit-history.js';
import { area, number } from '../format/number.js';
import type { Item } from '../server/features.js';
import { figure, records, text } from '../server/properties.js';
import { h } from '../ui/element.js';
import { card } from './card.js';
import { fitButton } from './fit-button.js';
import { levelBadge, readLevel } from './level-badge.js';
import { rows } from './rows.js';

export type UnitLayer = 'provinces' | 'districts' | 'communes';

function madeFrom(item: Item, part: string): string | null {
  const names = records(item.properties, 'was').map((one) => {
    const name = text(one, 'name') ?? '';
    return one['kind'] === 'partial' ? `${name} (${part})` : name;
  });
  return names.length === 0 ? null : names.join(', ');
}

export function unitCard(item: Item, layer: UnitLayer, viewer: Viewer, lead: boolean): HTMLElement {
  const { properties } = item;
  const lang = viewer.lang();
  const messages = viewer.messages();
  const measured = figure(properties, 'area_m2');
  const declared = figure(properties, 'area_declared_m2');
  const sites = figure(properties, 'site_count');
  const flags = figure(properties, 'flag_count');
  const priority = figure(properties, 'priority');
  const rolledUp = layer !== 'provinces';
  return card(
    {
      kind: messages.kinds[layer],
      title: text(properties, 'name') ?? '',
      badge: rolledUp ? levelBadge(readLevel(properties['level']), messages) : null,
      acts: [fitButton(item, viewer)],
      body: [
        rows([
          [messages.unit.sites, sites === undefined ? null : number(sites, lang)],
          [messages.unit.flags, flags === undefined ? null : number(flags, lang)],
          [
            messages.registers.priorityUnit,
            priority === undefined ? null : messages.registers.priorityOf(number(priority, lang, 1)),
          ],
          [messages.unit.area, measured === undefined ? null : area(measured, lang)],
          [messages.unit.areaDeclared, declared === undefined ? null : area(declared, lang)],
          [messages.unit.code, text(properties, 'code')],
          [messages.unit.was, madeFrom(item, messages.unit.part)],
        ]),
        rolledUp && sites === 0 ? h('p', { class: 'quiet' }, messages.unit.noFlags) : null,
        unitHistoryPart(item, layer, viewer),
      ],
    },
    lead,
  );
}
