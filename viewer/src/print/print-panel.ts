import './print.css';
import { geodesicInverse } from '@giapranh/core';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import { meridianOf } from '../map/vn2000.js';
import { serverStanding } from '../offline/standing.js';
import { createChoice } from '../panel/choice.js';
import { credits } from '../panel/sources.js';
import { fetchCollections } from '../server/catalogue.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { flagPages } from './flag-pages.js';
import { ORIENTATIONS, type Orientation, PAPERS, type Paper, SCALES, sheetLayout } from './paper.js';
import { PIXELS_PER_mm, scaleFor } from './scale.js';
import { buildSheet, type SheetChoice } from './sheet.js';
import { drawSheetMap } from './sheet-map.js';

/** How much of the screen may fall off the sheet for the sake of a larger scale. */
const SPARED = 0.85;

/** The ground that the middle row and column of the map show, in metres. */
function shown_m(map: MapLibreMap): { readonly width: number; readonly height: number } {
  const bounds = map.getBounds();
  const { lat, lng } = map.getCenter();
  return {
    width: geodesicInverse([bounds.getWest(), lat], [bounds.getEast(), lat]).distance_m,
    height: geodesicInverse([lng, bounds.getSouth()], [lng, bounds.getNorth()]).distance_m,
  };
}

/** The paper the browser prints on: a sheet of rules of its own, as the page's policy forbids inline styles. */
function paperRules(): {
  readonly show: (paper: Paper, orientation: Orientation) => void;
  readonly end: () => void;
} {
  const rules = new CSSStyleSheet();
  document.adoptedStyleSheets.push(rules);
  return {
    show: (paper, orientation) =>
      rules.replaceSync(`@page{size:${paper.toUpperCase()} ${orientation};margin:0}`),
    end: () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rules);
    },
  };
}

