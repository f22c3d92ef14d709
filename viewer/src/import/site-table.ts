import { type CornerSite, type CornerTableResult, hectares } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { fixed, number } from '../format/number.js';
import { note } from '../panel/card.js';
import { h } from '../ui/element.js';

const DIGITS = 4;

/** The sites of a table: points, declared and computed hectares. */
export function siteTable({ sites }: CornerTableResult, viewer: Viewer): HTMLElement | null {
  if (sites.length === 0) return null;
  const words = viewer.messages().imported;
  const lang = viewer.lang();
  const ha = (area_m2: number | null | undefined): string =>
    area_m2 === null || area_m2 === undefined ? '–' : fixed(hectares(area_m2), lang, DIGITS);
  const points = ({ parts }: CornerSite): number => parts.reduce((sum, part) => sum + part.points.length, 0);
  const cell = (text: string) => h('td', { class: 'number' }, text);
  const head = (text: string, isNumber: boolean) =>
    h('th', { scope: 'col', class: isNumber ? 'number' : '' }, text);
  return h(
    'section',
    { class: 'tool-part' },
    h(
      'table',
      { class: 'figures' },
      h('caption', {}, words.sites),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head(words.site, false),
          head(words.points, true),
          head(words.declared, true),
          head(words.computed, true),
        ),
      ),
      h(
        'tbody',
        {},
        ...sites.map((site) =>
          h(
            'tr',
            { class: site.area?.agrees === false ? 'disagrees' : '' },
            h('th', { scope: 'row' }, site.name ?? words.unnamed(site.id)),
            cell(number(points(site), lang)),
            cell(ha(site.area?.declared_m2)),
            cell(ha(site.area?.geodesic_m2 ?? site.area?.grid_m2)),
          ),
        ),
      ),
    ),
    sites.some(({ geometry }) => geometry === null) ? note(words.withheld, 'warn') : null,
  );
}
