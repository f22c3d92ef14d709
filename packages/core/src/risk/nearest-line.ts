import type { Geometry, Position } from 'geojson';
import { densified } from '../geodesy/densify.js';
import { eachPosition } from '../geometry/bbox.js';
import type { BorderLine } from './border-line.js';
import type { RiskGround } from './risk-ground.js';

export interface NearestLine {
  readonly line: BorderLine;
  /** From the positions of the shape, at most 50 m apart. */
  readonly distance_m: number;
  /** The place of the line that is nearest. */
  readonly facing: Position | null;
}

/** The border of the profile that is nearest to a shape; `null` where none is drawn. */
export function nearestLine(ground: RiskGround, geometry: Geometry): NearestLine | null {
  const positions: Position[] = [];
  eachPosition(densified(geometry, SPACING_m), (position) => positions.push(position));
  const [best] = ground.borders
    .map((line) => ({ line, ...line.reach(positions) }))
    .toSorted((a, b) => a.nearest_m - b.nearest_m);
  return best === undefined ? null : { line: best.line, distance_m: best.nearest_m, facing: best.facing };
}

const SPACING_m = 50;
