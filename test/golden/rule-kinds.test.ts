import {
  type ContextFeature,
  flagSites,
  geodesicDirect,
  loadGeometryKernel,
  RiskContext,
  type Site,
} from '@giapranh/core';
import type { Polygon, Position } from 'geojson';
import { it } from 'vitest';
import { day } from '../day.js';
import { must } from '../must.js';
import { realProfile } from '../real-profile.js';
import { expectGolden } from './expect-golden.js';
import { flagFigures } from './flag-figures.js';

/** Kinds that the profiles' own sites and layers give no case of: made-up sites and layers on the real ground. */
const DAY = day('2026-01-01');

const moved = (from: Position, azimuth_deg: number, distance_m: number): Position =>
  geodesicDirect(from, azimuth_deg, distance_m).position;

function site(id: string, geometry: Site['geometry'], more: Partial<Site> = {}): Site {
  return {
    id,
    name: `Điểm giả định ${id}`,
    geometry,
    precision: { kind: 'position', error_m: 3, method: 'giả định' },
    activity: 'mining',
    mineral: null,
    areaDeclared_m2: null,
    decision: null,
    properties: {},
    ...more,
  };
}

const point = (place: Position) => ({ type: 'Point', coordinates: place }) as const;

/** A square by its south-west corner. */
function square(corner: Position, side_m: number): Polygon {
  const [east, north] = [moved(corner, 90, side_m), moved(corner, 0, side_m)];
  return { type: 'Polygon', coordinates: [[corner, east, moved(east, 0, side_m), north, corner]] };
}

const feature = (
  layer: string,
  id: string,
  geometry: Site['geometry'],
  properties: object = {},
): ContextFeature => ({
  layer,
  id,
  geometry,
  properties: { name: `${layer} ${id}`, ...properties },
});

async function flagsOn(
  profile: string,
  scene: (place: Position) => { sites: readonly Site[]; layers: readonly ContextFeature[] },
  at: Position,
): Promise<object> {
  const kernel = await loadGeometryKernel();
  const { sites, layers } = scene(at);
  const sources = await realProfile(kernel, profile);
  const context = new RiskContext(kernel, {
    ...sources,
    layers: [...(sources.layers ?? []), ...layers],
    given: layers.map(({ layer }) => layer),
  });
  const flagged = must(flagSites(sites, context, { asOf: DAY }));
  return flagged.map(({ site_id, level, communes, flags }) => ({
    site_id,
    level,
    communes: communes.map(({ code, name }) => `${name} (${code})`),
    flags: flags.map(flagFigures),
  }));
}

it('gold, machines, incidents and unchecked communes in a border commune; levelling, licences and permits', async () => {
  const found = await flagsOn(
    'bac-kan',
    (at) => ({
      sites: [
        site('gold', point(at), { mineral: { vi: 'vàng sa khoáng', en: 'placer gold' }, properties: { licence: 'không' } }), // biome-ignore format: one site
        site('levelling', square(moved(at, 180, 400), 100), { activity: 'levelling' }),
        site('worked', square(moved(at, 180, 800), 120), { properties: { licence: 'GP-1', valid_to: '2025-06-30' }, areaDeclared_m2: 10_000 }), // biome-ignore format: one site
      ],
      layers: [
        feature('equipment', 'E1', point(moved(at, 90, 500)), { day: '2025-12-20' }),
        feature('incidents', 'I1', point(moved(at, 200, 900)), { day: '2025-11-01' }),
        feature('inspections', 'C1', point(moved(at, 180, 100)), { day: '2025-08-01' }),
        feature('licences', 'GP-1', square(moved(at, 180, 800), 100)),
        feature('mineral-areas', 'M1', square(moved(at, 180, 450), 300)),
        feature('prohibited-areas', 'P1', square(moved(at, 180, 420), 60)),
        feature('levelling-permits', 'L1', square(moved(at, 180, 400), 50)),
        feature('power-lines', 'D110', { type: 'LineString', coordinates: [moved(at, 270, 6), moved(at, 0, 300)] }, { voltage_kv: '110' }), // biome-ignore format: one line
      ],
    }),
    [106.02, 22.615],
  );
  await expectGolden('rule-kinds-bac-kan-2026-01-01.json', found);
});

it('a new well where piped water is, an old one, a landfill and a machine near', async () => {
  const found = await flagsOn(
    'can-tho',
    (at) => ({
      sites: [
        site('well', point(at), { activity: 'groundwater', properties: { well_day: '2024-03-01' } }),
        site('old-well', point(moved(at, 90, 30)), {
          activity: 'groundwater',
          properties: { well_day: '2019' },
        }),
      ],
      layers: [
        feature('piped-water', 'W1', square(moved(at, 225, 200), 400)),
        feature('equipment', 'V1', point(moved(at, 0, 800)), { day: '2025-12-28' }),
      ],
    }),
    [105.63, 10.09],
  );
  await expectGolden('rule-kinds-can-tho-2026-01-01.json', found);
});
