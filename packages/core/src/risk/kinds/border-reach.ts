import type { Position } from 'geojson';
import { eachPosition } from '../../geometry/bbox.js';
import type { BorderLine, BorderReach } from '../border-line.js';
import type { SiteView } from './finding.js';

const KNOWN = new WeakMap<SiteView, Map<BorderLine, BorderReach>>();

/** How what a site is known by lies to a border; several rules ask, and communes have thousands of vertices. */
export function reachOf(view: SiteView, line: BorderLine): BorderReach {
  const ofView = KNOWN.get(view) ?? new Map<BorderLine, BorderReach>();
  KNOWN.set(view, ofView);
  const known = ofView.get(line);
  if (known !== undefined) return known;
  const positions: Position[] = [];
  eachPosition(view.communeGround ?? view.site.geometry, (position) => positions.push(position));
  const reach = line.reach(positions);
  ofView.set(line, reach);
  return reach;
}
