// A million places: which commune, and how far the nearest border.
import { loadGeometryKernel, sharedBorder } from '@giapranh/core';
import { allCommunes, profileSources } from '../data/communes.mjs';
import { placesIn, seeded } from '../data/made-sites.mjs';
import { ownThread } from '../harness/own-thread.mjs';
import { amount, sideBySide } from '../harness/rounds.mjs';
import { turfDistance_m, turfLocator } from '../peers/javascript.mjs';
import { CORES, layerThreads, placePortions, sharedBlock } from './layer-threads.mjs';
import { ourLayer } from './overlap.mjs';

const SUBJECT = '19';

function made(units, count) {
  const random = seeded(7);
  const places = placesIn(units, random);
  // Beside the vertices, not on them: a place on an edge lies in either.
  return Array.from({ length: count }, () => {
    const [lon, lat] = places.next().value;
    return [lon + (random() - 0.5) * 1e-3, lat + (random() - 0.5) * 1e-3];
  });
}

const asPoints = (places) =>
  places.map((coordinates, at) => ({ id: String(at), geometry: { type: 'Point', coordinates } }));

export async function communes(peers) {
  const { units, data } = await allCommunes();
  const count = amount(1_000_000, 50_000);
  const places = made(units, count);
  const lonLats = Float64Array.from(places.flat());
  const block = sharedBlock(ourLayer(await loadGeometryKernel(), units));
  const alone = await layerThreads(block, placePortions(lonLats, 1), 1);
  const together = await layerThreads(block, placePortions(lonLats, CORES), CORES);
  const ours = (threads, work) => async () => {
    const { ms, found } = await threads.ask(work);
    return { ms, facts: [`${found} found`] };
  };
  const turf = turfLocator(units);
  const { postgis, shapely } = peers;
  if (postgis !== undefined) {
    await peers.postgisUnits(units);
    await postgis.load('places', asPoints(places.slice(0, 50_000)));
  }
  if (shapely !== undefined) {
    await peers.shapelyUnits(units);
    await shapely.load('places', asPoints(places));
  }
  const inPostgis = (table, part) => async () => {
    const [[found]] = await postgis.rows(
      `SELECT count(*) FROM (SELECT DISTINCT p.id FROM places p JOIN ${table} u ON ST_Intersects(u.geom, p.geom) WHERE p.id < ${Math.round(count * part)}) f`,
    );
    return { facts: [`${found} found`] };
  };
  const some = Math.min(1, 20_000 / count);
  const rows = await sideBySide({
    work: 'locate, commune',
    data: `${count.toLocaleString('en-US')} places in ${data}`,
    rounds: amount(5, 2),
    subjects: [
      {
        name: 'giapranh',
        note: 'all places at once, as the peers are asked, by a thread with nothing but the block',
        run: ours(alone, 'locateAll'),
      },
      { name: 'giapranh, place by place', note: 'by that thread', run: ours(alone, 'locateEach') },
      {
        name: 'giapranh, all cores',
        cores: CORES,
        note: `${CORES} threads from one block`,
        run: ours(together, 'locateAll'),
      },
      {
        name: 'Shapely 2.2 (GEOS), prepared and STRtree',
        run:
          shapely &&
          (async () => {
            const { ms, found } = await shapely.ask('locate', { units: 'communes', points: 'places' });
            return { ms, facts: [`${found} found`] };
          }),
      },
      { name: 'PostGIS subdivided, GiST', part: some, run: postgis && inPostgis('communes_pieces', some) },
      { name: 'PostGIS, GiST', part: some / 10, run: postgis && inPostgis('communes', some / 10) },
      {
        name: 'Turf',
        part: 2000 / count,
        note: 'boxes indexed',
        run: () => void places.slice(0, 2000).map((place) => turf(place)),
      },
    ],
  });
  await Promise.all([alone.stop(), together.stop()]);
  return rows;
}

export async function nearestBorder({ postgis, shapely }) {
  const kernel = await loadGeometryKernel();
  const { units, profile } = await profileSources();
  const { vintages } = profile;
  const vintage = vintages.find(({ id }) => id === '2025-07-01');
  const province = (code) =>
    units.find((unit) => unit.code === code && unit.vintage === vintage.id && unit.level === 'province');
  const subject = province(SUBJECT);
  const sides = [subject, ...vintage.neighbours.flatMap(({ code }) => province(code) ?? [])];
  const borders = sides
    .slice(1)
    .map((side) => sharedBorder(kernel, subject, side))
    .flatMap((border) => (border.ok ? [border.value] : []));
  const count = amount(1_000_000, 20_000);
  const places = made(
    units.filter(({ level, vintage: of }) => level === 'commune' && of === vintage.id),
    count,
  );
  const lines = borders.map(({ geometry }, at) => ({ id: String(at), geometry }));
  const line = {
    type: 'MultiLineString',
    coordinates: borders.flatMap(({ geometry }) => geometry.coordinates),
  };
  if (postgis !== undefined) {
    await postgis.load('borders', lines);
    await postgis.subdivide('borders', 'border_pieces');
    await postgis.load('near_places', asPoints(places.slice(0, 20_000)));
  }
  if (shapely !== undefined) {
    await shapely.load('borders', lines);
    await shapely.load('near_places', asPoints(places));
  }
  const lonLats = Float64Array.from(places.flat());
  const some = Math.min(1, 5_000 / count);
  const alone = await ownThread(new URL('./border-thread.mjs', import.meta.url), { borders, sides, lonLats });
  const rows = await sideBySide({
    work: 'locate, nearest border',
    data: `${count.toLocaleString('en-US')} places, ${borders.length} borders of ${line.coordinates.flat().length} vertices`,
    rounds: amount(5, 2),
    subjects: [
      {
        name: 'giapranh',
        note: 'with the side, on the ellipsoid; a thread of its own',
        run: () => alone.ask('nearest'),
      },
      {
        name: 'Shapely 2.2 (GEOS), edges in an STRtree',
        note: 'distance alone, planar',
        run:
          shapely &&
          (async () => {
            const { ms } = await shapely.ask('nearest', { lines: 'borders', points: 'near_places' });
            return { ms };
          }),
      },
      {
        name: 'PostGIS subdivided, GiST (KNN)',
        part: some,
        note: 'distance alone, on the ellipsoid, of the nearest in degrees',
        run:
          postgis &&
          (async () => {
            const found = await postgis.rows(
              `SELECT p.id, n.d FROM near_places p CROSS JOIN LATERAL (
                 SELECT ST_Distance(b.geom::geography, p.geom::geography) AS d FROM border_pieces b ORDER BY b.geom <-> p.geom LIMIT 1
               ) n WHERE p.id < ${Math.round(count * some)}`,
            );
            const own = await alone.ask('distances_m');
            const off = found.map(([id, d]) => Math.abs(d - own[id])).filter(Number.isFinite);
            return { facts: [`differs by ${Math.max(...off).toFixed(1)} m at most`] };
          }),
      },
      {
        name: 'Turf',
        part: 20 / count,
        run: () => void places.slice(0, 20).map((place) => turfDistance_m(place, line)),
      },
    ],
  });
  await alone.stop();
  return rows;
}
