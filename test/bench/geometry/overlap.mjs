// Site × commune with the area of each pair.
import { loadGeometryKernel, prepareLayer } from '@giapranh/core';
import { allCommunes } from '../data/communes.mjs';
import { madeSites } from '../data/made-sites.mjs';
import { amount, sideBySide } from '../harness/rounds.mjs';
import { jstsLayer, turfOverlaps } from '../peers/javascript.mjs';
import { CORES, layerThreads, sharedBlock, sitePortions } from './layer-threads.mjs';

export const SMALL = { corners: [4, 60], radius_m: [50, 500], seed: 20_250_701 };
const LARGE = { corners: [500, 5000], radius_m: [1000, 5000], seed: 20_230_523 };

export const asSites = (made) =>
  made.map((site) => ({ ...site, precision: { kind: 'position', error_m: 0 } }));

export const asFeatures = (units) =>
  units.map(({ code, geometry }) => ({ id: code, layer: 'communes', geometry }));

export function ourLayer(kernel, units) {
  const layer = prepareLayer(kernel, asFeatures(units));
  if (!layer.ok) throw new Error(layer.issues[0].message.en);
  return layer.value;
}

/** Ground of each pair in one geography query; whole sites are not cut. */
export const pairQuery = (units, sites, first) => `
  SELECT s.id, u.id, sum(ST_Area((CASE WHEN ST_Covers(u.geom, s.geom) THEN s.geom
    ELSE ST_Intersection(s.geom, u.geom) END)::geography)) AS area
  FROM ${sites} s JOIN ${units} u ON ST_Intersects(u.geom, s.geom)
  WHERE s.id < ${first} GROUP BY s.id, u.id`;

/** How far the areas of the same pairs differ, at most, and how many pairs only one side has. */
function agreement(ours, theirs) {
  let [largest, missing] = [0, 0];
  for (const [key, area] of ours) {
    const other = theirs.get(key);
    if (other === undefined) missing += area > 1 ? 1 : 0;
    else largest = Math.max(largest, Math.abs(area - other));
  }
  return `pairs differ by ${largest.toPrecision(2)} m² at most, ${missing} over 1 m² missing there`;
}

async function overlapWork({ work, make, count, peers, parts }) {
  const { units, data } = await allCommunes();
  const kernel = await loadGeometryKernel();
  const sites = asSites(madeSites(units, count, make));
  const block = sharedBlock(ourLayer(kernel, units));
  const table = work.includes('large') ? 'sites_large' : 'sites_small';
  const { postgis, shapely } = peers;
  if (postgis !== undefined) {
    await peers.postgisUnits(units);
    await postgis.load(table, sites);
  }
  if (shapely !== undefined) {
    await peers.shapelyUnits(units);
    await shapely.load(table, sites);
  }
  const first = (part) => Math.max(1, Math.round(count * part));
  const codes = new Map(units.map(({ code }, at) => [code, at]));
  const seen = new Map();
  const query = (units_, part) => async () => {
    const rows = await postgis.rows(pairQuery(units_, table, first(part)));
    seen.set(units_, new Map(rows.map(([site, unit, area]) => [`${site} ${unit}`, area])));
    return { facts: [`${rows.length} pairs`] };
  };
  const jsts = jstsLayer(units);
  const turf = turfOverlaps(units);
  const alone = await layerThreads(block, sitePortions(sites, 1), 1);
  const together = await layerThreads(block, sitePortions(sites, CORES), CORES);
  const rows = await sideBySide({
    work,
    data: `${count.toLocaleString('en-US')} sites × ${data}`,
    rounds: amount(5, 1),
    subjects: [
      {
        name: 'giapranh',
        note: 'a thread with nothing but the block, sites in its memory as bytes',
        run: async () => {
          const { ms, pairs, area_m2 } = await alone.ask('overlap');
          return { ms, facts: [`${pairs} pairs, ${area_m2.toFixed(0)} m² on the ellipsoid`] };
        },
      },
      {
        name: 'giapranh, all cores',
        cores: CORES,
        note: `${CORES} threads from one block`,
        run: async () => {
          const { ms, pairs } = await together.ask('overlap');
          return { ms, facts: [`${pairs} pairs`] };
        },
      },
      {
        name: 'Shapely 2.2 (GEOS), prepared and STRtree',
        note: 'planar areas in an equal-area plane, projected before',
        run:
          shapely &&
          (async () => {
            const { ms, pairs, area_m2 } = await shapely.ask('overlap', { units: 'communes', sites: table });
            return { ms, facts: [`${pairs} pairs, ${area_m2.toFixed(0)} m²`] };
          }),
      },
      {
        name: 'PostGIS subdivided, GiST',
        part: parts.subdivided,
        note: 'areas on the ellipsoid',
        run: postgis && query('communes_pieces', parts.subdivided),
      },
      {
        name: 'PostGIS, GiST',
        part: parts.plain,
        note: 'areas on the ellipsoid',
        run: postgis && query('communes', parts.plain),
      },
      {
        name: 'JSTS',
        part: parts.jsts,
        note: 'planar areas',
        run: () => void jsts(sites.slice(0, first(parts.jsts))),
      },
      {
        name: 'Turf',
        part: parts.turf,
        note: 'areas on a sphere',
        run: () => void turf(sites.slice(0, first(parts.turf))),
      },
    ],
  });
  const own = new Map(
    (await alone.pairs()).map(([site, feature, area_m2]) => [`${site} ${codes.get(feature)}`, area_m2]),
  );
  await Promise.all([alone.stop(), together.stop()]);
  for (const [name, areas] of seen) {
    const row = rows.find(
      ({ subject }) => subject === (name === 'communes' ? 'PostGIS, GiST' : 'PostGIS subdivided, GiST'),
    );
    const asked = new Map(
      [...own].filter(
        ([key]) =>
          Number(key.split(' ')[0]) <
          first(row === undefined ? 1 : name === 'communes' ? parts.plain : parts.subdivided),
      ),
    );
    row?.facts.push(agreement(asked, areas));
  }
  if (shapely !== undefined) {
    const theirs = new Map(Object.entries(await shapely.ask('pairs')));
    rows.find(({ subject }) => subject.startsWith('Shapely'))?.facts.push(agreement(own, theirs));
  }
  return rows;
}

export const smallSites = (peers) =>
  overlapWork({
    work: 'overlap, small sites',
    make: SMALL,
    count: amount(100_000, 5_000),
    peers,
    parts: {
      subdivided: amount(0.2, 0.4),
      plain: amount(0.005, 0.02),
      jsts: amount(0.001, 0.01),
      turf: amount(0.0001, 0.001),
    },
  });

export const largeSites = (peers) =>
  overlapWork({
    work: 'overlap, large sites',
    make: LARGE,
    count: amount(1_000, 200),
    peers,
    parts: {
      subdivided: amount(0.5, 1),
      plain: amount(0.1, 0.2),
      jsts: amount(0.01, 0.05),
      turf: amount(0.002, 0.01),
    },
  });
