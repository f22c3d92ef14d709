import { bboxOf, type PatrolPriorities, type PatrolPriority } from '@giapranh/core';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { questions } from '../filter/site-filter.js';
import { number } from '../format/number.js';
import type { Box } from '../map/map-view.js';
import { createChoice } from '../panel/choice.js';
import { keepFocus } from '../panel/keep-focus.js';
import { fetchItem, type Item } from '../server/features.js';
import type { JudgedSites } from '../sites/judged-sites.js';
import { type LonLat, TABLE_KINDS, type TableKind } from '../state/view-state.js';
import { siteSymbolName } from '../symbols/symbols.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { symbolImage } from '../ui/symbol-image.js';
import { siteCharts } from './charts.js';
import { copyTable } from './clipboard-table.js';
import { drawStretches, type Stretches } from './stretches.js';
import { type Row, sorted, type TableData, tableData } from './table-data.js';

interface Ways {
  readonly choose: (item: Item) => void;
  readonly fit: (box: Box) => void;
  /** `null` where the browser draws no map. */
  readonly map: MapLibreMap | null;
}

/** Tables and charts under the map, linked with it both ways. Drawn while the address has a table open. */
export function openDock(viewer: Viewer, sites: JudgedSites, stage: HTMLElement, ways: Ways): () => void {
  const { store } = viewer;
  const kind = (): TableKind => store.state().table ?? 'sites';
  let priorities: PatrolPriorities | undefined;
  let asked = '';
  let state: 'ready' | 'loading' | 'failed' = 'ready';
  let order: { readonly column: number; readonly descending: boolean } | null = null;
  let stretch: string | null = null;
  let said = '';
  let open = true;

  const chooseTable = createChoice('table', (value) => {
    order = null;
    said = '';
    store.set({ table: TABLE_KINDS.find((one) => one === value) ?? null });
  });
  const count = h('p', { class: 'dock-count', role: 'status' });
  const copy = h('button', { type: 'button', class: 'button dock-copy' });
  const close = h(
    'button',
    { type: 'button', class: 'icon-button', onclick: () => store.set({ table: null }) },
    icon('close'),
  );
  const charts = h('div', { class: 'dock-charts' });
  const main = h('div', { class: 'dock-table', tabindex: 0 });
  const foot = h('p', { class: 'dock-foot' });
  const element = h(
    'section',
    { class: 'dock', id: 'numbers' },
    h('header', { class: 'dock-head' }, chooseTable.element, count, copy, close),
    h('div', { class: 'dock-body' }, charts, h('div', { class: 'dock-main' }, main, foot)),
  );
  stage.append(element);
  stage.toggleAttribute('data-dock', true);

  const unitFeature = ({ own }: PatrolPriority) =>
    own === null
      ? null
      : ({
          layer: priorities?.unit_level === 'district' ? 'districts' : 'communes',
          id: `${own.vintage}:${own.code}`,
        } as const);
  const openPriority = async (priority: PatrolPriority) => {
    if (priority.geometry !== undefined) {
      stretch = priority.id;
      const line = priority.geometry.coordinates;
      const [lon = 0, lat = 0] = line[Math.floor(line.length / 2)] ?? [];
      const at: LonLat = [lon, lat];
      const pair = priority.id.split(':')[0] ?? '';
      const feature = { layer: 'borders', id: `${viewer.vintage().id}:${pair}` } as const;
      store.set({ selection: { feature, at } });
      ways.fit(bboxOf(priority.geometry));
      return;
    }
    const feature = unitFeature(priority);
    if (feature === null) return;
    store.set({ selection: { feature, at: null } });
    const item = await fetchItem(feature.layer, feature.id);
    if (item.ok) ways.fit(bboxOf(item.value.geometry));
  };
  const openRow = ({ open: what }: Row) => {
    if (what.kind === 'site') ways.choose(what.item);
    else void openPriority(what.priority);
  };
  const isChosen = (row: Row): boolean => {
    const feature = store.state().selection?.feature;
    if (row.open.kind === 'site') return feature?.layer === 'mineral-sites' && feature.id === row.id;
    if (kind() === 'borders') return stretch === row.id;
    const own = unitFeature(row.open.priority);
    return own !== null && feature?.layer === own.layer && feature.id === own.id;
  };

  const table = (data: TableData, rows: readonly Row[]): HTMLElement => {
    const head = data.columns.map((column, at) => {
      const now = order?.column === at ? (order.descending ? 'descending' : 'ascending') : 'none';
      return h(
        'th',
        { scope: 'col', class: column.number ? 'number' : '', 'aria-sort': now },
        h(
          'button',
          {
            type: 'button',
            class: 'sort',
            'data-key': `sort-${column.id}`,
            onclick: () => {
              // Figures are asked for greatest first, names from the start of the alphabet.
              order =
                now === 'none'
                  ? { column: at, descending: column.number && column.id !== 'rank' }
                  : { column: at, descending: now === 'ascending' };
              redraw();
            },
          },
          column.title,
          icon('down'),
        ),
      );
    });
    const lead = data.columns.findIndex(({ id }) => id === 'name');
    return h(
      'table',
      { class: 'numbers' },
      h('caption', { class: 'visually-hidden' }, viewer.messages().numbers.kinds[kind()]),
      h('thead', {}, h('tr', {}, ...head)),
      h(
        'tbody',
        {},
        ...rows.map((row) =>
          h(
            'tr',
            { 'aria-current': isChosen(row) ? 'true' : false, onclick: () => openRow(row) },
            ...row.cells.map((cell, at) => {
              const column = data.columns[at];
              if (at === lead) {
                const name = h('button', { type: 'button', class: 'row-open', 'data-key': `row-${row.id}` }, cell.shown); // biome-ignore format: one button
                return h('th', { scope: 'row' }, name);
              }
              return h(
                'td',
                { class: column?.number === true ? 'number' : '' },
                cell.level === undefined
                  ? cell.shown
                  : h('span', { class: 'cell-level' }, symbolImage(siteSymbolName(cell.level, 'exact'), 'symbol symbol-small'), cell.shown), // biome-ignore format: one cell
                cell.more === undefined ? null : h('small', {}, cell.more),
              );
            }),
          ),
        ),
      ),
    );
  };

  let stretches: Stretches | undefined;
  let current: TableData = { columns: [], rows: [] };
  const draw = () => {
    if (!open) return;
    const lang = viewer.lang();
    const words = viewer.messages().numbers;
    const filtered = questions(store.state().filter) > 0;
    element.setAttribute('aria-label', words.open);
    close.setAttribute('aria-label', words.close);
    main.setAttribute('aria-label', words.kinds[kind()]);
    chooseTable.show(
      words.choose,
      TABLE_KINDS.map((value) => ({ value, label: words.kinds[value] })),
      kind(),
    );
    replaceChildren(copy, icon('copy'), h('span', {}, words.copy));
    const data = tableData(kind(), viewer, sites.passing(), priorities, filtered);
    const rows = order === null ? data.rows : sorted(data.rows, order.column, order.descending);
    current = { ...data, rows };
    const waiting = sites.state() !== 'ready' || (kind() !== 'sites' && state === 'loading');
    const failed = sites.state() === 'failed' || (kind() !== 'sites' && state === 'failed');
    count.textContent = said || (waiting ? '' : words.rows(number(rows.length, lang)));
    copy.toggleAttribute('disabled', waiting || failed || rows.length === 0);
    foot.textContent = kind() === 'sites' ? '' : words.formula;
    foot.hidden = kind() === 'sites';
    replaceChildren(charts, ...siteCharts(viewer, sites.items()));
    replaceChildren(
      main,
      failed
        ? h('p', { class: 'skeleton' }, viewer.messages().details.failed)
        : waiting
          ? h('p', { class: 'skeleton' }, kind() === 'sites' ? viewer.messages().details.loading : viewer.messages().explain.asking) // biome-ignore format: one choice
          : rows.length === 0
            ? h('p', { class: 'skeleton' }, words.empty)
            : table(data, rows),
    );
    if (ways.map !== null) {
      const shown = kind() === 'borders' ? rows.flatMap(({ open: what }) => (what.kind === 'priority' ? [what.priority] : [])) : []; // biome-ignore format: one choice
      stretches ??= drawStretches(viewer, ways.map, (id) => {
        stretch = id;
        redraw();
        reveal();
      });
      stretches.show(shown, stretch);
    }
  };
  const redraw = () => {
    const { scrollTop, scrollLeft } = main;
    keepFocus(element, draw);
    main.scrollTo(scrollLeft, scrollTop);
  };
  const reveal = () => main.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  const load = async () => {
    if (kind() === 'sites' || asked === viewer.asOf()) return;
    asked = viewer.asOf();
    priorities = undefined;
    state = 'loading';
    redraw();
    const found = await sites.priorities();
    if (!open || asked !== viewer.asOf()) return;
    priorities = found;
    state = found === undefined ? 'failed' : 'ready';
    if (found === undefined) asked = '';
    redraw();
    reveal();
  };
  copy.addEventListener('click', async () => {
    const words = viewer.messages().numbers;
    const done = await copyTable(current, viewer.lang());
    said = done ? words.copied(number(current.rows.length, viewer.lang())) : words.copyFailed;
    redraw();
  });
  const stop = store.subscribe((now, before) => {
    if (now.camera !== before.camera) return;
    if (now.asOf !== before.asOf || now.table !== before.table) {
      said = '';
      void load();
    }
    if (now.selection !== before.selection && now.selection?.feature?.layer !== 'borders') stretch = null;
    redraw();
    if (now.selection !== before.selection) reveal();
  });
  const stopSites = sites.subscribe(redraw);
  sites.start();
  draw();
  void load();
  return () => {
    open = false;
    stop();
    stopSites();
    stretches?.end();
    element.remove();
    stage.removeAttribute('data-dock');
  };
}
