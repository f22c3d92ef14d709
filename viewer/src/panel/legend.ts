import { FLAG_LEVELS, type LayerId, layerDefinition } from '@giapranh/core';
import type { Counts } from '../app/counts.js';
import { bareName, type Viewer } from '../app/viewer.js';
import { kilometreMark, number } from '../format/number.js';
import { neighbourColour } from '../style/neighbours.js';
import { ringOpacity } from '../style/rings.js';
import { TOKENS } from '../style/tokens.js';
import { siteSymbolName } from '../symbols/symbols.js';
import { type Child, h, replaceChildren } from '../ui/element.js';
import { symbolImage } from '../ui/symbol-image.js';
import { keepFocus } from './keep-focus.js';
import { switchBox } from './switch.js';

export interface Legend {
  readonly element: HTMLElement;
  readonly setCounts: (counts: Counts) => void;
  readonly setZoom: (zoom: number) => void;
}

/** What the map shows and how; switches its layers. */
export function createLegend(viewer: Viewer): Legend {
  const element = h('div', { class: 'legend' });
  let counts: Counts = { layers: {}, levels: {} };
  let zoom = Number.POSITIVE_INFINITY;

  const toggle = (layer: LayerId, on: boolean) => {
    const visible = viewer.visible().filter((id) => id !== layer);
    viewer.store.set({ visible: on ? [...visible, layer] : visible });
  };
  const offered = (layer: LayerId) => viewer.profile.layers.some((one) => one.id === layer);
  const count = (layer: LayerId): string => {
    const many = counts.layers[layer];
    return many === undefined ? '' : number(many, viewer.lang());
  };
  const hint = (layer: LayerId): string | null =>
    zoom < (layerDefinition(layer)?.shownFrom ?? 0) ? viewer.messages().legend.zoomHint : null;

  const row = (layer: LayerId, title: string, swatch: Child, off: string | null = null): Child => {
    if (!offered(layer)) return null;
    const missing = off !== null && counts.layers[layer] === 0;
    const said = missing ? off : hint(layer);
    return h(
      'label',
      { class: missing ? 'layer-row layer-row-off' : 'layer-row' },
      h('span', { class: 'swatch' }, swatch),
      h('span', { class: 'layer-title' }, title, said === null ? null : h('small', {}, said)),
      h('span', { class: 'count' }, missing ? '' : count(layer)),
      switchBox(layer, title, viewer.visible().includes(layer), (on) => toggle(layer, on)),
    );
  };

  const heading = (layer: LayerId, title: string): Child =>
    h(
      'label',
      { class: 'group-head' },
      h('span', { class: 'group-title' }, title),
      h('span', { class: 'count' }, count(layer)),
      switchBox(layer, title, viewer.visible().includes(layer), (on) => toggle(layer, on)),
    );

  const sites = (): Child => {
    const words = viewer.messages();
    const all = counts.layers['mineral-sites'];
    const flagged = FLAG_LEVELS.reduce((sum, level) => sum + (counts.levels[level] ?? 0), 0);
    const levels = [
      ...FLAG_LEVELS.map((level) => ({ level, many: counts.levels[level] })),
      { level: 'none' as const, many: all === undefined ? undefined : all - flagged },
    ].filter(({ level, many }) => level !== 'info' || (many ?? 0) > 0);
    return h(
      'section',
      { class: 'group' },
      heading('mineral-sites', words.legend.sites),
      h(
        'ul',
        { class: 'levels' },
        ...levels.map(({ level, many }) =>
          h(
            'li',
            {},
            h('span', { class: 'swatch' }, symbolImage(siteSymbolName(level, 'exact'))),
            h('span', {}, words.level[level]),
            h('span', { class: 'count' }, many === undefined ? '' : number(many, viewer.lang())),
          ),
        ),
      ),
      h(
        'ul',
        { class: 'levels levels-place' },
        h(
          'li',
          {},
          h('span', { class: 'swatch' }, symbolImage(siteSymbolName('medium', 'commune'))),
          h('span', {}, words.legend.vague),
        ),
      ),
    );
  };

  const zones = (): Child => {
    const words = viewer.messages().legend;
    const tokens = TOKENS[viewer.store.state().theme];
    const widths = viewer.profile.ring_widths_m;
    const { neighbours } = viewer.vintage();
    const present = neighbours.filter((one) => one.geometry === 'present');
    const missing = neighbours.filter((one) => one.geometry === 'missing').map((one) => bareName(one.name));
    const mark = (width_m: number) => kilometreMark(width_m, viewer.lang());
    return h(
      'section',
      { class: 'group' },
      heading('border-zones', words.zones),
      h('p', { class: 'not-legal' }, words.notLegal),
      present.length === 0
        ? null
        : h(
            'table',
            { class: 'rings' },
            h('caption', { class: 'visually-hidden' }, words.ringsFromBorder),
            h(
              'thead',
              {},
              h(
                'tr',
                {},
                h('td', {}),
                ...widths.map((width) => h('th', { scope: 'col' }, mark(width))),
                h('td', { class: 'unit' }, 'km'),
              ),
            ),
            h(
              'tbody',
              {},
              ...present.map((one) => {
                const colour = neighbourColour(tokens, viewer.neighbours, one.code);
                return h(
                  'tr',
                  {},
                  h('th', { scope: 'row' }, bareName(one.name)),
                  ...widths.map((width, at) => {
                    const cell = h('td', {
                      class: 'ring',
                      title: words.ringBetween(mark(at === 0 ? 0 : (widths[at - 1] ?? 0)), mark(width)),
                    });
                    cell.style.setProperty('--ring', colour);
                    cell.style.setProperty('--strength', `${Math.round(ringOpacity(width) * 100)}%`);
                    return cell;
                  }),
                  h('td', {}),
                );
              }),
            ),
          ),
      missing.length === 0 ? null : h('p', { class: 'quiet' }, words.missing(missing.join(', '))),
    );
  };

  const watch = (): Child => {
    const words = viewer.messages().legend;
    const numbers = viewer.profile.watchLists
      .map((list) => viewer.profile.documents.find((one) => one.id === list.document)?.number)
      .filter((one) => one !== undefined);
    return h(
      'section',
      { class: 'group' },
      heading('watch-units', words.watch),
      h(
        'ul',
        { class: 'levels' },
        ...numbers.map((document) =>
          h('li', {}, h('span', { class: 'swatch swatch-watch' }), h('span', {}, words.watchBy(document))),
        ),
      ),
    );
  };

  /** All neighbours' colours in one stroke. */
  const borderLine = (): HTMLElement => {
    const tokens = TOKENS[viewer.store.state().theme];
    const present = viewer.vintage().neighbours.filter((one) => one.geometry === 'present');
    const stops = present.map((one, at) => {
      const colour = neighbourColour(tokens, viewer.neighbours, one.code);
      const [from, to] = [at, at + 1].map((step) => Math.round((step / present.length) * 100));
      return `${colour} ${from}% ${to}%`;
    });
    const stroke = line('border');
    stroke.style.setProperty('--borders', `linear-gradient(90deg, ${stops.join(', ')})`);
    return stroke;
  };

  const line = (kind: string): HTMLElement => h('span', { class: `line line-${kind}` });

  const draw = () => {
    const words = viewer.messages().legend;
    replaceChildren(
      element,
      offered('mineral-sites') ? sites() : null,
      offered('border-zones') ? zones() : null,
      offered('watch-units') ? watch() : null,
      h(
        'section',
        { class: 'group' },
        h('h3', { class: 'group-title' }, words.units),
        row('provinces', words.provinces, line('province')),
        row('districts', words.districts, line('district'), words.noDistricts),
        row('communes', words.communes, line('commune'), words.noCommunes),
        row('borders', words.borders, borderLine()),
      ),
      h(
        'section',
        { class: 'group' },
        h('h3', { class: 'group-title' }, words.base),
        row('places', words.places, h('span', { class: 'swatch-text' }, 'Aa')),
        row('roads', words.roads, line('road')),
        row('rivers', words.rivers, line('river')),
      ),
    );
  };
  const redraw = () => keepFocus(element, draw);

  viewer.store.subscribe((state, before) => {
    if (
      state.lang !== before.lang ||
      state.asOf !== before.asOf ||
      state.theme !== before.theme ||
      state.visible !== before.visible
    ) {
      redraw();
    }
  });
  draw();
  return {
    element,
    setCounts: (next) => {
      counts = next;
      redraw();
    },
    setZoom: (next) => {
      const crossed = viewer.profile.layers.some(({ id }) => {
        const least = layerDefinition(id)?.shownFrom ?? 0;
        return zoom < least !== next < least;
      });
      zoom = next;
      if (crossed) redraw();
    },
  };
}
