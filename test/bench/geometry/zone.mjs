// The 5 km zones on both sides of the three real borders of Thái Nguyên.
import {
  bboxOf,
  borderZone,
  distanceToLine_m,
  geodesicArea_m2,
  loadGeometryKernel,
  metricFrame,
  sharedBorder,
} from '@giapranh/core';
import { profileSources } from '../data/communes.mjs';
import { amount, sideBySide } from '../harness/rounds.mjs';
import { jstsCoordinates, jstsZone, turfPoints, turfZone } from '../peers/javascript.mjs';

const WIDTH_m = 5000;
const SUBJECT = '19';
const NEIGHBOURS = ['04', '20', '08'];
/** Edges of a zone whose true distance is measured. */
const SAMPLES = 240;
const SEGMENTS = 64;

const keyOf = ([x, y]) => `${x} ${y}`;

/** Ends and middles of edges, evenly chosen. */
function samplesOf(edges) {
  const step = Math.max(1, Math.floor(edges.length / SAMPLES));
  return edges
    .filter((_, at) => at % step === 0)
    .flatMap(([a, b]) => [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]]);
}

const edgesOf = (ring) => ring.slice(1).map((to, at) => [ring[at], to]);

/** How far the outer edge is from its distance: least and greatest error. */
function edgeError(places, border) {
  const errors = places.map((place) => distanceToLine_m(place, border) - WIDTH_m);
  return [Math.min(...errors), Math.max(...errors)];
}

/** The edges of our zones that follow no unit's outline: those the width drew. */
function drawnEdges(zones, units) {
  const outline = new Set(units.flatMap(({ geometry }) => geometry.coordinates.flat(2).map(keyOf)));
  return zones
    .flatMap(({ geometry }) => geometry.coordinates.flat())
    .flatMap(edgesOf)
    .filter(([a, b]) => !outline.has(keyOf(a)) && !outline.has(keyOf(b)));
}

function worst(errors) {
  const [low, high] = [
    Math.min(...errors.map(([least]) => least)),
    Math.max(...errors.map(([, most]) => most)),
  ];
  return `edge off by ${low.toFixed(2)} to ${high.toFixed(2)} m`;
}