/** Opens over the page: choices at the left, the sheet as it will be printed at the right. */
export function openPrintPanel(viewer: Viewer, map: MapLibreMap): void {
  const app = document.getElementById('app');
  const before = document.activeElement;
  const words = viewer.messages().print;
  const lang = viewer.lang();
  let paper: Paper = 'a4';
  let orientation: Orientation = 'landscape';
  const pageRules = paperRules();
  let turn = 0;
  let url = '';

  const preview = h('div', {
    class: 'print-preview',
    role: 'region',
    'aria-label': words.preview,
    tabindex: 0,
  });
  const state = h('p', { class: 'print-state', role: 'status' });
  const name = h('input', {
    type: 'text',
    class: 'field',
    value: words.defaultName(viewer.profile.title[lang]),
    maxlength: 120,
  });
  const scale = h(
    'select',
    { class: 'field' },
    ...SCALES.map((one) => h('option', { value: one }, words.scaleOf(number(one, lang)))),
  );
  const grid = h(
    'select',
    { class: 'field' },
    ...viewer.profile.crs.map((crs) => h('option', { value: crs }, meridianOf(crs))),
  );
  const shown = document.querySelector<HTMLSelectElement>('.read-out-system')?.value;
  if (shown !== undefined && viewer.profile.crs.some((crs) => crs === shown)) grid.value = shown;
  const flags = h('input', { type: 'checkbox', checked: true });
  const print = h('button', { type: 'button', class: 'button button-main', disabled: true }, words.print);
  const close = h('button', { type: 'button', class: 'button' }, words.close);

  const choice = (): SheetChoice => ({
    title: name.value.trim() === '' ? words.defaultName(viewer.profile.title[lang]) : name.value.trim(),
    paper,
    orientation,
    denominator: Number(scale.value),
    crs: grid.value,
    withFlags: flags.checked,
  });
  const fitScale = () => {
    const { map: frame } = sheetLayout(paper, orientation);
    const { width, height } = shown_m(map);
    const scales = [scaleFor(width * SPARED, frame.width_mm), scaleFor(height * SPARED, frame.height_mm)];
    scale.value = String(Math.min(...scales));
  };
  /** The sheets are laid out in millimetres and shown as large as there is room. */
  const zoomPreview = () => {
    const { width_mm } = sheetLayout(paper, orientation);
    const room = preview.clientWidth - 48;
    preview.style.setProperty('--sheet-zoom', String(Math.min(1, room / (width_mm * PIXELS_PER_mm))));
  };
  const draw = async () => {
    turn += 1;
    const mine = turn;
    print.disabled = true;
    state.textContent = words.drawing;
    preview.setAttribute('aria-busy', 'true');
    zoomPreview();
    pageRules.show(paper, orientation);
    const chosen = choice();
    const layout = sheetLayout(chosen.paper, chosen.orientation);
    const { lng, lat } = map.getCenter();
    try {
      const [drawn, collections] = await Promise.all([
        drawSheetMap(viewer, map, layout.map, [lng, lat], chosen.denominator),
        fetchCollections(lang),
      ]);
      if (mine !== turn) return;
      const pages = chosen.withFlags
        ? await flagPages(viewer, drawn.extent, layout.width_mm, chosen.title)
        : null;
      if (mine !== turn) return;
      URL.revokeObjectURL(url);
      url = URL.createObjectURL(drawn.image);
      const named = collections.ok ? credits(collections.value.collections, lang) : [];
      const sheet = buildSheet(viewer, chosen, { ...drawn, url }, named, serverStanding().keptAt(lang));
      replaceChildren(preview, sheet, pages);
      await sheet.querySelector<HTMLImageElement>('.sheet-picture')?.decode();
      state.textContent = '';
      print.disabled = false;
    } catch {
      if (mine === turn) state.textContent = words.failed;
    } finally {
      if (mine === turn) preview.removeAttribute('aria-busy');
    }
  };
  const papers = createChoice('paper', (value) => {
    paper = PAPERS.find((one) => one === value) ?? 'a4';
    fitScale();
    void draw();
  });
  papers.show(
    words.paper,
    PAPERS.map((value) => ({ value, label: words.papers[value] })),
    paper,
  );
  const orientations = createChoice('orientation', (value) => {
    orientation = ORIENTATIONS.find((one) => one === value) ?? 'landscape';
    fitScale();
    void draw();
  });
  orientations.show(
    words.orientation,
    ORIENTATIONS.map((value) => ({ value, label: words.orientations[value] })),
    orientation,
  );
  for (const control of [name, scale, grid, flags]) control.addEventListener('change', () => void draw());

  const panel = h(
    'div',
    { class: 'print-view', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'print-title' },
    h(
      'form',
      { class: 'print-choices' },
      h('h2', { id: 'print-title' }, icon('print'), words.title),
      h('p', { class: 'quiet' }, words.lead),
      h('label', { class: 'print-field' }, h('span', {}, words.name), name),
      h('div', { class: 'print-field' }, h('span', { 'aria-hidden': 'true' }, words.paper), papers.element),
      h(
        'div',
        { class: 'print-field' },
        h('span', { 'aria-hidden': 'true' }, words.orientation),
        orientations.element,
      ),
      h('label', { class: 'print-field' }, h('span', {}, words.scale), scale),
      h('label', { class: 'print-field' }, h('span', {}, words.grid), grid),
      h('label', { class: 'print-check' }, flags, h('span', {}, words.withFlags)),
      state,
      h('div', { class: 'print-foot' }, print, close),
    ),
    preview,
  );
  const leave = () => {
    turn += 1;
    URL.revokeObjectURL(url);
    removeEventListener('resize', zoomPreview);
    pageRules.end();
    panel.remove();
    app?.removeAttribute('inert');
    if (before instanceof HTMLElement) before.focus();
  };
  panel.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
  panel.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') leave();
  });
  close.addEventListener('click', leave);
  print.addEventListener('click', () => window.print());
  addEventListener('resize', zoomPreview);
  app?.setAttribute('inert', '');
  document.body.append(panel);
  fitScale();
  name.focus();
  void draw();
}
