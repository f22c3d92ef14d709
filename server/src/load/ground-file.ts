import { access } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type GroundDocument,
  loadGeometryKernel,
  ok,
  type ProfileSources,
  type Result,
} from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';
import { JSON_SUFFIX, writeJsonOf } from './content-file.js';

export interface GroundFile {
  /** Gzipped JSON of a `GroundDocument`. */
  readonly path: string;
  /** Another one for any other content. */
  readonly version: string;
}

export interface GroundFileOptions {
  readonly dataDir: string;
  readonly dataRoot: string;
  readonly profile: { readonly id: string };
  readonly contentHash: string;
}

export function groundFile({ dataDir, profile, contentHash }: GroundFileOptions): GroundFile {
  return {
    path: join(dataDir, 'ground', `${profile.id}-${contentHash}${JSON_SUFFIX}`),
    version: contentHash,
  };
}

/** What browsers compute with; what units were put together from and the sites stay here. */
function groundDocument({
  units,
  records,
  lineage,
  roads,
  rivers,
  layers,
  given,
}: ProfileSources): GroundDocument {
  return {
    units: units.map(({ origin: _origin, sources: _sources, ...unit }) => unit),
    records: records.map(({ sources: _sources, ...record }) => record),
    lineage,
    roads,
    rivers,
    layers: layers ?? [],
    given: given ?? [],
  };
}

/** Makes the file where it is missing; `sources` where they have been read already. Issues: those of the sources. */
export async function keepGround(
  options: GroundFileOptions,
  sources?: ProfileSources,
): Promise<Result<GroundFile>> {
  const file = groundFile(options);
  try {
    await access(file.path);
    return ok(file);
  } catch {
    // Another content, or the first start.
  }
  const read =
    sources === undefined
      ? await readProfileSources(options.dataRoot, options.profile.id, await loadGeometryKernel())
      : ok(sources);
  if (!read.ok) return read;
  await writeJsonOf(file.path, options.profile.id, groundDocument(read.value));
  return ok(file);
}
