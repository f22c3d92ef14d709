// Lengths, areas and the metric frame beside the libraries they are judged by.
import { createRequire } from 'node:module';
import { geodesicArea_m2, geodesicLength_m, metricFrame } from '@giapranh/core';
import geographiclib from 'geographiclib-geodesic';
import { medianOf } from './median.mjs';

const ROUNDS = 7;
const { WGS84 } = geographiclib.Geodesic;

/** A wiggly outline of 20,000 vertices, some 35 m apart, at 22° N. */
const ring = Array.from({ length: 20_001 }, (_, at) => {
  const angle = (2 * Math.PI * (at % 20_000)) / 20_000;
  const radius = 0.8 * (1 + 0.2 * Math.sin(5 * angle) + 0.01 * Math.sin(311 * angle));
  return [106 + radius * Math.cos(angle), 22.2 + radius * Math.sin(angle)];
});

function libraryPolygon(polyline) {
  const polygon = WGS84.Polygon(polyline);
  for (const [lon, lat] of ring.slice(0, polyline ? undefined : -1)) polygon.AddPoint(lat, lon);
  return polygon.Compute(false, true);
}

function pairOf(work, ours, theirs, name) {
  const [own_ms, their_ms] = [medianOf(ROUNDS, ours), medianOf(ROUNDS, theirs)];
  const note = '20,000 vertices';
  return [
    { work, subject: name, median_ms: their_ms, rounds: ROUNDS, ratio: 1, note },
    { work, subject: 'giapranh', median_ms: own_ms, rounds: ROUNDS, ratio: their_ms / own_ms, note },
  ];
}

export async function run() {
  const proj4 = createRequire(new URL('../../packages/core/package.json', import.meta.url))('proj4');
  const frame = metricFrame([105, 21.4, 107, 23]);
  const tmerc = proj4(
    '+proj=longlat +ellps=WGS84 +no_defs',
    `+proj=tmerc +lat_0=0 +lon_0=${frame.lon0_deg} +k=1 +x_0=0 +y_0=0 +ellps=WGS84 +units=m +no_defs`,
  );
  const plane = ring.map((position) => frame.toMetric(position));
  const north = ring.map((position) => tmerc.forward(position));
  const polygon = { type: 'Polygon', coordinates: [ring] };
  return [
    ...pairOf(
      'area',
      () => geodesicArea_m2(polygon),
      () => libraryPolygon(false),
      'geographiclib-geodesic',
    ),
    ...pairOf(
      'length',
      () => geodesicLength_m(ring),
      () => libraryPolygon(true),
      'geographiclib-geodesic',
    ),
    ...pairOf(
      'to the plane',
      () => ring.map((position) => frame.toMetric(position)),
      () => ring.map((position) => tmerc.forward(position)),
      'proj4js',
    ),
    ...pairOf(
      'from the plane',
      () => plane.map((point) => frame.toLonLat(point)),
      () => north.map((point) => tmerc.inverse(point)),
      'proj4js',
    ),
  ];
}
