// Tiles beside tippecanoe, GDAL, geojson-vt, PostGIS and tileserver-gl-light.
import { runWorks } from './harness/works.mjs';
import { cold } from './tiles/cold.mjs';
import { hot } from './tiles/hot.mjs';
import { pyramids } from './tiles/pyramid.mjs';

const WORKS = { pyramid: pyramids, cold, hot };

/** @param wanted names of works, or none for all. */
export const run = (wanted = []) => runWorks(WORKS, wanted);
