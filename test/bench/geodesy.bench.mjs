// Lengths, areas and the metric frame beside the libraries they are judged by.
import { createRequire } from 'node:module';
import { geodesicArea_m2, geodesicLength_m, metricFrame } from '@giapranh/core';
import geographiclib from 'geographiclib-geodesic';
import { sideBySide } from './harness/rounds.mjs';

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

const pairOf = (work, ours, theirs, name) =>
  sideBySide({
    work,
    data: '20,000 vertices',
    rounds: ROUNDS,
    subjects: [
      { name: 'giapranh', run: () => void ours() },
      { name, run: () => void theirs() },
    ],
  });

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
    ...(await pairOf(
      'area',
      () => geodesicArea_m2(polygon),
      () => libraryPolygon(false),
      'geographiclib-geodesic',
    )),
    ...(await pairOf(
      'length',
      () => geodesicLength_m(ring),
      () => libraryPolygon(true),
      'geographiclib-geodesic',
    )),
    ...(await pairOf(
      'to the plane',
      () => ring.map((position) => frame.toMetric(position)),
      () => ring.map((position) => tmerc.forward(position)),
      'proj4js',
    )),
    ...(await pairOf(
      'from the plane',
      () => plane.map((point) => frame.toLonLat(point)),
      () => north.map((point) => tmerc.inverse(point)),
      'proj4js',
    )),
  ];
}
