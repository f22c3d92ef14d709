import {
  type GeometryKernel,
  groundShare,
  layerFeatures,
  loadGeometryKernel,
  type ProfileSources,
  RiskContext,
  traceUnit,
} from '@giapranh/core';
import type { Geometry, MultiPolygon } from 'geojson';
import { beforeAll, it } from 'vitest';
import { day } from '../day.js';
import { must } from '../must.js';
import { realProfile } from '../real-profile.js';
import { expectGolden } from './expect-golden.js';
import { thinned } from './thinned.js';

/** Only of what is drawn: areas and shares are those of the full outlines. */
const DRAWN_WITHIN_m = 250;

let kernel: GeometryKernel;
let sources: ProfileSources;
let context: RiskContext;
beforeAll(async () => {
  kernel = await loadGeometryKernel();
  sources = await realProfile(kernel, 'bac-kan');
  context = new RiskContext(kernel, sources);
});

function multiPolygon(geometry: Geometry): MultiPolygon {
  if (geometry.type !== 'MultiPolygon') throw new Error(geometry.type);
  return geometry;
}

/** What a unit became, with the part of its ground that went there. */
function became(code: string, vintage: string): string[] {
  const { registry } = context;
  const unit = registry.get(code, vintage);
  if (unit === undefined) throw new Error(code);
  const ground = (of: { code: string; vintage: string }): MultiPolygon | undefined =>
    sources.units.find(
      (drawn) => drawn.code === of.code && drawn.vintage === of.vintage && drawn.drawing === 'communes-2025',
    )?.geometry;
  const share = (of: { code: string; vintage: string }, other: { code: string; vintage: string }) => {
    const [one, two] = [ground(of), ground(other)];
    return one === undefined || two === undefined ? null : must(groundShare(kernel, one, two));
  };
  return traceUnit(registry, unit, { share }).became.map(
    ({ unit: heir, kind, parts, share: part }) =>
      `${heir.name} (${heir.vintage}:${heir.code}): ${kind}, ${parts}, ${part?.toFixed(4) ?? 'not drawn'}`,
  );
}

it.each([
  { asOf: '2023-05-23', vintage: '2023' },
  { asOf: '2026-01-01', vintage: '2025-07-01' },
])('watch units as of $asOf, and what they became', async ({ asOf, vintage }) => {
  const found = must(layerFeatures(kernel, sources, context, 'watch-units', day(asOf)));
  const drawn = thinned(
    kernel,
    found.map(({ geometry }) => multiPolygon(geometry)),
    DRAWN_WITHIN_m,
  );
  await expectGolden(`watch-units-${vintage}.geojson`, {
    type: 'FeatureCollection',
    note: `Outlines thinned for this file (${DRAWN_WITHIN_m} m); figures are those of the full units.`,
    features: found.map(({ id, properties: { source: _, ...properties } }, at) => ({
      type: 'Feature',
      id,
      properties: { ...properties, became: became(String(properties['code']), vintage) },
      geometry: drawn[at],
    })),
  });
});
