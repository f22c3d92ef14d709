import { type DrawnUnit, type LayerFeature, ok, type Result } from '@giapranh/core';
import { collected } from '../collected.js';
import { type RawFeature, readGeoJsonFile } from '../geojson.js';
import { type Dataset, datasetFile } from '../manifest.js';
import type { ProfileDatasets } from '../profile-datasets.js';
import { readText } from '../text-file.js';
import { groundOf } from './ground.js';
import { parsePlaces } from './places.js';
import { riversFrom } from './rivers.js';
import { type ContextLines, roadsFrom } from './roads.js';

export interface ContextLayers {
  readonly places: readonly LayerFeature[];
  readonly roads: readonly LayerFeature[];
  readonly rivers: readonly LayerFeature[];
}

async function lines(
  root: string,
  datasets: readonly Dataset[],
  take: (features: readonly RawFeature[], source: string) => ContextLines,
): Promise<Result<readonly LayerFeature[]>> {
  const parts = await Promise.all(
    datasets.map(async (dataset) => {
      const features = await readGeoJsonFile(datasetFile(root, dataset));
      if (!features.ok) return { name: dataset.id, result: features };
      const taken = take(features.value, dataset.id);
      return { name: dataset.id, result: ok(taken.features, [...features.notes, ...taken.notes]) };
    }),
  );
  return collected(parts);
}

async function places(
  root: string,
  datasets: readonly Dataset[],
  units: readonly DrawnUnit[],
): Promise<Result<readonly LayerFeature[]>> {
  const ground = groundOf(units);
  const parts = await Promise.all(
    datasets.map(async (dataset) => {
      const text = await readText(datasetFile(root, dataset));
      const read = text.ok ? parsePlaces(text.value, dataset.id) : text;
      if (!read.ok) return { name: dataset.id, result: read };
      return {
        name: dataset.id,
        result: ok(
          read.value.filter(({ geometry }) => ground.holds(geometry)),
          read.notes,
        ),
      };
    }),
  );
  return collected(parts);
}

/** Roads and rivers around, and the places inside the drawn units. Issues: those of the readers. */
export async function readContextLayers(
  root: string,
  datasets: ProfileDatasets,
  units: readonly DrawnUnit[],
): Promise<Result<ContextLayers>> {
  const [named, roads, rivers] = await Promise.all([
    places(root, datasets.places, units),
    lines(root, datasets.roads, roadsFrom),
    lines(root, datasets.rivers, riversFrom),
  ]);
  if (!named.ok) return named;
  if (!roads.ok) return roads;
  if (!rivers.ok) return rivers;
  return ok({ places: named.value, roads: roads.value, rivers: rivers.value }, [
    ...named.notes,
    ...roads.notes,
    ...rivers.notes,
  ]);
}
