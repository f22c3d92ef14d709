// Tiles beside tippecanoe, GDAL, geojson-vt, PostGIS and tileserver-gl-light.
import { Peers } from './peers/peers.mjs';
import { cold } from './tiles/cold.mjs';
import { hot } from './tiles/hot.mjs';
import { pyramids } from './tiles/pyramid.mjs';

const WORKS = { pyramid: pyramids, cold, hot };

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
