import type { UnitIndexEntry } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { fetchItems } from '../server/features.js';
import { fetchJson } from '../server/fetch-json.js';
import type { Corpus } from './hit.js';

const MOST_SITES = 1000;

let units: readonly UnitIndexEntry[] | undefined;

/** All that can be found on the day shown; what the server does not give is left out. */
export async function readCorpus(viewer: Viewer): Promise<Corpus> {
  const [index, sites] = await Promise.all([
    units === undefined ? fetchJson<{ units: readonly UnitIndexEntry[] }>('/units.json') : undefined,
    fetchItems('mineral-sites', viewer.asOf(), MOST_SITES),
  ]);
  if (index?.ok === true) units = index.value.units;
  return {
    units: units ?? [],
    sites: sites.ok ? sites.value.features : [],
    documents: viewer.profile.documents,
    crs: viewer.profile.crs,
    view: viewer.profile.view,
  };
}
