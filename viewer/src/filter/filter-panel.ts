import type { IsoDate } from '@giapranh/core';
import { bareName, type Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { number } from '../format/number.js';
import { keepFocus } from '../panel/keep-focus.js';
import { readLevel } from '../panel/level-badge.js';
import { text } from '../server/properties.js';
import type { JudgedSites } from '../sites/judged-sites.js';
import { flagsOf, neighboursOf, unitsOf } from '../sites/site-facts.js';
import { SITE_LEVELS, siteSymbolName } from '../symbols/symbols.js';
import { createDayField } from '../ui/day-field.js';
import { type Child, h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { symbolImage } from '../ui/symbol-image.js';
import { NO_FILTER, questions, type SiteFilter, toggled } from './site-filter.js';

/** How often each value occurs among the sites, most first. */
function tally(values: readonly string[]): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'vi'));
}

/** Asks for sites by level, rule, unit, mineral, neighbour and day of decision, and says how many pass. */
export function createFilterPanel(viewer: Viewer, sites: JudgedSites): HTMLElement {
  let open = false;
  const element = h('section', { class: 'filter' });
  const filter = () => viewer.store.state().filter;
  const set = (change: Partial<SiteFilter>) => viewer.store.set({ filter: { ...filter(), ...change } });
  const vietnamese = () => viewer.lang() === 'vi';

  const ruleTitle = (id: string) =>
    viewer.profile.rules.find((rule) => rule.id === id)?.title[viewer.lang()] ?? id;
  const neighbourName = (code: string) => {
    const all = viewer.profile.vintages.flatMap((vintage) => vintage.neighbours);
    return bareName(all.find((one) => one.code === code)?.name ?? code);
  };
  const mineralName = (vi: string) => {
    const one = sites.items().find(({ properties }) => properties['mineral_vi'] === vi);
    return vietnamese() || one === undefined ? vi : (text(one.properties, 'mineral_en') ?? vi);
  };

  const chip = (key: string, label: string, remove: () => void): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        class: 'filter-chip',
        'data-key': `chip-${key}`,
        'aria-label': viewer.messages().filter.remove(label),
        onclick: remove,
      },
      h('span', {}, label),
      icon('close'),
    );
  const chips = (): HTMLElement[] => {
    const words = viewer.messages();
    const { levels, rules, neighbours, unit, minerals, from, to } = filter();
    const span = words.filter.span(from === null ? null : day(from), to === null ? null : day(to));
    return [
      ...levels.map((one) => chip(one, words.level[one], () => set({ levels: toggled(levels, one) }))),
      ...rules.map((one) => chip(one, ruleTitle(one), () => set({ rules: toggled(rules, one) }))),
      ...neighbours.map(
        (one) =>
        chip(`n-${one}`, words.facts.borderWith(neighbourName(one)), () => set({ neighbours: toggled(neighbours, one) })), // biome-ignore format: one chip
      ),
      ...(unit === null ? [] : [chip('unit', unit, () => set({ unit: null }))]),
      ...minerals.map((one) => chip(one, mineralName(one), () => set({ minerals: toggled(minerals, one) }))),
      ...(from === null && to === null ? [] : [chip('span', span, () => set({ from: null, to: null }))]),
    ];
  };

  const choice = (
    key: string,
    label: Child,
    count: number,
    on: boolean,
    onchange: () => void,
  ): HTMLElement => {
    const box = h('input', { type: 'checkbox', 'data-key': key, checked: on });
    box.addEventListener('change', onchange);
    return h(
      'label',
      { class: 'filter-choice' },
      box,
      h('span', { class: 'filter-choice-label' }, label),
      h('span', { class: 'count' }, number(count, viewer.lang())),
    );
  };
  const group = (title: string, ...children: readonly Child[]): HTMLElement =>
    h('fieldset', { class: 'filter-group' }, h('legend', {}, title), ...children);
  const select = (
    key: string,
    label: string,
    options: readonly (readonly [string, string])[],
    value: string,
    onchange: (value: string) => void,
  ) => {
    // biome-ignore format: one signature
    const box = h(
      'select',
      { 'data-key': key, 'aria-label': label },
      ...options.map(([id, name]) => h('option', { value: id }, name)),
    );
    box.value = value;
    box.addEventListener('change', () => onchange(box.value));
    return box;
  };
  const date = (
    key: string,
    label: string,
    value: IsoDate | null,
    onchange: (value: IsoDate | null) => void,
  ) => {
    // biome-ignore format: one signature
    const field = createDayField({ 'data-key': key }, onchange);
    field.show(value);
    return h('label', { class: 'filter-date' }, h('span', {}, label), field.input);
  };

  const form = (): HTMLElement => {
    const words = viewer.messages();
    const now = filter();
    const all = sites.items().map(({ properties }) => properties);
    const levels = tally(all.map((one) => readLevel(one['level'])));
    const rules = tally(all.flatMap((one) => [...new Set(flagsOf(one).map(({ rule }) => rule))]));
    const minerals = tally(all.flatMap((one) => text(one, 'mineral_vi') ?? []));
    const neighbours = tally(all.flatMap(neighboursOf));
    const units = tally(all.flatMap((one) => [...new Set(unitsOf(one))]));
    const countOf = (counts: readonly (readonly [string, number])[], id: string) =>
      counts.find(([value]) => value === id)?.[1] ?? 0;
    /** What is asked for stays to be seen, even where no site has it any more. */
    const kept = (counts: readonly (readonly [string, number])[], asked: readonly string[]) => [
      ...counts,
      ...asked.filter((one) => countOf(counts, one) === 0).map((one) => [one, 0] as const),
    ];
    return h(
      'div',
      { class: 'filter-form', id: 'filter-form' },
      group(
        words.filter.level,
        ...SITE_LEVELS.filter((level) => countOf(levels, level) > 0 || now.levels.includes(level)).map(
          (level) =>
            choice(
              `level-${level}`,
              h('span', { class: 'filter-level' }, symbolImage(siteSymbolName(level, 'exact'), 'symbol symbol-small'), words.level[level]), // biome-ignore format: one label
              countOf(levels, level),
              now.levels.includes(level),
              () => set({ levels: toggled(filter().levels, level) }),
            ),
        ),
      ),
      group(
        words.filter.rule,
        ...kept(rules, now.rules).map(([id, count]) =>
          choice(`rule-${id}`, ruleTitle(id), count, now.rules.includes(id), () =>
            set({ rules: toggled(filter().rules, id) }),
          ),
        ),
      ),
      group(
        words.filter.unit,
        select(
          'unit',
          words.filter.unit,
          [
            ['', words.filter.anyUnit],
            ...kept(units, now.unit === null ? [] : [now.unit])
              .toSorted((a, b) => a[0].localeCompare(b[0], 'vi'))
              .map(([name, count]) => [name, `${name} (${number(count, viewer.lang())})`] as const),
          ],
          now.unit ?? '',
          (value) => set({ unit: value === '' ? null : value }),
        ),
      ),
      group(
        words.filter.neighbour,
        ...kept(neighbours, now.neighbours).map(([code, count]) =>
          choice(`neighbour-${code}`, neighbourName(code), count, now.neighbours.includes(code), () =>
            set({ neighbours: toggled(filter().neighbours, code) }),
          ),
        ),
      ),
      group(
        words.filter.mineral,
        ...kept(minerals, now.minerals).map(([name, count]) =>
          choice(`mineral-${name}`, mineralName(name), count, now.minerals.includes(name), () =>
            set({ minerals: toggled(filter().minerals, name) }),
          ),
        ),
      ),
      group(
        words.filter.decided,
        h(
          'div',
          { class: 'filter-dates' },
          date('from', words.filter.from, now.from, (from) => set({ from })),
          date('to', words.filter.to, now.to, (to) => set({ to })),
        ),
      ),
    );
  };

  const draw = () => {
    const words = viewer.messages().filter;
    const asked = questions(filter());
    const ready = sites.state() === 'ready';
    element.setAttribute('aria-label', words.title);
    const shown = words.shown(
      number(sites.passing().length, viewer.lang()),
      number(sites.items().length, viewer.lang()),
    );
    replaceChildren(
      element,
      h(
        'div',
        { class: 'filter-bar' },
        h(
          'button',
          {
            type: 'button',
            class: 'filter-open',
            'data-key': 'open',
            'aria-expanded': String(open),
            'aria-controls': 'filter-form',
            onclick: () => {
              open = !open;
              redraw();
            },
          },
          icon('filter'),
          words.title,
          asked === 0 ? null : h('span', { class: 'filter-asked' }, number(asked, viewer.lang())),
        ),
        h('p', { class: 'filter-shown', role: 'status' }, ready ? shown : ''),
        asked === 0
          ? null
          : h(
              'button',
              {
                type: 'button',
                class: 'link-button',
                'data-key': 'clear',
                onclick: () => viewer.store.set({ filter: NO_FILTER }),
              },
              words.clear,
            ),
      ),
      asked === 0 ? null : h('div', { class: 'filter-chips' }, ...chips()),
      open && ready ? form() : null,
    );
  };
  const redraw = () => keepFocus(element, draw);
  sites.subscribe(redraw);
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) redraw();
  });
  draw();
  return element;
}
