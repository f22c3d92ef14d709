import { join } from 'node:path';
import {
  type FlagReport,
  flagReport,
  type GeometryKernel,
  loadGeometryKernel,
  type ProfileSources,
  RiskContext,
  type Site,
} from '@giapranh/core';
import { communePoints, readSitesFile } from '@giapranh/formats';
import { beforeAll, it } from 'vitest';
import { day } from '../day.js';
import { must } from '../must.js';
import { DATA, realProfile } from '../real-profile.js';
import { expectGolden } from './expect-golden.js';
import { flagFigures } from './flag-figures.js';

const AREAS = 'reference/mining/backan_mineral_areas_official.geojson';

let kernel: GeometryKernel;
let sources: ProfileSources;
let context: RiskContext;
let sites: readonly Site[];
beforeAll(async () => {
  kernel = await loadGeometryKernel();
  sources = await realProfile(kernel, 'bac-kan');
  context = new RiskContext(kernel, sources);
  sites = must(
    await readSitesFile(join(DATA, AREAS), {
      kernel,
      registry: context.registry,
      source: 'backan_mineral_areas_official.geojson',
      pointIn: communePoints(kernel, sources.units, context.registry),
    }),
  );
});

function asMap(report: FlagReport): object {
  const names = (units: readonly { code: string; name: string }[]): string[] =>
    units.map(({ code, name }) => `${name} (${code})`);
  const { drawing, accuracy_m, vintage, rule_set } = report.inputs;
  return {
    type: 'FeatureCollection',
    as_of: report.as_of,
    profile: report.profile,
    inputs: { vintage, drawing, accuracy_m, rule_set },
    summary: report.summary,
    features: report.sites.map((found) => {
      const site = sites.find(({ id }) => id === found.site_id);
      return {
        type: 'Feature',
        id: found.site_id,
        properties: {
          name: site?.name,
          precision: site?.precision.kind,
          level: found.level,
          provinces: names(found.provinces),
          districts: names(found.districts),
          communes: names(found.communes),
          flags: found.flags.map(flagFigures),
        },
        geometry: site?.geometry ?? null,
      };
    }),
  };
}

it.each(['2023-05-23', '2026-01-01'])('flags of the official mineral areas as of %s', async (asOf) => {
  const report = must(flagReport(sites, context, sources.datasets, { asOf: day(asOf) }));
  await expectGolden(`flags-official-areas-${asOf}.geojson`, asMap(report));
});
