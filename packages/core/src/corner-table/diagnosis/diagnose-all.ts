import type { CornerTableContext } from '../result.js';
import { type Diagnosis, diagnose } from './diagnose.js';
import { moreEvidence } from './more-evidence.js';
import type { SystemSites } from './system.js';

export interface DiagnosedSystem {
  readonly system: SystemSites;
  readonly diagnosis: Diagnosis;
}

/** Systems are diagnosed alone first; what is certain then is a neighbour to the others. */
export function diagnoseAll(
  systems: readonly SystemSites[],
  { gazetteer, neighbours = [] }: CornerTableContext,
): readonly DiagnosedSystem[] {
  const alone = systems.map((system) => ({
    system,
    diagnosis: diagnose(system, gazetteer, moreEvidence(system, neighbours)),
  }));
  return alone.map((entry) => {
    const others = alone.flatMap(({ diagnosis }) => {
      const position = diagnosis.verdict === 'certain' ? diagnosis.readings[0]?.position : null;
      return diagnosis === entry.diagnosis || position === null || position === undefined ? [] : [position];
    });
    if (others.length === 0) return entry;
    const more = moreEvidence(entry.system, [...neighbours, ...others]);
    return { system: entry.system, diagnosis: diagnose(entry.system, gazetteer, more) };
  });
}
