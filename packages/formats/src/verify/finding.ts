import type { Issue, LocalText } from '@giapranh/core';

/** One thing a check measured that is not as it should be. */
export interface Finding {
  /** What kind; known defects of the manifest are matched by it. */
  readonly code: string;
  /** Code or id of the unit, site or column; `null` for the dataset as a whole. */
  readonly subject: string | null;
  /** How much, in `unit`; the bound of a known defect is compared with it. */
  readonly measured: number;
  readonly unit: string;
  readonly message: LocalText;
}

/** What one check says of one dataset. */
export interface CheckOutcome {
  readonly check: CheckId;
  /** Dataset id, several joined by ` + ` where they are one coverage, or `profile <id>`. */
  readonly subject: string;
  /** What was looked at, in one phrase, for the table. */
  readonly summary: LocalText;
  readonly findings: readonly Finding[];
}

export type CheckId =
  | 'checksum'
  | 'schema'
  | 'validity'
  | 'areas'
  | 'shared-borders'
  | 'lineage'
  | 'references';

export const CHECK_TITLES: Readonly<Record<CheckId, LocalText>> = {
  checksum: { vi: 'Mã băm', en: 'checksum' },
  schema: { vi: 'Cấu trúc', en: 'schema' },
  validity: { vi: 'Hình học hợp lệ', en: 'geometry validity' },
  areas: { vi: 'Diện tích', en: 'areas' },
  'shared-borders': { vi: 'Ranh giới chung', en: 'shared borders' },
  lineage: { vi: 'Chuyển đổi đơn vị', en: 'lineage' },
  references: { vi: 'Tham chiếu', en: 'references' },
};

/** An issue of a reader, as a finding: counts one. */
export function findingOf(fault: Issue): Finding {
  return {
    code: fault.code,
    subject: fault.path.length === 0 ? null : fault.path.join('/'),
    measured: 1,
    unit: 'faults',
    message: fault.message,
  };
}
