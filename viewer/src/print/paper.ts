export const PAPERS = ['a3', 'a4'] as const;
export type Paper = (typeof PAPERS)[number];

export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** Denominators offered, as official sheets have them. */
export const SCALES = [10_000, 25_000, 50_000, 100_000, 200_000, 250_000, 500_000, 1_000_000] as const;

/** A rectangle on the sheet, millimetres from its upper left corner. */
export interface Rect {
  readonly x_mm: number;
  readonly y_mm: number;
  readonly width_mm: number;
  readonly height_mm: number;
}

/** Where the map and the texts stand on a sheet. */
export interface SheetLayout {
  readonly width_mm: number;
  readonly height_mm: number;
  readonly map: Rect;
  /** Title, legend, scale, sources: a column beside the map, or a band under it. */
  readonly texts: Rect;
}

/** ISO 216, portrait. */
const SIZES: Readonly<Record<Paper, readonly [width_mm: number, height_mm: number]>> = {
  a3: [297, 420],
  a4: [210, 297],
};

const MARGIN_mm = 8;
/** Around the map, for the figures of the grid. */
const FIGURES_mm = 6;
const GAP_mm = 4;
const COLUMN_mm: Readonly<Record<Paper, number>> = { a3: 88, a4: 72 };
const BAND_mm: Readonly<Record<Paper, number>> = { a3: 92, a4: 84 };

export function sheetLayout(paper: Paper, orientation: Orientation): SheetLayout {
  const [short, long] = SIZES[paper];
  const lying = orientation === 'landscape';
  const [width_mm, height_mm] = lying ? [long, short] : [short, long];
  const edge = MARGIN_mm + FIGURES_mm;
  const beside = lying ? COLUMN_mm[paper] + GAP_mm : 0;
  const under = lying ? 0 : BAND_mm[paper] + GAP_mm;
  const map: Rect = {
    x_mm: edge,
    y_mm: edge,
    width_mm: width_mm - 2 * edge - beside,
    height_mm: height_mm - 2 * edge - under,
  };
  const texts: Rect = lying
    ? {
        x_mm: width_mm - MARGIN_mm - COLUMN_mm[paper],
        y_mm: MARGIN_mm,
        width_mm: COLUMN_mm[paper],
        height_mm: height_mm - 2 * MARGIN_mm,
      }
    : {
        x_mm: MARGIN_mm,
        y_mm: height_mm - MARGIN_mm - BAND_mm[paper],
        width_mm: width_mm - 2 * MARGIN_mm,
        height_mm: BAND_mm[paper],
      };
  return { width_mm, height_mm, map, texts };
}
