import type { GeometryKernel } from '@giapranh/core';
import { textOf } from '../record.js';
import type { CheckOutcome, Finding } from './finding.js';
import type { LoadedDataset } from './loaded-dataset.js';

/** Polygons are valid by OGC simple features. Findings: `geometry-invalid`, one a feature. */
export function checkValidity(kernel: GeometryKernel, loaded: LoadedDataset): CheckOutcome {
  const { dataset, features } = loaded;
  const polygons = features.filter((feature) => feature.geometry.type.endsWith('Polygon'));
  const findings = polygons.flatMap((feature): Finding[] => {
    const invalid = kernel.invalidReason(feature.geometry);
    if (invalid.ok && invalid.value === null) return [];
    const why = invalid.ok ? (invalid.value?.reason ?? '') : (invalid.issues[0].message.en ?? '');
    const at = invalid.ok ? (invalid.value?.at ?? []).join(' ') : '';
    return [
      {
        code: 'geometry-invalid',
        subject: textOf(feature.properties, 'code') ?? `#${feature.index}`,
        measured: 1,
        unit: 'faults',
        message: { vi: `Vùng không hợp lệ: ${why} (${at})`, en: `Invalid polygon: ${why} (${at})` },
      },
    ];
  });
  return {
    check: 'validity',
    subject: dataset.id,
    summary: { vi: `${polygons.length} vùng`, en: `${polygons.length} polygons` },
    findings,
  };
}
