import { h } from '../ui/element.js';

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  /** A colour of the page's: `var(--risk-high-fill)`. */
  readonly colour: string;
  readonly on: boolean;
  /** The chosen site counts in it. */
  readonly chosen: boolean;
  readonly title: string;
  /** `null`: nothing to ask for. */
  readonly onpress: (() => void) | null;
}

const SVG = 'http://www.w3.org/2000/svg';

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** A line of a chart: a bar as long as its share of the greatest, in SVG. */
function stroke({ value, colour, chosen }: Bar, most: number): SVGElement {
  const picture = svg('svg', {
    viewBox: '0 0 100 12',
    preserveAspectRatio: 'none',
    class: 'bar-picture',
    'aria-hidden': 'true',
  });
  picture.append(
    svg('rect', { x: 0, y: 0, width: 100, height: 12, class: 'bar-ground' }),
    svg('rect', { x: 0, y: 0, width: most === 0 ? 0 : (100 * value) / most, height: 12, class: 'bar-part' }),
  );
  picture.style.setProperty('--bar', colour);
  if (chosen) picture.append(svg('rect', { x: 0, y: 10, width: 100, height: 2, class: 'bar-chosen' }));
  return picture;
}

/** Bars lying side on, each a button that asks for what it counts. */
export function barChart(title: string, bars: readonly Bar[], foot: string | null): HTMLElement {
  const most = Math.max(0, ...bars.map(({ value }) => value));
  return h(
    'section',
    { class: 'chart' },
    h('h3', { class: 'part-title' }, title),
    h(
      'ul',
      { class: 'bars' },
      ...bars.map((bar) => {
        const button = h('button', {
          type: 'button',
          class: 'bar',
          'data-key': `bar-${bar.id}`,
          'aria-pressed': bar.onpress === null ? false : String(bar.on),
          'aria-label': bar.title,
          title: bar.title,
          disabled: bar.onpress === null,
          onclick: () => bar.onpress?.(),
        });
        button.append(h('span', { class: 'bar-label' }, bar.label), stroke(bar, most), h('span', { class: 'count' }, bar.shown)); // biome-ignore format: one bar
        return h('li', {}, button);
      }),
    ),
    foot === null ? null : h('p', { class: 'quiet' }, foot),
  );
}
