import { numberText } from '@giapranh/core';
import type { CheckOutcome, Finding } from './finding.js';
import type { LoadedDataset } from './loaded-dataset.js';

/** The file is byte for byte the one the manifest describes. Findings: `file-missing`, `data-checksum`. */
export function checkChecksum(loaded: LoadedDataset): CheckOutcome {
  const { dataset, sha256, bytes } = loaded;
  const size = numberText(bytes, 0);
  const differs: Finding = {
    code: sha256 === null ? 'file-missing' : 'data-checksum',
    subject: dataset.path,
    measured: 1,
    unit: 'faults',
    message:
      sha256 === null
        ? { vi: `Không đọc được ${dataset.path}.`, en: `${dataset.path} cannot be read.` }
        : {
            vi: `Tệp có ${bytes} byte, SHA-256 ${sha256}; danh mục ghi ${dataset.bytes} byte, ${dataset.sha256}.`,
            en: `The file has ${bytes} bytes, SHA-256 ${sha256}; the manifest says ${dataset.bytes} bytes, ${dataset.sha256}.`,
          },
  };
  return {
    check: 'checksum',
    subject: dataset.id,
    summary: { vi: `${size.vi} byte`, en: `${size.en} bytes` },
    findings: sha256 === dataset.sha256 && bytes === dataset.bytes ? [] : [differs],
  };
}
