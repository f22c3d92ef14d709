import { type Issue, issue } from '@giapranh/core';
import type { RecordBody, RecordGuard, RecordKind } from './record-store.js';

/** The stored revision is not the one asked for; `undefined` when it may be written. */
export function guardFault(
  kind: RecordKind,
  key: string,
  { expected }: RecordGuard,
  found: number | undefined,
): Issue | undefined {
  if (expected === undefined || expected === (found ?? null)) return undefined;
  return issue(
    'store-record-conflict',
    [kind, key],
    `Bản ghi ${kind} “${key}” đã được sửa hoặc đã có.`,
    `The ${kind} "${key}" was changed meanwhile, or is there already.`,
    { vi: 'Đọc lại rồi ghi trên bản mới.', en: 'Read it again and write over the new one.' },
  );
}

/** As both databases hold it, NFC; `undefined` for text they cannot hold. */
export function recordText(key: string, body: RecordBody): string | undefined {
  const text = JSON.stringify(body).normalize('NFC');
  const broken = (value: string) => value.includes('\0') || /\p{Surrogate}/u.test(value);
  return key === '' || broken(key) || broken(text) || text.includes('\\u0000') ? undefined : text;
}

export function unstorable(kind: RecordKind, key: string): Issue {
  return issue(
    'store-record-value',
    [kind, key],
    'Khóa trống, hoặc chữ có ký tự không lưu được.',
    'The key is empty, or its text cannot be kept.',
  );
}
