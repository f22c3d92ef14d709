import type { Position } from 'geojson';
import { eachPosition } from '../../geometry/bbox.js';
import type { SiteView } from './finding.js';

/** Positions of what the site is known by: its own shape, or the ground of its communes. */
export function positionsOf({ site, communeGround }: SiteView): Position[] {
  const positions: Position[] = [];
  eachPosition(communeGround ?? site.geometry, (position) => positions.push(position));
  return positions;
}
