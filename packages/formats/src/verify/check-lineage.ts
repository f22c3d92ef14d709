import { type AdminUnit, numberText } from '@giapranh/core';
import { withColumns } from '../csv-columns.js';
import { parseCsv } from '../csv-table.js';
import { type CheckOutcome, type Finding, findingOf } from './finding.js';
import type { LoadedDataset } from './loaded-dataset.js';

const COLUMNS = [
  'old_commune_code',
  'old_district_code',
  'old_province_code',
  'new_commune_code',
  'new_commune',
  'new_province_code',
  'kind',
  'new_code_in_geometry_if_different',
] as const;

function unknown(subject: string, side: 'old' | 'new'): Finding {
  const [vi, en] = side === 'old' ? ['cũ', 'old'] : ['mới', 'new'];
  return {
    code: 'lineage-code-unknown',
    subject,
    measured: 1,
    unit: 'codes',
    message: {
      vi: `Mã ${vi} ${subject} không có trong danh mục.`,
      en: `The ${en} code ${subject} is not in the list.`,
    },
  };
}

function differs(subject: string, drawn: string): Finding {
  return {
    code: 'lineage-code-differs',
    subject,
    measured: 1,
    unit: 'codes',
    message: {
      vi: `Mã xã mới ${subject} trong nghị quyết là ${drawn} trong danh mục.`,
      en: `The new commune ${subject} of the resolution is ${drawn} in the list.`,
    },
  };
}

function unlinked(unit: AdminUnit): Finding {
  return {
    code: 'lineage-commune-unlinked',
    subject: unit.code,
    measured: 1,
    unit: 'codes',
    message: {
      vi: `${unit.name} (${unit.code}, ${unit.vintage}) không có trong bảng chuyển đổi.`,
      en: `${unit.name} (${unit.code}, ${unit.vintage}) is not in the lineage.`,
    },
  };
}

/**
 * Every code of the lineage is in the list of its vintage, and every commune of both lists is in the lineage.
 * Findings: `lineage-code-unknown`, `lineage-code-differs`, `lineage-commune-unlinked`, one a code.
 */
export function checkLineage(loaded: LoadedDataset, units: readonly AdminUnit[]): CheckOutcome {
  const head = { check: 'lineage', subject: loaded.dataset.id } as const;
  const table = parseCsv(loaded.text ?? '', loaded.dataset.id);
  const rows = table.ok ? withColumns(table.value, COLUMNS, loaded.dataset.id) : table;
  if (!rows.ok) {
    const findings = rows.issues.map(findingOf);
    return { ...head, summary: { vi: 'không đọc được', en: 'not readable' }, findings };
  }
  const current = loaded.dataset.vintage;
  const codesOf = (level: string, former: boolean): ReadonlySet<string> =>
    new Set(
      units
        .filter((unit) => unit.level === level && (unit.vintage !== current) === former)
        .map((unit) => unit.code),
    );
  const [oldCommunes, oldDistricts, newCommunes] = [
    codesOf('commune', true),
    codesOf('district', true),
    codesOf('commune', false),
  ];
  const findings = new Map<string, Finding>();
  const add = (finding: Finding): void => {
    findings.set(`${finding.code} ${finding.subject}`, finding);
  };
  const linkedOld = new Set<string>();
  const linkedNew = new Set<string>();
  for (const row of rows.value) {
    const from = row.old_commune_code;
    const to = row.new_code_in_geometry_if_different || row.new_commune_code;
    // An island district without communes stands for itself.
    if (from !== '') linkedOld.add(from);
    linkedNew.add(to);
    if (from !== '' && !oldCommunes.has(from)) add(unknown(from, 'old'));
    if (!oldDistricts.has(row.old_district_code)) add(unknown(row.old_district_code, 'old'));
    if (!newCommunes.has(to)) add(unknown(to, 'new'));
    if (to !== row.new_commune_code) add(differs(row.new_commune_code, to));
  }
  for (const unit of units) {
    const linked = unit.vintage === current ? linkedNew : linkedOld;
    if (unit.level === 'commune' && !linked.has(unit.code)) add(unlinked(unit));
  }
  const [all, old, now] = [rows.value.length, linkedOld.size, linkedNew.size].map((count) =>
    numberText(count, 0),
  );
  const summary = {
    vi: `${all?.vi} dòng, ${old?.vi} xã cũ, ${now?.vi} xã mới`,
    en: `${all?.en} rows, ${old?.en} old communes, ${now?.en} new`,
  };
  return { ...head, summary, findings: [...findings.values()] };
}
