// Zones, overlaps, places and borders beside Turf, JSTS, PostGIS and Shapely (GEOS).
import { bySites, byVertices } from './geometry/growth.mjs';
import { communes, nearestBorder } from './geometry/locate.mjs';
import { largeSites, smallSites } from './geometry/overlap.mjs';
import { prepared, topology } from './geometry/topology.mjs';
import { zones } from './geometry/zone.mjs';
import { Peers } from './peers/peers.mjs';

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
export async function run(wanted = []) {
  const peers = await Peers.start();
  try {
    const rows = [];
    for (const [name, work] of Object.entries(WORKS)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      process.stderr.write(`  ${name}\n`);
      rows.push(...(await work(peers)));
    }
    return rows;
  } finally {
    await peers.stop();
  }
}
