import { join } from 'node:path';
import {
  type KnownGround,
  knownGround,
  type MeasuredDocument,
  type MeasuredSites,
  type ProfileSources,
  type RiskContext,
} from '@giapranh/core';
import { JSON_SUFFIX, readJsonOf, writeJsonOf } from './content-file.js';

/** Which file: another for any other content. */
export interface MeasuredFileOptions {
  readonly dataDir: string;
  readonly profile: string;
  readonly contentHash: string;
}

/** What was found of a content's ground, and what its sites have in common with it, by vintage. */
export type MeasuredContent = ReadonlyMap<
  string,
  { readonly ground: KnownGround; readonly sites: MeasuredDocument }
>;

function pathOf({ dataDir, profile, contentHash }: MeasuredFileOptions): string {
  return join(dataDir, 'measured', `${profile}-${contentHash}${JSON_SUFFIX}`);
}

function sitesOf({ sites }: ProfileSources) {
  return sites.flatMap((dataset) => dataset.sites);
}

/** Keeps what was found, so that the next start need not find it again. */
export async function keepMeasured(
  options: MeasuredFileOptions,
  sources: ProfileSources,
  context: RiskContext,
  measured: MeasuredSites,
): Promise<void> {
  const found = sources.profile.vintages.flatMap(({ id }) => {
    const ground = context.ground(id);
    if (!ground.ok) return [];
    const sites = measured.document(ground.value, sitesOf(sources));
    return [[id, { ground: knownGround(ground.value), sites }] as const];
  });
  await writeJsonOf(pathOf(options), options.profile, found);
}

/** What was kept of this very content, if anything was. */
export async function readMeasured(options: MeasuredFileOptions): Promise<MeasuredContent | undefined> {
  const found = await readJsonOf(pathOf(options));
  return Array.isArray(found) ? new Map(found) : undefined;
}

/** Takes over what is known of the sites. */
export function takeMeasured(
  content: MeasuredContent,
  sources: ProfileSources,
  context: RiskContext,
  measured: MeasuredSites,
): void {
  for (const [vintage, { sites }] of content) {
    const ground = context.ground(vintage);
    if (ground.ok) measured.take(ground.value, sitesOf(sources), sites);
  }
}
