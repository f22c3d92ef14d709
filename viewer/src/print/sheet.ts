import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { number } from '../format/number.js';
import { meridianOf } from '../map/vn2000.js';
import { vintageName } from '../panel/vintage-name.js';
import { today } from '../state/vintage.js';
import { h } from '../ui/element.js';
import { mark } from '../ui/icon.js';
import { gridLines } from './grid.js';
import { gridDrawing } from './grid-drawing.js';
import { type Orientation, type Paper, type Rect, sheetLayout } from './paper.js';
import { roundLength_m } from './scale.js';
import { northNeedle, scaleBar } from './scale-bar.js';
import { sheetLegend } from './sheet-legend.js';
import type { SheetMap } from './sheet-map.js';

export interface SheetChoice {
  readonly title: string;
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly denominator: number;
  readonly crs: string;
  readonly withFlags: boolean;
}

const GRID_STEP_mm = 38;

function place(element: HTMLElement, { x_mm, y_mm, width_mm, height_mm }: Rect): HTMLElement {
  const { style } = element;
  style.left = `${x_mm}mm`;
  style.top = `${y_mm}mm`;
  style.width = `${width_mm}mm`;
  style.height = `${height_mm}mm`;
  return element;
}

/** One sheet: the map in its frame with the grid, and all that says what it is, of what day and by whom. */
export function buildSheet(
  viewer: Viewer,
  choice: SheetChoice,
  drawn: SheetMap & { readonly url: string },
  credits: readonly string[],
  kept: string | undefined,
): HTMLElement {
  const lang = viewer.lang();
  const words = viewer.messages().print;
  const layout = sheetLayout(choice.paper, choice.orientation);
  const step_m = roundLength_m(choice.denominator, GRID_STEP_mm);
  const lines = gridLines(choice.crs, drawn.extent, layout.map, step_m);
  const step = step_m < 1000 ? `${step_m} m` : `${number(step_m / 1000, lang)} km`;
  const fact = (name: string, value: string) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
  const picture = h('img', { class: 'sheet-picture', src: drawn.url, alt: choice.title });
  const texts = h(
    'div',
    { class: 'sheet-texts' },
    h(
      'section',
      { class: 'sheet-title' },
      h(
        'p',
        { class: 'sheet-maker' },
        mark(),
        `${viewer.messages().app.name} – ${viewer.messages().app.tagline}`,
      ),
      h('h2', {}, choice.title),
      h(
        'dl',
        {},
        fact(words.asOf, day(viewer.asOf())),
        fact(words.vintage, vintageName(viewer, viewer.vintage())),
        fact(words.printed, day(today())),
      ),
      kept === undefined ? null : h('p', { class: 'sheet-kept' }, words.kept(kept)),
    ),
    sheetLegend(viewer),
    h(
      'section',
      { class: 'sheet-technical' },
      h(
        'div',
        { class: 'sheet-scale' },
        h(
          'div',
          {},
          h('p', { class: 'sheet-ratio' }, words.scaleLine(words.scaleOf(number(choice.denominator, lang)))),
          scaleBar(choice.denominator, lang),
        ),
        northNeedle(words.north),
      ),
      h('p', {}, words.scaleNote),
      h('p', {}, words.gridNote(meridianOf(choice.crs), step)),
      h('p', { class: 'sheet-small' }, words.notLegal),
      h('p', { class: 'sheet-small' }, h('strong', {}, `${words.sources}: `), credits.join('; ')),
    ),
  );
  const sheet = h(
    'article',
    { class: `sheet-page sheet-${choice.paper} sheet-${choice.orientation}` },
    place(h('div', { class: 'sheet-map' }, picture, gridDrawing(lines, layout.map, lang)), layout.map),
    place(texts, layout.texts),
  );
  sheet.style.width = `${layout.width_mm}mm`;
  sheet.style.height = `${layout.height_mm}mm`;
  return sheet;
}
