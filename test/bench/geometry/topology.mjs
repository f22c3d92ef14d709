// Every border between two communes, and what is built once.
import { borderTopology, loadGeometryKernel, preparedLayerFromBytes } from '@giapranh/core';
import { allCommunes } from '../data/communes.mjs';
import { amount, sideBySide } from '../harness/rounds.mjs';
import { ourLayer } from './overlap.mjs';

const km = (metres) => `${Math.round(metres / 1000).toLocaleString('en-US')} km`;

export async function topology(peers) {
  const { units, data } = await allCommunes();
  const { postgis, shapely } = peers;
  if (postgis !== undefined) await peers.postgisUnits(units);
  if (shapely !== undefined) await peers.shapelyUnits(units);
  const asUnits = units.map(({ code, name, geometry }) => ({ code, name, vintage: '2025-07-01', geometry }));
  const part = amount(0.1, 0.02);
  return sideBySide({
    work: 'border topology',
    data,
    rounds: amount(3, 1),
    subjects: [
      {
        name: 'giapranh',
        note: 'arcs with both sides, lengths on the ellipsoid',
        run() {
          const found = borderTopology(asUnits);
          if (!found.ok) throw new Error(found.issues[0].message.en);
          const borders = found.value.borders();
          const length = borders.reduce((sum, { length_m }) => sum + length_m, 0);
          return { facts: [`${borders.length} borders, ${km(length)}`] };
        },
      },
      {
        name: 'PostGIS, GiST',
        part,
        note: 'intersections of outlines, lengths on the ellipsoid',
        run:
          postgis &&
          (async () => {
            const [[count, length]] = await postgis.rows(
              `SELECT count(*) FILTER (WHERE l > 0), sum(l) FROM (
                 SELECT ST_Length(ST_Intersection(ST_Boundary(a.geom), ST_Boundary(b.geom))::geography) AS l
                 FROM communes a JOIN communes b ON a.id < b.id AND ST_Intersects(a.geom, b.geom)
                 WHERE a.id < ${Math.round(units.length * part)}) f`,
            );
            return { facts: [`${count} borders, ${km(length)} of that part`] };
          }),
      },
      {
        name: 'Shapely 2.2 (GEOS), STRtree',
        note: 'intersections of outlines, lengths in an equal-area plane',
        run:
          shapely &&
          (async () => {
            const { ms, pairs, length_m } = await shapely.ask('topology', { units: 'communes' });
            return { ms, facts: [`${pairs} borders, ${km(length_m)} in the plane`] };
          }),
      },
    ],
  });
}

/** A layer made ready: by ours from the features, then from its block. */
export async function prepared(peers) {
  const { units, data } = await allCommunes();
  const kernel = await loadGeometryKernel();
  const { postgis } = peers;
  if (postgis !== undefined) await peers.postgisUnits(units);
  const bytes = ourLayer(kernel, units).toBytes();
  const [site] = units;
  return sideBySide({
    work: 'prepare and load',
    data,
    rounds: amount(3, 1),
    subjects: [
      {
        name: 'giapranh, load the block',
        run() {
          const layer = preparedLayerFromBytes(kernel, bytes);
          if (!layer.ok) throw new Error(layer.issues[0].message.en);
          const [lon, lat] = site.geometry.coordinates[0][0][0];
          layer.value.locate(lon, lat);
          return { facts: [`${(bytes.length / 1e6).toFixed(1)} MB`] };
        },
      },
      { name: 'build', note: 'ours, from GeoJSON in memory', run: () => void ourLayer(kernel, units) },
      {
        name: 'PostGIS ST_Subdivide and GiST',
        note: 'from a table',
        run: postgis && (() => postgis.subdivide('communes', 'pieces_again')),
      },
    ],
  });
}
