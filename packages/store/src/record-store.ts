import type { Result } from '@giapranh/core';

/** Tables of documents with a key: what is kept beside features. */
export const RECORD_KINDS = [
  'document',
  'account',
  'token',
  'analysis_input',
  'analysis_run',
  'job',
  'exchange',
  'server_key',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const RECORD_TITLES = {
  document: { vi: 'Văn bản', en: 'Documents' },
  account: { vi: 'Người dùng', en: 'Users' },
  token: { vi: 'Khóa truy cập (chỉ mã băm)', en: 'Access tokens (hashes only)' },
  analysis_input: { vi: 'Dữ liệu đầu vào của phân tích', en: 'Inputs of analyses' },
  analysis_run: { vi: 'Các lần phân tích', en: 'Runs of analyses' },
  job: { vi: 'Tác vụ', en: 'Jobs' },
  exchange: { vi: 'Gói trao đổi đã nhận', en: 'Exchange packages taken in' },
  server_key: { vi: 'Khóa của máy chủ', en: 'Keys of the server' },
} as const satisfies Record<RecordKind, { vi: string; en: string }>;

/** Any JSON object. */
export type RecordBody = Readonly<Record<string, unknown>>;

export interface StoredRecord {
  readonly key: string;
  readonly body: RecordBody;
  readonly revision: number;
}

/** `expected`: the revision the writer saw; `null`: there must be none yet; absent: whatever there is. */
export interface RecordGuard {
  readonly expected?: number | null;
}

/** Reads throw `StoreFault`, as those of features do. */
export interface RecordStore {
  get(kind: RecordKind, key: string): Promise<StoredRecord | undefined>;
  /** By key, after the one given. */
  list(
    kind: RecordKind,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly StoredRecord[]>;
  /** Issues: `store-record-conflict`, `store-record-value`, and what the database refuses. */
  put(kind: RecordKind, key: string, body: RecordBody, guard?: RecordGuard): Promise<Result<StoredRecord>>;
  /** The value: whether there was one. Issues as of `put`. */
  remove(kind: RecordKind, key: string, guard?: RecordGuard): Promise<Result<boolean>>;
}
