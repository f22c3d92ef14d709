import { type GeometryKernel, lengthText, measureCoverage, numberText } from '@giapranh/core';
import type { MultiPolygon, Polygon } from 'geojson';
import { textOf } from '../record.js';
import type { CheckOutcome, Finding } from './finding.js';
import { findingOf } from './finding.js';
import type { LoadedDataset } from './loaded-dataset.js';

/** Less than this share of the inner borders matching segment by segment means the polygons were drawn apart. */
const MATCHED_SHARE = 0.999;
/** Digitising leaves specks; below a square metre in all the statements about an area of land are the same. */
const OVERLAP_TOLERANCE_m2 = 1;

interface CodedGround {
  readonly code: string;
  readonly ground: Polygon | MultiPolygon;
}

function grounds(loaded: LoadedDataset): CodedGround[] {
  return loaded.features.flatMap(({ properties, geometry, index }): CodedGround[] =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? [{ code: textOf(properties, 'code') ?? `#${index}`, ground: geometry }]
      : [],
  );
}

/**
 * Polygons of one level and one drawing meet without overlaps and gaps, and with the same segments. Findings:
 * `coverage-overlap` (m2, one a pair from 1 m² on, subject `a+b`), `coverage-gap` (m2 in all), `coverage-unmatched` (% of the
 * inner borders).
 */
export function checkSharedBorders(kernel: GeometryKernel, sets: readonly LoadedDataset[]): CheckOutcome {
  const subject = sets.map(({ dataset }) => dataset.id).join(' + ');
  const units = sets.flatMap(grounds);
  const measured = measureCoverage(
    kernel,
    units.map((unit) => unit.ground),
  );
  if (!measured.ok) {
    const findings = measured.issues.map(findingOf);
    return {
      check: 'shared-borders',
      subject,
      summary: { vi: 'không đo được', en: 'not measured' },
      findings,
    };
  }
  const { inner_m, matched_m, overlaps, gaps } = measured.value;
  const code = (index: number): string => units[index]?.code ?? '';
  const counted = overlaps.filter(({ area_m2 }) => area_m2 >= OVERLAP_TOLERANCE_m2);
  const findings = counted.map(({ a, b, area_m2 }): Finding => {
    const pair = [code(a), code(b)].sort().join('+');
    const area = numberText(area_m2, 1);
    return {
      code: 'coverage-overlap',
      subject: pair,
      measured: Math.round(area_m2 * 10) / 10,
      unit: 'm2',
      message: {
        vi: `${pair} chồng nhau ${area.vi} m².`,
        en: `${pair} overlap by ${area.en} m².`,
      },
    };
  });
  const gap_m2 = gaps.reduce((sum, gap) => sum + gap.area_m2, 0);
  const gap = numberText(gap_m2, 1);
  if (gaps.length > 0) {
    findings.push({
      code: 'coverage-gap',
      subject: null,
      measured: Math.round(gap_m2 * 10) / 10,
      unit: 'm2',
      message: {
        vi: `${gaps.length} khe hở, tổng ${gap.vi} m².`,
        en: `${gaps.length} gaps, ${gap.en} m² in all.`,
      },
    });
  }
  const share = inner_m === 0 ? 1 : matched_m / inner_m;
  if (share < MATCHED_SHARE) {
    const missing = Math.round((1 - share) * 10_000) / 100;
    findings.push({
      code: 'coverage-unmatched',
      subject: null,
      measured: missing,
      unit: '%',
      message: {
        vi: `${numberText(missing, 2).vi} % ranh giới chung không khớp từng đoạn.`,
        en: `${numberText(missing, 2).en} % of the shared borders do not match segment by segment.`,
      },
    });
  }
  const length = lengthText(inner_m);
  const percent = numberText(share * 100, 2);
  return {
    check: 'shared-borders',
    subject,
    summary: { vi: `${length.vi}, khớp ${percent.vi} %`, en: `${length.en}, ${percent.en} % matched` },
    findings,
  };
}

/** Datasets that together are one coverage: same level, drawing and vintage. */
export function coverageGroups(loaded: readonly LoadedDataset[]): readonly (readonly LoadedDataset[])[] {
  const groups = new Map<string, LoadedDataset[]>();
  for (const entry of loaded) {
    const { kind, drawing, vintage } = entry.dataset;
    if (drawing === null || !['communes', 'districts', 'provinces'].includes(kind)) continue;
    const key = [kind, drawing, vintage].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}
