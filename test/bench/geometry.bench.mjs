// Zones, overlaps, places and borders beside Turf, JSTS, PostGIS and Shapely (GEOS).

import { bySites, byVertices } from './geometry/growth.mjs';
import { communes, nearestBorder } from './geometry/locate.mjs';
import { largeSites, smallSites } from './geometry/overlap.mjs';
import { prepared, topology } from './geometry/topology.mjs';
import { zones } from './geometry/zone.mjs';
import { runWorks } from './harness/works.mjs';

const WORKS = {
  zone: zones,
  'overlap-small': smallSites,
  'overlap-large': largeSites,
  locate: communes,
  'nearest-border': nearestBorder,
  topology,
  prepared,
  'growth-sites': bySites,
  'growth-vertices': byVertices,
};

/** @param wanted names of works, or none for all. */
export const run = (wanted = []) => runWorks(WORKS, wanted);
