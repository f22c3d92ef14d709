import {
  loadGeometryKernel,
  MeasuredSites,
  ok,
  type ProfileSources,
  type Result,
  RiskContext,
} from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';
import { keepMeasured, readMeasured, takeMeasured } from '../load/measured-file.js';
import type { AnalysisThreadData } from './analysis-messages.js';

/** What every run of the analysis stands on. */
export interface LiveGround {
  readonly sources: ProfileSources;
  readonly context: RiskContext;
  readonly measured: MeasuredSites;
  /** Keeps what was measured for the next start, when it was not kept before; that it cannot be is no fault. */
  keep(): Promise<void>;
}

/** Some seconds, once. Issues: those of `readProfileSources`. */
export async function makeLiveGround(data: AnalysisThreadData): Promise<Result<LiveGround>> {
  const kernel = await loadGeometryKernel();
  const read = await readProfileSources(data.dataRoot, data.profile, kernel);
  if (!read.ok) return read;
  const kept = await readMeasured(data);
  const known = new Map([...(kept ?? [])].map(([vintage, { ground }]) => [vintage, ground]));
  const sources = read.value;
  const context = new RiskContext(kernel, kept === undefined ? sources : { ...sources, known });
  const measured = new MeasuredSites();
  for (const vintage of sources.profile.vintages) context.ground(vintage.id);
  if (kept !== undefined) takeMeasured(kept, sources, context, measured);
  const keep = async (): Promise<void> => {
    if (kept === undefined) await keepMeasured(data, sources, context, measured).catch(() => undefined);
  };
  return ok({ sources, context, measured, keep });
}