export async function zones({ postgis, shapely }) {
  const kernel = await loadGeometryKernel();
  const { units } = await profileSources();
  const province = (code) =>
    units.find((unit) => unit.code === code && unit.vintage === '2025-07-01' && unit.level === 'province');
  const pairs = NEIGHBOURS.map((code) => {
    const [a, b] = [province(SUBJECT), province(code)];
    const border = sharedBorder(kernel, a, b);
    if (!border.ok) throw new Error(border.issues[0].message.en);
    const frame = metricFrame(bboxOf(border.value.geometry));
    const plane = ({ type, coordinates }) => ({
      type,
      coordinates: moved(coordinates, (place) => frame.toMetric(place)),
    });
    const planar = {
      line: plane(border.value.geometry),
      units: [a, b].map(({ geometry }) => plane(geometry)),
    };
    return { a, b, border: border.value, line: border.value.geometry, frame, planar };
  });
  const names = pairs.map((_, at) => [`border-${at}`, `zone-a-${at}`, `zone-b-${at}`]);
  for (const [at, { line, a, b }] of pairs.entries()) {
    for (const [part, geometry] of [line, a.geometry, b.geometry].entries()) {
      await shapely?.load(names[at][part], [{ geometry }]);
    }
  }
  if (postgis !== undefined) {
    await postgis.load(
      'zone_lines',
      pairs.map(({ line }, at) => ({ id: String(at), geometry: line })),
    );
    await postgis.load(
      'zone_units',
      pairs.flatMap(({ a, b }, at) => [a, b].map(({ geometry }) => ({ id: String(at), geometry }))),
    );
  }
  let drawn = [];
  const inShapely = (segments) => async () => {
    let ms = 0;
    const errors = [];
    for (const [at, { frame, line }] of pairs.entries()) {
      const [border, a, b] = names[at];
      const question = { line: border, a, b, width_m: WIDTH_m, segments, lon_0: frame.lon0_deg };
      ms += (await shapely.ask('zone', question)).ms;
      const { edge } = await shapely.ask('edge');
      errors.push(edgeError(samplesOf(edgesOf(edge)), line));
    }
    return { ms, facts: [worst(errors)] };
  };
  const turfZones = pairs.map(({ line, a, b }) => turfZone(line, [a.geometry, b.geometry], WIDTH_m));
  const jstsZones = pairs.map(({ planar }) => jstsZone(planar.line, planar.units, WIDTH_m, SEGMENTS));
  const made = new Map();
  const rows = await sideBySide({
    work: 'zone',
    data: `${WIDTH_m / 1000} km both sides of ${pairs.length} borders, ${pairs.reduce((sum, { line }) => sum + line.coordinates.flat().length, 0)} vertices`,
    rounds: amount(9, 3),
    warm: amount(3, 2),
    subjects: [
      {
        name: 'giapranh',
        run() {
          drawn = pairs.map(({ a, b, border }) => {
            const found = borderZone(kernel, a, b, WIDTH_m, { border });
            if (!found.ok) throw new Error(found.issues[0].message.en);
            return found.value;
          });
        },
      },
      {
        name: `Shapely 2.2 (GEOS), ${SEGMENTS} segments a quarter`,
        note: 'transverse Mercator near the line, projected before',
        run: shapely && inShapely(SEGMENTS),
      },
      { name: 'Shapely 2.2 (GEOS), 8 segments a quarter', note: 'less exact', run: shapely && inShapely(8) },
      {
        name: 'PostGIS, geography',
        run:
          postgis &&
          (async () => {
            const rows = await postgis.rows(
              `WITH band AS (SELECT code, ST_Buffer(geom::geography, ${WIDTH_m}, 'quad_segs=${SEGMENTS}')::geometry AS geom FROM zone_lines)
               SELECT b.code, ST_AsGeoJSON(b.geom, 15), ST_Area(ST_Intersection(b.geom, u.geom)::geography)
               FROM band b JOIN zone_units u USING (code)`,
            );
            made.set('PostGIS, geography', () =>
              pairs.map(({ line }, at) => {
                const { coordinates } = JSON.parse(rows.find(([code]) => code === String(at))[1]);
                return edgeError(
                  samplesOf(coordinates.filter((ring) => typeof ring[0][0] === 'number').flatMap(edgesOf)),
                  line,
                );
              }),
            );
          }),
      },
      {
        name: 'JSTS',
        note: 'transverse Mercator near the line, projected before',
        run() {
          const bands = jstsZones.map((zone) => zone().band);
          made.set('JSTS', () =>
            bands.map((band, at) => {
              const ring = jstsCoordinates(band).map((point) => pairs[at].frame.toLonLat(point));
              return edgeError(samplesOf(edgesOf(ring).slice(0, -1)), pairs[at].line);
            }),
          );
        },
      },
      {
        name: 'Turf',
        part: amount(1, 1 / 3),
        run() {
          const found = turfZones.slice(0, amount(3, 1)).map((zone) => zone());
          const threw = found.flatMap(({ parts }) => parts.filter((part) => typeof part === 'string'));
          made.set('Turf', () =>
            found.map(({ band }, at) => edgeError(samplesOf(edgesOf(turfPoints(band))), pairs[at].line)),
          );
          return { facts: threw.length === 0 ? [] : [`${threw.length} cuts ${threw[0]}`] };
        },
      },
    ],
  });
  made.set('giapranh', () =>
    pairs.map(({ a, b, line }, at) => edgeError(samplesOf(drawnEdges(drawn[at], [a, b])), line)),
  );
  const area = drawn.flat().reduce((sum, { geometry }) => sum + geodesicArea_m2(geometry), 0);
  return rows.map((row) => {
    const measure = made.get(row.subject);
    const facts = [...(measure === undefined ? [] : [worst(measure())]), ...(row.facts ?? [])];
    return {
      ...row,
      facts: row.subject === 'giapranh' ? [...facts, `${(area / 1e4).toFixed(0)} ha`] : facts,
    };
  });
}

function moved(coordinates, move) {
  return typeof coordinates[0] === 'number'
    ? move(coordinates)
    : coordinates.map((part) => moved(part, move));
}
