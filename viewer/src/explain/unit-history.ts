import type { UnitHistory, UnitRelation } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import type { UnitLayer } from '../panel/unit-card.js';
import type { Item } from '../server/features.js';
import { text } from '../server/properties.js';
import { runProcess } from '../server/run-process.js';
import { dayOfVintage } from '../state/vintage.js';
import { h } from '../ui/element.js';
import { onDemand } from './on-demand.js';

const LAYER_OF = { province: 'provinces', district: 'districts', commune: 'communes' } as const;
const LEVEL_OF = { provinces: 'province', districts: 'district', communes: 'commune' } as const;

/** What a unit was, what it became, what shares its name, what its code means at other times; asked when opened. */
export function unitHistoryPart(item: Item, layer: UnitLayer, viewer: Viewer): HTMLElement | null {
  const code = text(item.properties, 'code');
  if (code === undefined) return null;
  const lang = viewer.lang();
  const words = viewer.messages().explain;
  const asOf = viewer.asOf();

  const show = (other: UnitRelation) => {
    const vintage = viewer.profile.vintages.find(({ id }) => id === other.vintage);
    if (vintage === undefined) return;
    const feature = { layer: LAYER_OF[other.level], id: `${other.vintage}:${other.code}` };
    viewer.store.set({ asOf: dayOfVintage(vintage), selection: { feature, at: null } });
  };
  const drawn = (other: UnitRelation) => other.share_by === 'drawing';
  const entry = (other: UnitRelation, alike: boolean) => {
    const vintage = viewer.profile.vintages.find(({ id }) => id === other.vintage);
    const share = other.share === null ? null : `${number(other.share * 100, lang, 1)} %`;
    const said = [
      words.code(other.code),
      alike && other.share !== null ? (other.share > 0 ? words.related : words.unrelated) : null,
      !alike && other.kind !== null ? words[other.kind] : null,
      !alike && share !== null ? words.share(share) : null,
      ...other.made_by.map(words.by),
    ];
    return h(
      'li',
      { class: 'relation' },
      drawn(other)
        ? h(
            'button',
            {
              type: 'button',
              class: 'link-button relation-name',
              title: words.open(other.name),
              onclick: () => show(other),
            },
            other.name,
          )
        : h('span', { class: 'relation-name' }, other.name),
      h('span', { class: 'chip' }, vintage?.title[lang] ?? other.vintage),
      h('span', { class: 'relation-more' }, said.filter((one) => one !== null).join(' · ')),
    );
  };
  const part = (title: string, list: readonly UnitRelation[], alike: boolean) =>
    list.length === 0
      ? null
      : h(
          'section',
          { class: 'card-part' },
          h('h4', { class: 'part-title' }, `${title} (${number(list.length, lang)})`),
          h('ul', { class: 'relations' }, ...list.map((other) => entry(other, alike))),
        );
  const told = ({ was, became, same_name, same_code }: UnitHistory) => {
    const parts = [
      part(words.was, was, false),
      part(words.became, became, false),
      part(words.sameName, same_name, true),
      part(words.sameCode, same_code, true),
    ];
    return parts.some((one) => one !== null) ? parts : [h('p', { class: 'quiet' }, words.nothing)];
  };
  return onDemand('history', words.history, viewer, async () => {
    const answer = await runProcess('trace-unit', { name: code, as_of: asOf, level: LEVEL_OF[layer] });
    return answer.ok ? told(answer.value) : undefined;
  });
}
