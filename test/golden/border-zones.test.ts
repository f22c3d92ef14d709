import {
  type BorderZone,
  borderZones,
  type DrawnUnit,
  type GeometryKernel,
  loadGeometryKernel,
  type ProfileSources,
} from '@giapranh/core';
import type { FeatureCollection } from 'geojson';
import { beforeAll, expect, it } from 'vitest';
import { must } from '../must.js';
import { realProfile } from '../real-profile.js';
import { expectGolden } from './expect-golden.js';
import { thinned } from './thinned.js';

const VINTAGE = '2023';
/** Only of what is drawn: areas are those of the zones as computed. */
const DRAWN_WITHIN_m = 80;

let kernel: GeometryKernel;
beforeAll(async () => {
  kernel = await loadGeometryKernel();
});

function zonesOf(sources: ProfileSources, a: string, b: string): BorderZone[] {
  const { drawing } = sources.profile.vintages.find(({ id }) => id === VINTAGE) ?? {};
  const side = (code: string): DrawnUnit => {
    const found = sources.units.find(
      (unit) => unit.code === code && unit.vintage === VINTAGE && unit.drawing === drawing,
    );
    if (found === undefined) throw new Error(`${code} is not drawn`);
    return found;
  };
  const communes = sources.units.filter(({ level }) => level === 'commune');
  const widths_m = sources.profile.ring_widths_m;
  return must(borderZones(kernel, side(a), side(b), { widths_m, communes }));
}

function asMap(zones: readonly BorderZone[]): FeatureCollection & { readonly note: string } {
  const drawn = thinned(
    kernel,
    zones.map((zone) => zone.geometry),
    DRAWN_WITHIN_m,
  );
  return {
    type: 'FeatureCollection',
    note: `Outlines thinned for this file (${DRAWN_WITHIN_m} m); figures are those of the full zones.`,
    features: zones.map(({ geometry: _, ...properties }, at) => ({
      type: 'Feature',
      id: `${properties.side.code}:${properties.inner_m}-${properties.outer_m}`,
      properties,
      geometry: drawn[at] ?? { type: 'MultiPolygon', coordinates: [] },
    })),
  };
}

it.each([
  { profile: 'bac-kan', a: '06', b: '04', file: 'border-zones-bac-kan-cao-bang-2023.geojson' },
  { profile: 'can-tho', a: '92', b: '86', file: 'border-zones-can-tho-vinh-long-2023.geojson' },
])('border zones: $file', async ({ profile, a, b, file }) => {
  const zones = zonesOf(await realProfile(kernel, profile), a, b);
  expect(zones.length).toBeGreaterThan(0);
  await expectGolden(file, asMap(zones));
});
