import type { IsoDate } from '@giapranh/core';
import { bareName, type Viewer } from '../app/viewer.js';
import { NO_FILTER, type SiteFilter, toggled } from '../filter/site-filter.js';
import { number } from '../format/number.js';
import { readLevel } from '../panel/level-badge.js';
import type { Item } from '../server/features.js';
import { text } from '../server/properties.js';
import { neighboursOf, passes } from '../sites/site-facts.js';
import { neighbourColour } from '../style/neighbours.js';
import { TOKENS } from '../style/tokens.js';
import { SITE_LEVELS } from '../symbols/symbols.js';
import { type Bar, barChart } from './bar-chart.js';

/** First and last day of a month, `2023-03`. */
function monthSpan(month: string): { readonly from: IsoDate; readonly to: IsoDate } {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, at, 0)).getUTCDate();
  return { from: `${month}-01` as IsoDate, to: `${month}-${String(last).padStart(2, '0')}` as IsoDate };
}

/** Sites by level, by neighbour and by month of their decision: each counted among what passes the other questions. */
export function siteCharts(viewer: Viewer, items: readonly Item[]): readonly HTMLElement[] {
  const { filter, selection, theme } = viewer.store.state();
  const lang = viewer.lang();
  const messages = viewer.messages();
  const words = messages.numbers;
  const set = (change: Partial<SiteFilter>) => viewer.store.set({ filter: { ...filter, ...change } });
  const among = (without: Partial<SiteFilter>) =>
    items.filter(({ properties }) => passes(properties, { ...filter, ...without }));
  const isChosen = (item: Item) =>
    selection?.feature?.layer === 'mineral-sites' && selection.feature.id === String(item.id);
  const bar = (
    id: string,
    label: string,
    list: readonly Item[],
    colour: string,
    on: boolean,
    onpress: (() => void) | null,
  ): Bar => ({
    // biome-ignore format: one signature
    id,
    label,
    value: list.length,
    shown: number(list.length, lang),
    colour,
    on,
    chosen: list.some(isChosen),
    title: words.bar(label, number(list.length, lang)),
    onpress,
  });

  const byLevel = among({ levels: NO_FILTER.levels });
  const levels = SITE_LEVELS.flatMap((level) => {
    const list = byLevel.filter(({ properties }) => readLevel(properties['level']) === level);
    const on = filter.levels.includes(level);
    return list.length === 0 && !on
      ? []
      : [bar(`level-${level}`, messages.level[level], list, `var(--risk-${level}-fill)`, on, () => set({ levels: toggled(filter.levels, level) }))]; // biome-ignore format: one bar
  });

  const byNeighbour = among({ neighbours: NO_FILTER.neighbours });
  const about = byNeighbour.map((item) => [item, neighboursOf(item.properties)] as const);
  const codes = [...new Set([...about.flatMap(([, found]) => found), ...filter.neighbours])];
  const name = (code: string) =>
    bareName(
      viewer.profile.vintages.flatMap(({ neighbours }) => neighbours).find((one) => one.code === code)
        ?.name ?? code,
    );
  const neighbours = codes
    .map((code) => {
      const list = about.filter(([, found]) => found.includes(code)).map(([item]) => item);
      const on = filter.neighbours.includes(code);
      return bar(`neighbour-${code}`, name(code), list, neighbourColour(TOKENS[theme], viewer.neighbours, code), on, () => set({ neighbours: toggled(filter.neighbours, code) })); // biome-ignore format: one bar
    })
    .toSorted((a, b) => b.value - a.value);
  const none = about.filter(([, found]) => found.length === 0).map(([item]) => item);
  if (none.length > 0)
    neighbours.push(bar('neighbour-none', words.noBorder, none, 'var(--line-strong)', false, null));

  const byMonth = among({ from: null, to: null });
  const monthOf = ({ properties }: Item) => text(properties, 'decision_date')?.slice(0, 7);
  const months = [...new Set(byMonth.flatMap((item) => monthOf(item) ?? []))].toSorted().map((month) => {
    const span = monthSpan(month);
    const on = filter.from === span.from && filter.to === span.to;
    const list = byMonth.filter((item) => monthOf(item) === month);
    const [year = '', at = ''] = month.split('-');
    const label = words.month(String(Number(at)), year);
    return bar(`month-${month}`, label, list, 'var(--accent)', on, () => set(on ? { from: null, to: null } : span)); // biome-ignore format: one bar
  });
  const undated = byMonth.filter((item) => monthOf(item) === undefined).length;
  return [
    barChart(words.byLevel, levels, null),
    barChart(words.byNeighbour, neighbours, null),
    barChart(words.byMonth, months, undated === 0 ? null : words.undated(number(undated, lang))),
  ];
}
