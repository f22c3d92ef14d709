import { type BorderZone, hectares } from '@giapranh/core';
import { bareName, type Viewer } from '../app/viewer.js';
import type { ZoneAnswer } from '../compute/protocol.js';
import { fixed, length, number } from '../format/number.js';
import { note } from '../panel/card.js';
import { keepFocus } from '../panel/keep-focus.js';
import { rows } from '../panel/rows.js';
import { ringOpacity } from '../style/rings.js';
import { h, replaceChildren } from '../ui/element.js';

const DIGITS = 2;

function ringName({ inner_m, outer_m }: BorderZone, viewer: Viewer): string {
  const lang = viewer.lang();
  return `${number(inner_m, lang)}–${number(outer_m, lang)} m`;
}

const headCell = (text: string, isNumber: boolean): HTMLElement =>
  h('th', { scope: 'col', class: isNumber ? 'number' : '' }, text);

/** Rings down, sides across, sums below. */
function ringTable({ zones }: ZoneAnswer, viewer: Viewer): HTMLElement {
  const words = viewer.messages().zones;
  const lang = viewer.lang();
  const ha = (area_m2: number): string => fixed(hectares(area_m2), lang, DIGITS);
  const sides = [...new Map(zones.map(({ side }) => [side.code, side])).values()];
  const rings = [...new Map(zones.map((zone) => [zone.outer_m, zone])).values()];
  const first = sides[0]?.code;
  const of = (code: string) => zones.filter(({ side }) => side.code === code);
  const sum = (list: readonly BorderZone[]) => list.reduce((all, { area_m2 }) => all + area_m2, 0);
  return h(
    'table',
    { class: 'figures zone-rings' },
    h('caption', {}, words.ringsCaption),
    h(
      'thead',
      {},
      h('tr', {}, headCell(words.ring, false), ...sides.map((side) => headCell(bareName(side.name), true))),
    ),
    h(
      'tbody',
      {},
      ...rings.map((ring) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, ringName(ring, viewer)),
          ...sides.map((side) => {
            const zone = of(side.code).find(({ outer_m }) => outer_m === ring.outer_m);
            const swatch = h('span', {
              class: `ring-swatch ${side.code === first ? 'ring-first' : 'ring-second'}`,
              'data-opacity': String(ringOpacity(ring.outer_m)),
            });
            swatch.style.setProperty('--strength', String(ringOpacity(ring.outer_m)));
            return h('td', { class: 'number' }, swatch, ha(zone?.area_m2 ?? 0));
          }),
        ),
      ),
    ),
    h(
      'tfoot',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, words.sum),
        ...sides.map((side) => h('td', { class: 'number' }, ha(sum(of(side.code))))),
      ),
    ),
  );
}

interface CommuneRow {
  readonly name: string;
  readonly side: string;
  readonly area_m2: number;
}

/** Communes of both sides with all their rings together. */
function communeRows({ zones }: ZoneAnswer): readonly CommuneRow[] {
  const found = new Map<string, CommuneRow>();
  for (const { side, communes } of zones) {
    for (const { code, name, area_m2 } of communes) {
      const key = `${side.code}:${code}`;
      const before = found.get(key)?.area_m2 ?? 0;
      found.set(key, { name, side: bareName(side.name), area_m2: before + area_m2 });
    }
  }
  return [...found.values()];
}

type Column = 'name' | 'side' | 'area_m2';

/** Sorted by pressing a heading; pressed again, the other way round. */
function communeTable(answer: ZoneAnswer, viewer: Viewer): HTMLElement | null {
  const all = communeRows(answer);
  if (all.length === 0) return null;
  const words = viewer.messages().zones;
  let column: Column = 'area_m2';
  let down = true;
  const table = h('table', { class: 'figures zone-communes' });
  const compare = (a: CommuneRow, b: CommuneRow): number =>
    column === 'area_m2' ? a.area_m2 - b.area_m2 : a[column].localeCompare(b[column], 'vi');
  const heading = (name: Column, text: string): HTMLElement => {
    const sort = h(
      'button',
      {
        type: 'button',
        class: 'sort',
        'data-key': name,
        onclick: () => {
          down = column === name ? !down : name === 'area_m2';
          column = name;
          keepFocus(table, draw);
        },
      },
      text,
    );
    const order = column === name ? (down ? 'descending' : 'ascending') : 'none';
    return h('th', { scope: 'col', class: name === 'area_m2' ? 'number' : '', 'aria-sort': order }, sort);
  };
  const draw = (): void => {
    const sorted = all.toSorted((a, b) => (down ? compare(b, a) : compare(a, b)));
    replaceChildren(
      table,
      h('caption', {}, words.communesCaption(number(all.length, viewer.lang()))),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heading('name', words.commune),
          heading('side', words.side),
          heading('area_m2', words.hectares),
        ),
      ),
      h(
        'tbody',
        {},
        ...sorted.map(({ name, side, area_m2 }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, name),
            h('td', {}, side),
            h('td', { class: 'number' }, fixed(hectares(area_m2), viewer.lang(), DIGITS)),
          ),
        ),
      ),
    );
  };
  draw();
  return table;
}

/** Figures of the zones just computed. */
export function zoneResult(answer: ZoneAnswer, viewer: Viewer): HTMLElement {
  const words = viewer.messages().zones;
  const lang = viewer.lang();
  const { border, zones } = answer;
  const accuracy = length(viewer.vintage().accuracy_m, lang);
  return h(
    'section',
    { class: 'tool-part zone-result', 'aria-label': words.result },
    h('h3', { class: 'tool-heading' }, words.between(bareName(border.a.name), bareName(border.b.name))),
    rows([
      [words.border, length(border.length_m, lang)],
      [words.vintage, viewer.vintage().title[lang]],
      [words.edge, words.edgeWithin(number(zones[0]?.accuracy.outer_edge_m ?? 0, lang, 2))],
    ]),
    note(`${words.notLegal} ${words.accuracy(accuracy)}`, 'plain'),
    ringTable(answer, viewer),
    communeTable(answer, viewer) ?? note(words.noCommunes, 'plain'),
  );
}
