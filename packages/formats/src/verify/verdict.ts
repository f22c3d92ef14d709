import type { LocalText } from '@giapranh/core';
import type { Dataset, KnownDefect } from '../manifest.js';
import { CHECK_TITLES, type CheckId, type CheckOutcome, type Finding } from './finding.js';

export interface JudgedFinding extends Finding {
  /** The recorded defect that covers it; `null` makes it a fault. */
  readonly known: KnownDefect | null;
}

export interface VerifyRow {
  readonly check: CheckId;
  readonly title: LocalText;
  readonly subject: string;
  /** `known`: every finding is a recorded defect within its bound. */
  readonly verdict: 'ok' | 'known' | 'fault';
  readonly summary: LocalText;
  readonly findings: readonly JudgedFinding[];
}

function covers(defect: KnownDefect, finding: Finding): boolean {
  return (
    defect.code === finding.code &&
    defect.unit === finding.unit &&
    finding.measured <= defect.max &&
    (defect.subjects === undefined || (finding.subject !== null && defect.subjects.includes(finding.subject)))
  );
}

/** Holds an outcome against what the manifest says is known of its datasets. */
export function judge(outcome: CheckOutcome, datasets: readonly Dataset[]): VerifyRow {
  const defects = datasets.flatMap((dataset) => dataset.known_defects);
  const findings = outcome.findings.map((finding) => ({
    ...finding,
    known: defects.find((defect) => covers(defect, finding)) ?? null,
  }));
  const worst = findings.some((finding) => finding.known === null) ? 'fault' : 'known';
  return {
    check: outcome.check,
    title: CHECK_TITLES[outcome.check],
    subject: outcome.subject,
    verdict: findings.length === 0 ? 'ok' : worst,
    summary: outcome.summary,
    findings,
  };
}
