import { number } from '../format/number.js';
import type { Lang } from '../messages/messages.js';
import type { GridLine } from './grid.js';
import type { Rect } from './paper.js';
import { svg } from './svg.js';

const TICK_mm = 1.4;
const FIGURE_GAP_mm = 1.2;

function figure(line: GridLine, end: GridLine['ends'][number], { width_mm, height_mm }: Rect, lang: Lang) {
  const off = TICK_mm + FIGURE_GAP_mm;
  const [x, y] = {
    top: [end.at_mm, -off],
    bottom: [end.at_mm, height_mm + off],
    left: [-off, end.at_mm],
    right: [width_mm + off, end.at_mm],
  }[end.side] as [number, number];
  const turned = line.of === 'north' ? { transform: `rotate(-90 ${x} ${y})` } : {};
  return svg(
    'text',
    { x, y, class: 'grid-figure', 'text-anchor': 'middle', 'dominant-baseline': 'central', ...turned },
    number(line.value_m, lang),
  );
}

function tick(end: GridLine['ends'][number], { width_mm, height_mm }: Rect): SVGElement {
  const ends = {
    top: `M${end.at_mm} 0v${-TICK_mm}`,
    bottom: `M${end.at_mm} ${height_mm}v${TICK_mm}`,
    left: `M0 ${end.at_mm}h${-TICK_mm}`,
    right: `M${width_mm} ${end.at_mm}h${TICK_mm}`,
  };
  return svg('path', { d: ends[end.side], class: 'grid-tick' });
}

/** The frame with the grid's lines over the map and their figures outside of it. */
export function gridDrawing(lines: readonly GridLine[], frame: Rect, lang: Lang): SVGElement {
  const { width_mm, height_mm } = frame;
  const clip = `sheet-frame-${Math.round(width_mm * 10)}-${Math.round(height_mm * 10)}`;
  return svg(
    'svg',
    {
      viewBox: `0 0 ${width_mm} ${height_mm}`,
      class: 'sheet-grid',
      overflow: 'visible',
      'aria-hidden': 'true',
    },
    svg('clipPath', { id: clip }, svg('rect', { width: width_mm, height: height_mm })),
    svg(
      'g',
      { 'clip-path': `url(#${clip})` },
      ...lines.map(({ points }) =>
        svg('path', {
          d: `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}`,
          class: 'grid-line',
        }),
      ),
    ),
    svg('rect', { width: width_mm, height: height_mm, class: 'sheet-frame' }),
    ...lines.flatMap((line) =>
      line.ends.flatMap((end) => [tick(end, frame), figure(line, end, frame, lang)]),
    ),
  );
}
