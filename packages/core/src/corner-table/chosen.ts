import { crsDefinition } from '../crs/lookup.js';
import { type Issue, issue } from '../issue.js';
import { type Candidate, candidateOf } from './diagnosis/candidate.js';
import type { Diagnosis } from './diagnosis/diagnose.js';
import type { SystemSites } from './diagnosis/system.js';

/** The reading a system's geometry is made with, if any. */
export interface Chosen {
  readonly candidate: Candidate | null;
  readonly byUser: boolean;
  readonly issues: readonly Issue[];
}

function named(id: string): { candidate: Candidate | null; issues: readonly Issue[] } {
  const known = candidateOf(id);
  if (known !== null) return { candidate: known, issues: [] };
  const definition = crsDefinition(id);
  if (!definition.ok) return { candidate: null, issues: definition.issues };
  const same = definition.value.id === 'OGC:CRS84' ? 'EPSG:4326' : definition.value.id;
  return { candidate: candidateOf(same), issues: [] };
}

/** The reading the user named, else the certain one, else none. A named one that the document contradicts is told. */
export function choose(system: SystemSites, diagnosis: Diagnosis, crs: string | undefined): Chosen {
  if (crs === undefined) {
    const candidate = diagnosis.verdict === 'certain' ? diagnosis.best : null;
    return { candidate, byUser: false, issues: [] };
  }
  const { candidate, issues } = named(crs);
  if (candidate === null) return { candidate, byUser: true, issues };
  const row = system.sites[0]?.site.parts[0]?.points[0]?.row ?? 1;
  if (candidate.definition.unit !== system.unit) {
    return {
      candidate: null,
      byUser: true,
      issues: [
        issue(
          'corner-crs-unit',
          ['row', row],
          `${candidate.id} không hợp với bảng ghi bằng ${system.unit === 'm' ? 'mét' : 'độ'}`,
          `${candidate.id} does not suit a table written in ${system.unit === 'm' ? 'metres' : 'degrees'}`,
        ),
      ],
    };
  }
  const reading = diagnosis.readings.find((entry) => entry.crs === candidate.id);
  const against = reading?.evidence.filter((entry) => entry.side === 'against' && entry.weight < -1) ?? [];
  if (against.length === 0) return { candidate, byUser: true, issues: [] };
  return {
    candidate,
    byUser: true,
    issues: [
      issue(
        'corner-crs-contradicted',
        ['row', row],
        `Hệ ${candidate.id} do người dùng chỉ định trái với văn bản: ${against.map((entry) => entry.text.vi).join('; ')}`,
        `The system ${candidate.id} named by the user contradicts the document: ${against.map((entry) => entry.text.en).join('; ')}`,
        {
          vi: 'Hình vẫn được dựng theo chỉ định; hãy kiểm tra lại trước khi dùng.',
          en: 'The geometry is made as asked; check before using it.',
        },
      ),
    ],
  };
}
