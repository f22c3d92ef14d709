import type { Fact, Flag, ResponsibleBody } from '@giapranh/core';
import { bareName, type Viewer } from '../app/viewer.js';
import { factText } from '../format/fact.js';
import type { Lang, Messages } from '../messages/messages.js';
import { siteSymbolName } from '../symbols/symbols.js';
import { type Child, h } from '../ui/element.js';
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

/** A fact names a border by the codes of its two provinces; a reader knows the neighbour by its name. */
function factValue(fact: Fact, viewer: Viewer): string {
  const plain = factText(fact, viewer.lang());
  if (fact.name !== 'border' || typeof fact.value !== 'string') return plain;
  const [, code] = fact.value.split('-');
  const neighbour = viewer.vintage().neighbours.find((one) => one.code === code);
  return neighbour === undefined ? plain : viewer.messages().facts.borderWith(bareName(neighbour.name));
}

const MEASURED = ['distance_m', 'distance_min_m', 'error_m', 'share', 'area_m2', 'difference', 'excess_m2'];

/** A figure of the rule, not of the place: what the measured one was held against. */
function isThreshold({ name }: Fact): boolean {
  return /^(beyond|within|after|by)_|_at_least/.test(name);
}

/** A measured figure with the threshold it was held against beside it. */
function factWithLimits(fact: Fact, limits: readonly Fact[], viewer: Viewer): Child {
  const value = factValue(fact, viewer);
  if (limits.length === 0 || !MEASURED.includes(fact.name)) return value;
  const lang = viewer.lang();
  const span = limits.map((limit) => factText(limit, lang)).join(' – ');
  return h(
    'span',
    {},
    value,
    h('span', { class: 'threshold' }, `${viewer.messages().explain.threshold}: ${span}`),
  );
}

/** Why: one flag with its sentence, figures with error bars, documents and the bodies on both sides. */
export function flagCard(flag: Flag, viewer: Viewer): HTMLElement {
  const lang = viewer.lang();
  const messages = viewer.messages();
  const limits = flag.facts.filter(isThreshold);
  const facts = rows(
    flag.facts
      .filter((fact) => !isThreshold(fact))
      .map((fact) => [fact.title[lang], factWithLimits(fact, limits, viewer)] as const),
  );
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
            ...flag.documents.map((document) => citationItem(document, viewer)),
          ),
        ),
    bodies(flag.bodies, lang, messages),
  );
}
