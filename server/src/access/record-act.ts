import type { Result } from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';
import type { Reader } from './reader.js';

/** An act that is no edit of a feature. Secrets never come here. */
interface Act {
  readonly action: string;
  readonly subject: 'account' | 'token' | 'session' | 'exchange';
  readonly id: string;
  readonly before?: object;
  readonly after?: object;
}

/** Kept before the act is done: nothing is done that the audit does not know of. */
export async function recordAct(
  store: FeatureStore,
  reader: Pick<Reader, 'id' | 'authority'>,
  { action, subject, id, before, after }: Act,
): Promise<Result<unknown>> {
  const text = (value: object | undefined) => (value === undefined ? null : JSON.stringify(value));
  return store.audit.append([
    {
      at: new Date().toISOString(),
      who: reader.id,
      action,
      subject,
      id,
      before: text(before),
      after: text(after),
      authority: reader.authority ?? null,
    },
  ]);
}
