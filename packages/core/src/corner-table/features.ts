import type { Feature } from 'geojson';
import type { CornerSite, CornerTableResult } from './result.js';

function feature(site: CornerSite, result: CornerTableResult): Feature[] {
  const { geometry, declared, area } = site;
  if (geometry === null) return [];
  const reading = result.readings.find((entry) => entry.crs === site.crs && entry.system === site.system);
  return [
    {
      type: 'Feature',
      id: site.id,
      geometry,
      properties: {
        name: site.name,
        crs: site.crs,
        verdict: result.systems[site.system]?.verdict ?? null,
        confirmed: reading?.confirmed ?? false,
        score: reading?.score ?? null,
        rows: site.rows,
        ...declared,
        area_declared_m2: area?.declared_m2 ?? null,
        area_grid_m2: area?.grid_m2 ?? null,
        area_geodesic_m2: area?.geodesic_m2 ?? null,
      },
    },
  ];
}

/** The sites that have geometry: certain ones and those of a confirmed reading. */
export function cornerFeatures(result: CornerTableResult): readonly Feature[] {
  return result.sites.flatMap((site) => feature(site, result));
}
