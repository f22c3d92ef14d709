import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  type GroundDocument,
  loadGeometryKernel,
  ok,
  type ProfileSources,
  type Result,
} from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';

const SUFFIX = '.json.gz';

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
  return { path: join(dataDir, 'ground', `${profile.id}-${contentHash}${SUFFIX}`), version: contentHash };
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

/** Written beside and moved into place; files of other contents go. */
async function writeGround({ path }: GroundFile, profile: string, sources: ProfileSources): Promise<void> {
  const folder = dirname(path);
  const beside = `${path}.${randomUUID()}.part`;
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(beside, await promisify(gzip)(JSON.stringify(groundDocument(sources))));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  for (const name of await readdir(folder)) {
    const isOld = name.startsWith(`${profile}-`) && name.endsWith(SUFFIX) && name !== basename(path);
    if (isOld) await rm(join(folder, name), { force: true });
  }
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
  await writeGround(file, options.profile.id, read.value);
  return ok(file);
}
