import { err, issue, ok, type Result } from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';
import { z } from 'zod';
import { ROLES } from './role.js';

const SECRECY = ['public', 'internal', 'restricted'] as const;

/** What an account may: its role, the levels it reads, the units (`vintage:code`) it is limited to. */
export const rightsSchema = z.strictObject({
  role: z.enum(ROLES),
  secrecy: z.array(z.enum(SECRECY)).max(3),
  units: z.union([z.literal('all'), z.array(z.string().regex(/^[^\s:]+:\d{2,5}$/)).max(500)]),
});
export type Rights = z.output<typeof rightsSchema>;

export const userName = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/);

const accountSchema = rightsSchema.extend({
  name: userName,
  /** Argon2id, PHC; `null` until the setup link was used. */
  password: z.string().nullable(),
  disabled: z.boolean(),
  created_at: z.string(),
});
export type Account = z.output<typeof accountSchema>;

const PAGE = 500;

/** The users, as records of the store. */
export class Accounts {
  readonly #store: FeatureStore;

  constructor(store: FeatureStore) {
    this.#store = store;
  }

  async get(name: string): Promise<Account | undefined> {
    const parsed = userName.safeParse(name);
    if (!parsed.success) return undefined;
    const record = await this.#store.records.get('account', parsed.data);
    return record === undefined ? undefined : accountSchema.parse(record.body);
  }

  async list(): Promise<readonly Account[]> {
    const accounts: Account[] = [];
    for (let after = ''; ; ) {
      const page = await this.#store.records.list('account', { after, limit: PAGE });
      accounts.push(...page.map(({ body }) => accountSchema.parse(body)));
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return accounts;
      after = last.key;
    }
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#store.records.list('account', { limit: 1 })).length === 0;
  }

  /** Issue: `server-user-exists`. */
  async add(account: Account): Promise<Result<Account>> {
    const put = await this.#store.records.put('account', account.name, { ...account }, { expected: null });
    if (put.ok) return ok(account);
    return put.issues[0].code === 'store-record-conflict'
      ? err(issue('server-user-exists', ['name'], 'Đã có người dùng này.', 'There is such a user already.'))
      : put;
  }

  async change(account: Account): Promise<Result<Account>> {
    const put = await this.#store.records.put('account', account.name, { ...account });
    return put.ok ? ok(account) : put;
  }

  async remove(name: string): Promise<Result<boolean>> {
    return this.#store.records.remove('account', name);
  }
}
