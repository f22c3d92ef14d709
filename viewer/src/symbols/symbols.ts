import { type SiteLevel, TOKENS, type Tokens } from '../style/tokens.js';
import { type Coat, paint, type Raster } from './raster.js';
import { circle, diamond, dottedRing, type Shape, square, triangle } from './shape.js';

/** How well a site's place is known, as the map draws it. */
export type SitePlace = 'exact' | 'commune';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface MapSymbol extends Size {
  readonly name: string;
  readonly draw: (ratio: number) => Raster;
  /** For images that stretch around a text, in pixels of ratio 1: what may stretch, and where the text goes. */
  readonly stretch?: {
    readonly x: readonly [number, number];
    readonly y: readonly [number, number];
    readonly content: readonly [number, number, number, number];
  };
}

const SITE: Size = { width: 26, height: 26 };
const WHITE = '#ffffff';

/** A shape of its own for each level, so that no reading hangs on colour. */
const SHAPES: Readonly<Record<SiteLevel, Shape>> = {
  high: (x, y) => triangle(10.4)(x, y - 1.2),
  medium: diamond(9),
  low: circle(6.6),
  info: square(5.6, 1.4),
  none: circle(4.2),
};

export function siteSymbolName(level: SiteLevel, place: SitePlace): string {
  return place === 'exact' ? `site-${level}` : `site-${level}-commune`;
}

function siteCoats(level: SiteLevel, place: SitePlace): Coat[] {
  const shape = SHAPES[level];
  // Sprites are drawn once, in the light colours: their white rim carries them on a dark map too.
  const { fill, edge } = TOKENS.light.risk[level];
  if (place === 'exact') {
    return [
      { shape, colour: WHITE, grow: 2, opacity: 0.95 },
      { shape, colour: edge, grow: 0.6 },
      { shape, colour: fill, grow: -0.8 },
    ];
  }
  return [
    { shape: circle(11.4), colour: WHITE, opacity: 0.72 },
    { shape: dottedRing(11.2, 14, 0.95), colour: edge },
    { shape, colour: edge, grow: -0.9 },
    { shape, colour: fill, grow: -1.7 },
    { shape, colour: WHITE, grow: -3.6 },
  ];
}

function siteSymbol(level: SiteLevel, place: SitePlace): MapSymbol {
  return {
    name: siteSymbolName(level, place),
    ...SITE,
    draw: (ratio) => paint(SITE.width, SITE.height, ratio, siteCoats(level, place)),
  };
}

const CHOSEN: Size = { width: 36, height: 36 };

/** Around the chosen site. */
const chosen: MapSymbol = {
  name: 'site-chosen',
  ...CHOSEN,
  draw: (ratio) => {
    const ring: Shape = (x, y) => Math.abs(Math.hypot(x, y) - 14) - 1.3;
    return paint(CHOSEN.width, CHOSEN.height, ratio, [
      { shape: ring, colour: WHITE, grow: 1.4 },
      { shape: ring, colour: TOKENS.light.accent },
    ]);
  },
};

const HATCH = 8;

/** Slanting strokes that meet themselves at the tile's edges. */
const hatch = ({ watch, watchHatch }: Tokens): MapSymbol => ({
  name: watchHatch,
  width: HATCH,
  height: HATCH,
  draw: (ratio) => {
    const strokes: Shape = (x, y) => {
      const across = (((x + y) % HATCH) + HATCH) % HATCH;
      return Math.min(across, HATCH - across) * Math.SQRT1_2 - 0.24;
    };
    return paint(HATCH, HATCH, ratio, [{ shape: strokes, colour: watch }]);
  },
});

const PLATE: Size = { width: 16, height: 14 };

/** Behind a road's number; stretches in the middle. */
const roadPlate: MapSymbol = {
  name: 'road-plate',
  ...PLATE,
  draw: (ratio) => {
    const box: Shape = (x, y) => {
      const dx = Math.abs(x) - PLATE.width / 2 + 3.5;
      const dy = Math.abs(y) - PLATE.height / 2 + 3.5;
      return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - 2.5;
    };
    return paint(PLATE.width, PLATE.height, ratio, [
      { shape: box, colour: '#b08a4c' },
      { shape: box, colour: '#fff8ea', grow: -1 },
    ]);
  },
  stretch: { x: [5, 11], y: [5, 9], content: [3, 3, 13, 11] },
};

const RECORD: Size = { width: 28, height: 28 };

/** Two strokes across: what happened. A ring with a dot: where people looked. Three strokes: levelled ground. */
const RECORD_MARKS: Readonly<Record<string, Shape>> = {
  incidents: (x, y) => {
    const arm = (along: number, across: number) => Math.max(Math.abs(across) - 1.5, Math.abs(along) - 5.2);
    return Math.min(arm((x + y) * Math.SQRT1_2, (y - x) * Math.SQRT1_2), arm((y - x) * Math.SQRT1_2, (x + y) * Math.SQRT1_2)); // biome-ignore format: two strokes
  },
  inspections: (x, y) => Math.min(Math.abs(Math.hypot(x, y) - 4.2) - 1.1, Math.hypot(x, y) - 1.5),
  'levelling-permits': (x, y) =>
    Math.min(
      ...[-3.9, 0, 3.9].map((at, turn) => Math.max(Math.abs(y - at) - 1.1, Math.abs(x) - (3.2 + turn * 1.2))),
    ),
};

const RECORD_COLOURS: Readonly<Record<string, string>> = {
  incidents: '#8e1f63',
  inspections: '#0b6257',
  'levelling-permits': '#75521f',
};

/** Records of registers stand on plates with corners, which no site has. */
function recordSymbol(register: string, isDraft: boolean): MapSymbol {
  const plate = square(9.4, 3);
  const colour = RECORD_COLOURS[register] ?? WHITE;
  const mark = RECORD_MARKS[register] ?? plate;
  const coats: Coat[] = isDraft
    ? [
        { shape: plate, colour: WHITE, grow: 2.4, opacity: 0.9 },
        { shape: dottedRing(12.2, 16, 0.9), colour },
        { shape: plate, colour: WHITE, grow: -1 },
        { shape: mark, colour },
      ]
    : [
        { shape: plate, colour: WHITE, grow: 2 },
        { shape: plate, colour },
        { shape: mark, colour: WHITE },
      ];
  return {
    name: `record-${register}${isDraft ? '-draft' : ''}`,
    ...RECORD,
    draw: (ratio) => paint(RECORD.width, RECORD.height, ratio, coats),
  };
}

export const SITE_LEVELS: readonly SiteLevel[] = ['high', 'medium', 'low', 'info', 'none'];

export const SYMBOLS: readonly MapSymbol[] = [
  ...SITE_LEVELS.flatMap((level) => [siteSymbol(level, 'exact'), siteSymbol(level, 'commune')]),
  chosen,
  hatch(TOKENS.light),
  hatch(TOKENS.dark),
  roadPlate,
  ...Object.keys(RECORD_MARKS).flatMap((register) => [
    recordSymbol(register, false),
    recordSymbol(register, true),
  ]),
];
