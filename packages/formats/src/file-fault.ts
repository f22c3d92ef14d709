import { type Issue, issue } from '@giapranh/core';
import type { ReadLimits } from './limits.js';

const CAUSES: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  ENOENT: ['không có tệp này', 'no such file'],
  EACCES: ['không có quyền đọc', 'no permission to read'],
  EISDIR: ['đây là thư mục', 'this is a folder'],
};

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

/** `file-missing` or `file-unreadable`, from what the file system threw. */
export function fileFault(path: string, error: unknown): Issue {
  const code = errorCode(error);
  const [vi, en] = CAUSES[code] ?? [code, code];
  return issue(
    code === 'ENOENT' ? 'file-missing' : 'file-unreadable',
    [path],
    `Không đọc được tệp: ${vi}.`,
    `The file cannot be read: ${en}.`,
  );
}

/** `file-too-large`. */
export function tooLarge(path: string, limits: ReadLimits): Issue {
  return issue(
    'file-too-large',
    [path],
    `Tệp quá lớn: giới hạn ${limits.file_bytes} byte trên đĩa, ${limits.text_bytes} byte sau khi giải nén.`,
    `The file is too large: the limit is ${limits.file_bytes} bytes on disk, ${limits.text_bytes} unpacked.`,
  );
}
