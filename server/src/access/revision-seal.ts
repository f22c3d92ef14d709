import { createHmac } from 'node:crypto';
import { err, issue, ok, type Result } from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';
import { newSecret } from './secret.js';

const KEY = 'revisions';

/**
 * Revisions count every write of the store, also of what not everybody may know of: readers are told them sealed, the
 * same by all servers of one store.
 */
export class RevisionSeal {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  /** 24 hexadecimal digits, from which neither the revision nor an order can be read. */
  of(subject: string, revision: number | string): string {
    return createHmac('sha256', this.#key).update(`${subject} ${revision}`).digest('hex').slice(0, 24);
  }
}

/** The seal of this store, made when it has none. Issues: `store-record-*`, and what the database refuses. */
export async function openRevisionSeal({
  records,
}: Pick<FeatureStore, 'records'>): Promise<Result<RevisionSeal>> {
  const kept = await records.get('server_key', KEY);
  if (kept === undefined) {
    const made = await records.put('server_key', KEY, { key: newSecret() }, { expected: null });
    // Another server of the store may have been first.
    if (!made.ok && made.issues[0].code !== 'store-record-conflict') return made;
  }
  const key = (kept ?? (await records.get('server_key', KEY)))?.body['key'];
  return typeof key === 'string' && key.length >= 32 ? ok(new RevisionSeal(key)) : err(brokenKey());
}

function brokenKey() {
  return issue(
    'server-key-broken',
    ['server_key', KEY],
    'Khóa của máy chủ trong kho dữ liệu không đọc được.',
    'The key of the server in the store cannot be read.',
    {
      vi: 'Xóa dòng ấy trong bảng server_key; máy chủ tạo khóa mới khi khởi động.',
      en: 'Delete its row in the table server_key; the server makes a new one when it starts.',
    },
  );
}
