import type { Map as MapLibreMap } from 'maplibre-gl';
import { createPager } from '../explain/pager.js';
import { createFilterPanel } from '../filter/filter-panel.js';
import type { Box } from '../map/map-view.js';
import { createDockSwitch } from '../numbers/dock-switch.js';
import { startWorker } from '../offline/start-worker.js';
import { createStrip } from '../offline/strip.js';
import { createDetails } from '../panel/details.js';
import { createDocumentDialog } from '../panel/document-dialog.js';
import { createHeader } from '../panel/header.js';
import { createLegend } from '../panel/legend.js';
import { createSiteList } from '../panel/site-list.js';
import { createCredits } from '../panel/sources.js';
import { createTabs } from '../panel/tabs.js';
import { createVintageSwitch } from '../panel/vintage-switch.js';
import { createRegisterSwitch } from '../registers/register-switch.js';
import { goTo } from '../search/go-to.js';
import { createSearchBox } from '../search/search-box.js';
import type { Item } from '../server/features.js';
import { chooseSite } from '../sites/choose-site.js';
import { createJudgedSites } from '../sites/judged-sites.js';
import type { LonLat } from '../state/view-state.js';
import { createTimeFold } from '../time/time-fold.js';
import { createTimeLine } from '../time/time-line.js';
import { createToolTabs } from '../tools/tool-tabs.js';
import { h, replaceChildren } from '../ui/element.js';
import { readCounts } from './counts.js';
import { createNoMap } from './no-map.js';
import { hasWebGl, openMap } from './open-map.js';
import { createSheet } from './sheet.js';
import type { Viewer } from './viewer.js';

/** Lays the page out and joins its parts; the map comes last, or a message where it cannot. */
export function buildPage(root: HTMLElement, viewer: Viewer): void {
  let bringTo = (_place: LonLat): void => undefined;
  let mark = (_chosen: Item | null): void => undefined;
  let fit = (_box: Box): void => undefined;
  let map: MapLibreMap | null = null;
  const legend = createLegend(viewer);
  const registers = createRegisterSwitch(viewer);
  const judged = createJudgedSites(viewer);
  const choose = (item: Item) => chooseSite(item, viewer, (place) => bringTo(place));
  const sites = createSiteList(viewer, judged, choose, [
    createDockSwitch(viewer, async () => {
      const { openDock } = await import('../numbers/dock.js');
      return openDock(viewer, judged, stage, { choose, fit: (box) => fit(box), map });
    }),
    createFilterPanel(viewer, judged),
  ]);
  const credits = createCredits(viewer);
  const documents = createDocumentDialog(viewer);
  viewer.onDocument(documents.open);
  const search = createSearchBox(viewer, (hit) =>
    goTo(hit, viewer, { bringTo: (place) => bringTo(place), fit: (box) => fit(box) }),
  );
  const pager = createPager(viewer, judged, choose);
  const details = createDetails(viewer, judged, pager, (item) => mark(item));
  const sheet = createSheet(viewer);
  const tools = createToolTabs(viewer, (box) => fit(box));
  const tabs = createTabs(
    [
      {
        id: 'legend',
        label: () => viewer.messages().tabs.legend,
        content: h('div', {}, legend.element, registers.element),
      },
      { id: 'list', label: () => viewer.messages().tabs.list, content: sites.element },
      ...tools.tabs,
    ],
    (id) => {
      sheet.open();
      tools.selected(id);
      if (id === 'list') judged.start();
    },
  );
  const vintage = createVintageSwitch(viewer);
  vintage.append(createTimeLine(viewer));
  const side = h(
    'nav',
    { class: 'side', id: 'side' },
    sheet.handle,
    createTimeFold(viewer, vintage),
    vintage,
    tabs.bar,
    ...tabs.panels,
  );
  sheet.bind(side);
  const mapElement = h('div', { class: 'map', id: 'map' });
  const strip = createStrip(viewer);
  const stage = h('main', { class: 'stage' }, strip.element, mapElement, details.element);
  const status = h('footer', { class: 'status' });
  replaceChildren(root, createHeader(viewer, search), side, stage, status, credits.dialog, documents.dialog);

  const relabel = () => {
    side.setAttribute('aria-label', viewer.messages().panel.side);
    tabs.relabel();
  };
  const recount = async () => legend.setCounts(await readCounts(viewer));
  /** What can wait until the map is on the screen. */
  const afterMap = () => {
    judged.start();
    void recount();
    void viewer.session.read();
    void startWorker(viewer, strip.offer);
  };
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) relabel();
    if (state.asOf !== before.asOf) void recount();
  });
  viewer.onFreshen(() => {
    void judged.reload();
    void recount();
  });
  relabel();
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && viewer.store.state().selection !== null)
      viewer.store.set({ selection: null });
  });

  if (hasWebGl()) {
    const opened = openMap({ viewer, judged, mapElement, stage, legend, details, onfirst: afterMap });
    bringTo = opened.bringTo;
    mark = opened.mark;
    fit = opened.fit;
    viewer.onFit(opened.fit);
    map = opened.map;
    tools.attach(opened.map);
    registers.attach(opened.map);
    if (opened.swipe !== null) vintage.append(opened.swipe);
    replaceChildren(status, opened.readOut, credits.line);
    return;
  }
  tabs.select('list');
  mapElement.replaceWith(createNoMap(viewer, details));
  replaceChildren(status, credits.line);
  afterMap();
}
