import type { Position } from 'geojson';
import { eachPosition } from '../../geometry/bbox.js';
import type { BorderLine, BorderReach } from '../border-line.js';
import type { Site } from '../site.js';
import type { SiteView } from './finding.js';

const KNOWN = new WeakMap<Site, Map<BorderLine, BorderReach>>();

/**
 * How what a site is known by lies to a border: several rules ask, again whenever a register changes, and communes have
 * thousands of vertices.
 */
export function reachOf(view: SiteView, line: BorderLine): BorderReach {
  const ofSite = KNOWN.get(view.site) ?? new Map<BorderLine, BorderReach>();
  KNOWN.set(view.site, ofSite);
  const known = ofSite.get(line);
  if (known !== undefined) return known;
  const positions: Position[] = [];
  eachPosition(view.communeGround ?? view.site.geometry, (position) => positions.push(position));
  const reach = line.reach(positions);
  ofSite.set(line, reach);
  return reach;
}
