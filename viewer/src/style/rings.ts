import type { ExpressionSpecification } from 'maplibre-gl';

/** Nearer rings are stronger. Steps rather than a ramp, so that the legend can show each. */
const STEPS = [
  { outer_m: 500, opacity: 0.56 },
  { outer_m: 1000, opacity: 0.4 },
  { outer_m: 2000, opacity: 0.26 },
  { outer_m: 5000, opacity: 0.14 },
] as const;
const BEYOND = 0.09;

/** How strongly the ring that ends `outer_m` from the border is filled, 0 to 1. */
export function ringOpacity(outer_m: number): number {
  return STEPS.find((step) => outer_m <= step.outer_m)?.opacity ?? BEYOND;
}

/** The same, as an expression over a feature's `outer_m`. */
export const RING_OPACITY: ExpressionSpecification = [
  'case',
  ['<=', ['get', 'outer_m'], STEPS[0].outer_m],
  STEPS[0].opacity,
  ['<=', ['get', 'outer_m'], STEPS[1].outer_m],
  STEPS[1].opacity,
  ['<=', ['get', 'outer_m'], STEPS[2].outer_m],
  STEPS[2].opacity,
  ['<=', ['get', 'outer_m'], STEPS[3].outer_m],
  STEPS[3].opacity,
  BEYOND,
];
