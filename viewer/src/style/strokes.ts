import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl';

type Stroke = NonNullable<LineLayerSpecification['layout']>;

/** Below this zoom a thin line is a pixel or so wide: nobody sees its corners, and round ones double what is drawn. */
const WIDE_FROM_ZOOM = 10;
const join: ExpressionSpecification = ['step', ['zoom'], 'miter', WIDE_FROM_ZOOM, 'round'];
const cap: ExpressionSpecification = ['step', ['zoom'], 'butt', WIDE_FROM_ZOOM, 'round'];

/** Wide at every zoom. */
export const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const satisfies Stroke;
/** Thin far out: outlines of areas. */
export const THIN_OUTLINE: Stroke = { 'line-join': join };
/** Thin far out: lines that end somewhere. */
export const THIN_LINE: Stroke = { 'line-cap': cap, 'line-join': join };
