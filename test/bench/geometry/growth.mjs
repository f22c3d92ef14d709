// How our time grows with the number of sites, and with the vertices of the units they are asked about.
import { loadGeometryKernel } from '@giapranh/core';
import { allCommunes, profileCommunes } from '../data/communes.mjs';
import { madeSites } from '../data/made-sites.mjs';
import { amount, sideBySide } from '../harness/rounds.mjs';
import { ourOverlaps } from './our-overlaps.mjs';
import { asSites, ourLayer, pairQuery, SMALL } from './overlap.mjs';

const COUNTS = amount([1_000, 10_000, 100_000, 1_000_000], [1_000, 10_000]);
/** Sites made and asked at a time: a million at once would measure memory. */
const BATCH = 100_000;
const SHARES = [16, 8, 4, 2, 1];

export async function bySites() {
  const { units, data } = await allCommunes();
  const layer = ourLayer(await loadGeometryKernel(), units);
  const sites = asSites(madeSites(units, Math.min(BATCH, COUNTS.at(-1)), SMALL));
  const rows = [];
  for (const count of COUNTS) {
    const batches = Math.max(1, count / BATCH);
    const some = sites.slice(0, count);
    const [row] = await sideBySide({
      work: `growth, ${count.toLocaleString('en-US')} sites`,
      data,
      rounds: count > BATCH ? 1 : amount(3, 2),
      subjects: [
        {
          name: 'giapranh',
          run() {
            for (let at = 0; at < batches; at += 1) ourOverlaps(layer, some);
          },
        },
      ],
    });
    rows.push({ ...row, facts: [`${((1000 * row.median_ms) / count).toFixed(1)} µs a site`] });
  }
  return rows;
}

export async function byVertices({ postgis }) {
  const { units } = await profileCommunes();
  const kernel = await loadGeometryKernel();
  const sites = asSites(madeSites(units, amount(50_000, 5_000), SMALL));
  if (postgis !== undefined) await postgis.load('growth_sites', sites.slice(0, 5000));
  const rows = [];
  for (const share of SHARES) {
    const thin = share === 1 ? units : coarser(kernel, units, share);
    const vertices = thin.reduce((sum, { geometry }) => sum + geometry.coordinates.flat(2).length, 0);
    const layer = ourLayer(kernel, thin);
    if (postgis !== undefined) {
      await postgis.load('growth_units', thin);
      await postgis.subdivide('growth_units', 'growth_pieces');
    }
    rows.push(
      ...(await sideBySide({
        work: `growth, vertices ÷${share}`,
        data: `${sites.length.toLocaleString('en-US')} sites × ${thin.length} communes of ${Math.round(vertices / thin.length)} vertices`,
        rounds: amount(3, 2),
        subjects: [
          { name: 'giapranh', run: () => void ourOverlaps(layer, sites) },
          {
            name: 'PostGIS subdivided, GiST',
            part: Math.min(1, 5000 / sites.length),
            run:
              postgis &&
              (() => postgis.rows(pairQuery('growth_pieces', 'growth_sites', 5000)).then(() => undefined)),
          },
        ],
      })),
    );
  }
  return rows;
}

/** Simplified together until about one vertex of so many is left: the tolerance is found by halving. */
function coarser(kernel, units, share) {
  const count = (polygons) => polygons.reduce((sum, { coordinates }) => sum + coordinates.flat(2).length, 0);
  const wanted = count(units.map(({ geometry }) => geometry)) / share;
  let [low, high] = [1e-6, 0.05];
  let best = units.map(({ geometry }) => geometry);
  for (let step = 0; step < 8; step += 1) {
    const tolerance = Math.sqrt(low * high);
    const found = kernel.coverageSimplify(
      units.map(({ geometry }) => geometry),
      tolerance,
    );
    if (!found.ok) throw new Error(found.issues[0].message.en);
    best = found.value;
    if (count(best) > wanted) low = tolerance;
    else high = tolerance;
  }
  return units.map((unit, at) => ({ ...unit, geometry: best[at] }));
}
