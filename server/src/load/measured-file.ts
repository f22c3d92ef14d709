import { join } from 'node:path';
import type { MeasuredDocument, MeasuredSites, ProfileSources, RiskContext } from '@giapranh/core';
import { JSON_SUFFIX, readJsonOf, writeJsonOf } from './content-file.js';

/** Which file: another for any other content. */
export interface MeasuredFileOptions {
  readonly dataDir: string;
  readonly profile: string;
  readonly contentHash: string;
}

/** What the sites of a content have in common with its ground, by vintage. */
type Document = Readonly<Record<string, MeasuredDocument>>;

function pathOf({ dataDir, profile, contentHash }: MeasuredFileOptions): string {
  return join(dataDir, 'measured', `${profile}-${contentHash}${JSON_SUFFIX}`);
}

function sitesOf({ sites }: ProfileSources) {
  return sites.flatMap((dataset) => dataset.sites);
}

/** Keeps what was measured of the sites as they were read, so that the next start need not measure them. */
export async function keepMeasured(
  options: MeasuredFileOptions,
  sources: ProfileSources,
  context: RiskContext,
  measured: MeasuredSites,
): Promise<void> {
  const document: Document = Object.fromEntries(
    sources.profile.vintages.flatMap(({ id }) => {
      const ground = context.ground(id);
      return ground.ok ? [[id, measured.document(ground.value, sitesOf(sources))]] : [];
    }),
  );
  await writeJsonOf(pathOf(options), options.profile, document);
}

/** Takes over what was kept of this very content; whether there was any. */
export async function takeMeasured(
  options: MeasuredFileOptions,
  sources: ProfileSources,
  context: RiskContext,
  measured: MeasuredSites,
): Promise<boolean> {
  const document = (await readJsonOf(pathOf(options))) as Document | undefined;
  if (document === undefined) return false;
  for (const [vintage, kept] of Object.entries(document)) {
    const ground = context.ground(vintage);
    if (ground.ok) measured.take(ground.value, sitesOf(sources), kept);
  }
  return true;
}
