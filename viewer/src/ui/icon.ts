const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a grid of 20, drawn for this viewer. */
const PATHS = {
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  home: 'M3 8V3.5h4.5M12.5 3.5H17V8M17 12v4.5h-4.5M7.5 16.5H3V12',
  close: 'M5 5l10 10M15 5L5 15',
  search: 'M8.800 3.300a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM12.900 12.900l4 4',
  target:
    'M10 5.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM10 2.500v4M10 13.500v4M2.500 10h4M13.500 10h4',
  unit: 'M3.500 5.500 7.500 3l5 2.500 4-2v11l-4 2.500-5-2.500-4 2zM7.500 3v11.500M12.500 5.500V17',
  document: 'M5 2.800h6.500L15 6.300v10.900H5zM11.300 2.800v3.700H15M7.500 10h5M7.500 13h5',
  ruler:
    'M2.800 13.200 13.200 2.800l4 4L6.800 17.200zM5.600 10.400l1.600 1.600M8.200 7.800l2.400 2.400M10.800 5.200l1.600 1.600',
  down: 'M5 8l5 5 5-5',
  previous: 'M12.5 5l-5 5 5 5',
  next: 'M7.5 5l5 5-5 5',
  filter: 'M3 5.500h14M5.500 10h9M8 14.500h4',
  swipe: 'M10 2.500v15M6.500 7 3.500 10l3 3M13.500 7l3 3-3 3',
  table: 'M3 4.500h14v11H3zM3 8.200h14M8 8.200v7.300',
  copy: 'M7 7V3.500h9.500V13H13M3.500 7H13v9.500H3.500z',
  side: 'M3.5 4h13v12h-13zM8 4v12',
  moon: 'M16 11.6A6.6 6.6 0 1 1 8.4 4a5.2 5.2 0 0 0 7.6 7.6z',
  sun: 'M10 6.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8zM10 2v2M10 16v2M2 10h2M16 10h2M4.4 4.4l1.4 1.4M14.2 14.2l1.4 1.4M15.6 4.4l-1.4 1.4M5.8 14.2l-1.4 1.4',
  alert: 'M10 3.2l7.2 13H2.8zM10 8v4M10 14.2v.1',
  info: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4zM10 9v5M10 6.2v.1',
  print: 'M6 7.500V3h8v4.500M6 14.500H3.500v-7h13v7H14M6 12h8v5H6z',
  person:
    'M10 3.300a3.200 3.200 0 1 0 0 6.400 3.200 3.200 0 0 0 0-6.400zM3.800 16.700c.6-3.200 3-5 6.200-5s5.600 1.800 6.200 5',
  locate:
    'M10 6.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM10 2v2.500M10 15.500V18M2 10h2.500M15.500 10H18',
  pencil: 'M3.500 16.500l.8-3.600L13.500 3.700l2.800 2.800-9.200 9.200zM11.500 5.700l2.800 2.800',
  bin: 'M4 5.500h12M8 5.500V3.500h4v2M5.500 5.500l.8 11h7.400l.8-11M8.500 8.500v5M11.500 8.500v5',
  pin: 'M10 17.2s5.4-5 5.4-9A5.4 5.4 0 0 0 4.6 8.200c0 4 5.4 9 5.4 9zM10 6.400a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.600z',
} as const;

export type IconName = keyof typeof PATHS;

/** Decorative: what it means is said by the text or label beside it. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  for (const [key, value] of [
    ['viewBox', '0 0 20 20'],
    ['class', 'icon'],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ] as const) {
    svg.setAttribute(key, value);
  }
  path.setAttribute('d', PATHS[name]);
  svg.appendChild(path);
  return svg;
}

/** A drawing of filled parts, each with a class that colours it. */
export function figure(
  name: string,
  size: number,
  parts: readonly (readonly [d: string, className: string])[],
): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  for (const [d, className] of parts) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', className);
    svg.appendChild(path);
  }
  return svg;
}

/** The product's mark: two grounds and the line they share. */
export const mark = (): SVGSVGElement =>
  figure('mark', 32, [
    ['M4 6.5 15 3.5 13.3 11.5 16.8 18.5 14.2 28.5 4 25.500z', 'mark-left'],
    ['M18 3.8 28 7 28 26 17.3 28.2 19.9 18.2 16.4 11.200z', 'mark-right'],
  ]);
