import {
  type GeometryKernel,
  loadGeometryKernel,
  ok,
  type ProfileSources,
  type Result,
  RiskContext,
  type UnitWorld,
  unitWorld,
} from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';
import { OverlapLayers } from './overlap-layers.js';

/** What processes compute with: the profile's data, read once in the thread. */
export interface ProcessWorld {
  readonly kernel: GeometryKernel;
  readonly sources: ProfileSources;
  readonly units: UnitWorld;
  readonly risk: RiskContext;
  /** Made when first asked about. */
  readonly overlapLayers: OverlapLayers;
}

export async function readWorld(dataRoot: string, profile: string): Promise<Result<ProcessWorld>> {
  const kernel = await loadGeometryKernel();
  const sources = await readProfileSources(dataRoot, profile, kernel);
  if (!sources.ok) return sources;
  return ok({
    kernel,
    sources: sources.value,
    units: unitWorld(kernel, sources.value),
    risk: new RiskContext(kernel, sources.value),
    overlapLayers: new OverlapLayers(),
  });
}
