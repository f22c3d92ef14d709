import type { LayerId } from '@giapranh/core';
import { bareName, type Viewer } from '../app/viewer.js';
import { kilometreMark } from '../format/number.js';
import { neighbourColour } from '../style/neighbours.js';
import { ringOpacity } from '../style/rings.js';
import { TOKENS } from '../style/tokens.js';
import { SITE_LEVELS, siteSymbolName } from '../symbols/symbols.js';
import { type Child, h } from '../ui/element.js';
import { symbolImage } from '../ui/symbol-image.js';

function line(kind: string, title: string): HTMLElement {
  return h('li', {}, h('span', { class: `sheet-key sheet-key-${kind}` }), h('span', {}, title));
}

function zones(viewer: Viewer): Child[] {
  const tokens = TOKENS.light;
  const widths = viewer.profile.ring_widths_m;
  const present = viewer.vintage().neighbours.filter(({ geometry }) => geometry === 'present');
  return [
    h(
      'li',
      { class: 'sheet-ring-head' },
      h(
        'span',
        { class: 'sheet-rings' },
        ...widths.map((width) => h('span', {}, kilometreMark(width, viewer.lang()))),
      ),
      h('span', {}, `km – ${viewer.messages().legend.zones}`),
    ),
    ...present.map(({ code, name }) => {
      const colour = neighbourColour(tokens, viewer.neighbours, code);
      const cells = widths.map((width) => {
        const cell = h('span', { class: 'sheet-ring' });
        cell.style.background = `color-mix(in srgb, ${colour} ${Math.round(ringOpacity(width) * 100)}%, white)`;
        cell.style.borderColor = colour;
        return cell;
      });
      return h('li', {}, h('span', { class: 'sheet-rings' }, ...cells), h('span', {}, bareName(name)));
    }),
  ];
}

/** What is on the sheet: only layers that are switched on. */
export function sheetLegend(viewer: Viewer): HTMLElement {
  const words = viewer.messages();
  const on = (layer: LayerId) =>
    viewer.visible().includes(layer) && viewer.profile.layers.some(({ id }) => id === layer);
  const sites = SITE_LEVELS.map((level) =>
    h(
      'li',
      {},
      h('span', { class: 'sheet-key' }, symbolImage(siteSymbolName(level, 'exact'))),
      words.level[level],
    ),
  );
  const units: readonly (readonly [LayerId, string])[] = [
    ['provinces', words.legend.provinces],
    ['districts', words.legend.districts],
    ['communes', words.legend.communes],
    ['roads', words.legend.roads],
    ['rivers', words.legend.rivers],
  ];
  return h(
    'section',
    { class: 'sheet-legend' },
    h('h3', {}, words.print.legend),
    on('mineral-sites')
      ? h(
          'ul',
          {},
          h('li', { class: 'sheet-legend-group' }, words.legend.sites),
          ...sites,
          h(
            'li',
            {},
            h('span', { class: 'sheet-key' }, symbolImage(siteSymbolName('medium', 'commune'))),
            words.legend.vague,
          ),
        )
      : null,
    h(
      'ul',
      {},
      ...(on('border-zones') ? zones(viewer) : []),
      on('watch-units') ? line('watch', words.legend.watch) : null,
      ...units.filter(([layer]) => on(layer)).map(([layer, title]) => line(layer, title)),
    ),
  );
}
