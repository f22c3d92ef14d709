import { type DrawnUnit, issue, type LocalText, ok, type Result, type SiteDataset } from '@giapranh/core';
import { collected } from '../collected.js';
import { groundOf } from '../context/ground.js';
import { readGeoJsonFile } from '../geojson.js';
import { type Dataset, datasetFile } from '../manifest.js';
import { sitesFromFeatures } from './read-sites.js';
import type { SiteContext } from './site-context.js';

/** What the manifest says of sites in the wrong place. */
function wrongPositions(dataset: Dataset): ReadonlyMap<string, LocalText> {
  return new Map(
    dataset.known_defects
      .filter((defect) => defect.code === 'position-wrong')
      .flatMap((defect) => (defect.subjects ?? []).map((id) => [id, defect.note])),
  );
}

/**
 * The sites of a profile's datasets that lie in its units; those elsewhere are counted in the note
 * `sites-elsewhere`. Issues: those of the readers.
 */
export async function readDatasetSites(
  root: string,
  datasets: readonly Dataset[],
  units: readonly DrawnUnit[],
  context: Omit<SiteContext, 'source' | 'wrongPositions'>,
): Promise<Result<readonly SiteDataset[]>> {
  const ground = groundOf(units);
  const parts = await Promise.all(
    datasets.map(async (dataset) => {
      const features = await readGeoJsonFile(datasetFile(root, dataset));
      const own = { ...context, source: dataset.id, wrongPositions: wrongPositions(dataset) };
      const read = features.ok ? sitesFromFeatures(features.value, own) : features;
      if (!read.ok) return { name: dataset.id, result: read };
      const sites = read.value.filter((site) => ground.holds(site.geometry));
      const left = read.value.length - sites.length;
      const note = issue(
        'sites-elsewhere',
        [],
        `${left} khu vực nằm ngoài địa bàn của hồ sơ.`,
        `${left} sites lie outside the profile's units.`,
      );
      const dated: SiteDataset = { source: dataset.id, sites };
      return { name: dataset.id, result: ok([dated], [...read.notes, ...(left === 0 ? [] : [note])]) };
    }),
  );
  return collected(parts);
}
