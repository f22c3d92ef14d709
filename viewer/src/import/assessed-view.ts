import { hectares } from '@giapranh/core';
import type { Feature } from 'geojson';
import type { Viewer } from '../app/viewer.js';
import type { Assessed, NamedOverlap } from '../compute/protocol.js';
import { day } from '../format/date.js';
import { fixed, length, number } from '../format/number.js';
import { note } from '../panel/card.js';
import { flagCard } from '../panel/flag-card.js';
import { levelBadge } from '../panel/level-badge.js';
import { rows } from '../panel/rows.js';
import { h } from '../ui/element.js';

const ORDER = [
  'communes',
  'districts',
  'prohibited-areas',
  'watch-units',
  'border-zones',
  'borders',
] as const;
const PERCENT = 100;

function overlapText(one: NamedOverlap, viewer: Viewer): HTMLElement {
  const words = viewer.messages().imported;
  const lang = viewer.lang();
  const figures =
    one.layer === 'borders'
      ? [words.distance(length(one.distance_m, lang))]
      : [
          one.area_m2 > 0 ? `${fixed(hectares(one.area_m2), lang, 4)} ha` : '',
          words.share(number(one.share * PERCENT, lang, 1)),
        ];
  const more = [...figures, one.verdict === 'undetermined' ? words.undetermined : ''].filter(Boolean);
  return h('li', {}, one.title[lang], h('span', { class: 'quiet' }, ` ${more.join(' · ')}`));
}

function siteView(feature: Feature, assessed: Assessed, viewer: Viewer): HTMLElement {
  const words = viewer.messages().imported;
  const id = String(feature.id);
  const flags = assessed.flags.find(({ site_id }) => site_id === id);
  const own = assessed.overlaps.filter(({ site_id }) => site_id === id);
  const [border] = own
    .filter(({ layer }) => layer === 'borders')
    .toSorted((a, b) => a.distance_m - b.distance_m);
  const name: unknown = feature.properties?.['name'];
  const area_m2 = assessed.areas_m2[id] ?? 0;
  const met = ORDER.map((layer) => ({
    layer,
    found: own.filter((one) => one.layer === layer && (layer !== 'borders' || one === border)),
  })).filter(({ found }) => found.length > 0);
  return h(
    'article',
    { class: 'assessed-site' },
    h('h4', { class: 'tool-heading' }, typeof name === 'string' && name !== '' ? name : words.unnamed(id)),
    h(
      'p',
      { class: 'assessed-head' },
      levelBadge(flags?.level ?? 'none', viewer.messages()),
      area_m2 > 0 ? h('strong', {}, `${fixed(hectares(area_m2), viewer.lang(), 4)} ha`) : null,
    ),
    met.length === 0
      ? note(words.nothingMet, 'plain')
      : rows(
          met.map(({ layer, found }) => [
            words.layers[layer],
            h('ul', {}, ...found.map((one) => overlapText(one, viewer))),
          ]),
        ),
    flags === undefined || flags.provinces.length === 0
      ? note(words.outside, 'warn')
      : flags.flags.length === 0
        ? note(words.noFlags, 'plain')
        : h('div', { class: 'flags' }, ...flags.flags.map((flag) => flagCard(flag, viewer))),
  );
}

/** What the sites meet, and which rules flag them. */
export function assessedView(features: readonly Feature[], assessed: Assessed, viewer: Viewer): HTMLElement {
  const words = viewer.messages().imported;
  return h(
    'section',
    { class: 'tool-part assessed', 'aria-label': words.assessed },
    h('h3', { class: 'tool-heading' }, words.assessed),
    h('p', { class: 'quiet' }, words.day(day(viewer.asOf()))),
    ...features.map((feature) => siteView(feature, assessed, viewer)),
  );
}
