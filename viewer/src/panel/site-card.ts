import type { Viewer } from '../app/viewer.js';
import { borderPart } from '../explain/border-part.js';
import { whyNotPart } from '../explain/why-not.js';
import { day } from '../format/date.js';
import { area, length } from '../format/number.js';
import type { Lang, Messages } from '../messages/messages.js';
import type { Item } from '../server/features.js';
import { figure, text } from '../server/properties.js';
import { flagsOf } from '../sites/site-facts.js';
import { h } from '../ui/element.js';
import { card, note } from './card.js';
import { fitButton } from './fit-button.js';
import { flagCard } from './flag-card.js';
import { levelBadge, readLevel } from './level-badge.js';
import { rows } from './rows.js';

export function isVague(properties: Readonly<Record<string, unknown>>): boolean {
  return properties['precision'] === 'communes';
}

function position(error_m: number | undefined, lang: Lang, messages: Messages): string {
  return error_m === undefined ? messages.site.exact : messages.site.within(length(error_m, lang));
}

function activity(value: string | undefined, messages: Messages): string | undefined {
  if (value === undefined || value === 'unknown') return undefined;
  const names: Readonly<Record<string, string>> = messages.site.activities;
  return names[value] ?? value;
}

export function siteCard(item: Item, viewer: Viewer, lead: boolean): HTMLElement {
  const lang = viewer.lang();
  const messages = viewer.messages();
  const { properties } = item;
  const vague = isVague(properties);
  const level = readLevel(properties['level']);
  const flags = flagsOf(properties);
  const areaDeclared = figure(properties, 'area_declared_m2');
  const decided = text(properties, 'decision_date');
  const judgedOn = text(properties, 'as_of');
  return card(
    {
      kind: messages.kinds['mineral-sites'],
      title: text(properties, 'name') ?? item.id?.toString() ?? '',
      badge: levelBadge(level, messages, vague ? 'commune' : 'exact'),
      note: vague ? note(messages.site.vagueText, 'warn', messages.site.vague) : null,
      acts: [fitButton(item, viewer)],
      body: [
        rows([
          [messages.site.mineral, text(properties, lang === 'vi' ? 'mineral_vi' : 'mineral_en')],
          [messages.site.activity, activity(text(properties, 'activity'), messages)],
          [messages.site.area, areaDeclared === undefined ? null : area(areaDeclared, lang)],
          [messages.site.position, vague ? null : position(figure(properties, 'error_m'), lang, messages)],
          [messages.site.place, text(properties, 'place')],
          [messages.site.decision, text(properties, 'decision')],
          [messages.site.decided, decided === undefined ? null : day(decided)],
          [messages.site.id, text(properties, 'site_id')],
        ]),
        judgedOn === undefined || judgedOn === viewer.asOf()
          ? null
          : h('p', { class: 'quiet' }, messages.explain.judgedOn(day(judgedOn))),
        borderPart(item, viewer),
        flags.length === 0
          ? note(messages.site.noFlags, 'plain')
          : h(
              'section',
              { class: 'flags' },
              h('h3', { class: 'section-title' }, `${messages.site.why} (${flags.length})`),
              ...flags.map((flag) => flagCard(flag, viewer)),
            ),
        whyNotPart(item, viewer),
      ],
    },
    lead,
  );
}
