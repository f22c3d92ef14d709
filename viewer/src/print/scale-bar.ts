import { number } from '../format/number.js';
import type { Lang } from '../messages/messages.js';
import { roundLength_m } from './scale.js';
import { svg } from './svg.js';

const WANTED_mm = 8;
const PARTS = 4;

/** Four round lengths end to end, filled in turn; figures in kilometres, in metres below one. */
export function scaleBar(denominator: number, lang: Lang): SVGElement {
  const part_m = roundLength_m(denominator, WANTED_mm);
  const part_mm = (part_m / denominator) * 1000;
  const inMetres = part_m * PARTS < 1000;
  const marks = Array.from({ length: PARTS + 1 }, (_, at) => at);
  const text = (at: number) => number((part_m * at) / (inMetres ? 1 : 1000), lang, 2);
  const unit = inMetres ? ' m' : ' km';
  return svg(
    'svg',
    {
      viewBox: `-3 -4 ${part_mm * PARTS + 14} 7`,
      width: `${part_mm * PARTS + 14}mm`,
      height: '7mm',
      class: 'sheet-scale-bar',
      'aria-hidden': 'true',
    },
    ...marks.slice(0, PARTS).map((at) =>
      svg('rect', {
        x: at * part_mm,
        y: 0,
        width: part_mm,
        height: 1.6,
        class: at % 2 === 0 ? 'bar-full' : 'bar-empty',
      }),
    ),
    ...marks.map((at) =>
      svg(
        'text',
        { x: at * part_mm, y: -1.2, class: 'grid-figure', 'text-anchor': 'middle' },
        at === PARTS ? `${text(at)}${unit}` : text(at),
      ),
    ),
  );
}

/** North is up on every sheet: a needle with its letter. */
export function northNeedle(letter: string): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 12 16', class: 'sheet-north', role: 'img', 'aria-label': letter },
    svg('path', { d: 'M6 3.6 9.6 15 6 12.600z', class: 'bar-empty' }),
    svg('path', { d: 'M6 3.6 2.4 15 6 12.600z', class: 'bar-full' }),
    svg('text', { x: 6, y: 2.8, class: 'north-letter', 'text-anchor': 'middle' }, letter.slice(0, 1)),
  );
}
