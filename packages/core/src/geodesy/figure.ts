import type { LocalText } from '../issue.js';

/** How a figure was come by; the text is for reports and popups. */
export const FIGURE_METHODS = {
  'geodesic-area': {
    vi: 'diện tích trên elipxoit WGS 84, cạnh là đường trắc địa',
    en: 'area on the WGS 84 ellipsoid, edges being geodesics',
  },
  'geodesic-length': {
    vi: 'chiều dài trên elipxoit WGS 84',
    en: 'length on the WGS 84 ellipsoid',
  },
  'geodesic-distance': {
    vi: 'khoảng cách ngắn nhất trên elipxoit WGS 84',
    en: 'shortest distance on the WGS 84 ellipsoid',
  },
  'geodesic-azimuth': {
    vi: 'phương vị trắc địa tại điểm đầu, theo chiều kim đồng hồ từ hướng bắc',
    en: 'geodesic azimuth at the start, clockwise from true north',
  },
  'grid-area': {
    vi: 'diện tích trên mặt phẳng lưới chiếu VN-2000',
    en: 'area in the plane of the VN-2000 grid',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

export type FigureMethod = keyof typeof FIGURE_METHODS;

/** A number that can leave core: with its unit, how it was come by, and how far it may be off. */
export interface Figure {
  readonly value: number;
  readonly unit: 'm' | 'm2' | 'deg';
  readonly method: FigureMethod;
  /**
   * Half-width of the 95 % interval that the inputs' stated precision leaves, in the figure's unit; `null` when
   * the inputs state none. The computation itself adds less than 1e-9 of the value.
   */
  readonly error: number | null;
  /** The grid of a `grid-area`. */
  readonly crs?: string;
}
