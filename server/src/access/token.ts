import { randomBytes } from 'node:crypto';
import { ok, type Result } from '@giapranh/core';
import type { FeatureStore, StoredRecord } from '@giapranh/store';
import { z } from 'zod';
import { rightsSchema } from './account.js';
import { digestOf, isSame, newSecret } from './secret.js';

/** `session` of a browser, `api` of scripts and QGIS, `setup` to choose a password once. */
export type TokenKind = 'session' | 'api' | 'setup';

const tokenSchema = z.strictObject({
  kind: z.enum(['session', 'api', 'setup']),
  /** SHA-256 of the secret: the secret itself is nowhere. */
  hash: z.string(),
  /** Whose; `null` of the link by which the first administrator comes in. */
  account: z.string().nullable(),
  label: z.string(),
  /** Less than the account's rights; absent: all of them. */
  scope: rightsSchema.partial().optional(),
  created_at: z.string(),
  expires_at: z.string(),
  /** Of a session: when something last came by it, to some minutes; and when its password was last given. */
  seen_at: z.string().optional(),
  confirmed_at: z.string().optional(),
});
type TokenBody = z.output<typeof tokenSchema>;

export interface Token extends TokenBody {
  readonly id: string;
}

const FORM = /^gr_([0-9a-f]{16})_([\w-]{43})$/;
/** A session nothing came by for so long has ended (OWASP ASVS 4.0.3, 3.3.2). */
const IDLE_ms = 30 * 60_000;
/** That something came is written no more often than this. */
const SEEN_EVERY_ms = 3 * 60_000;

const PAGE = 500;

/** What people and programs come in by, as records of the store: hashes only, each with its end. */
export class Tokens {
  readonly #store: FeatureStore;
  readonly #now: () => Date;

  constructor(store: FeatureStore, now: () => Date = () => new Date()) {
    this.#store = store;
    this.#now = now;
  }

  /** The text is told once. */
  async issue(
    token: Pick<TokenBody, 'kind' | 'account' | 'label' | 'scope'>,
    lives_s: number,
  ): Promise<Result<{ readonly token: Token; readonly text: string }>> {
    const [id, secret] = [randomBytes(8).toString('hex'), newSecret()];
    const now = this.#now().getTime();
    const body: TokenBody = {
      ...token,
      hash: digestOf(secret),
      created_at: new Date(now).toISOString(),
      expires_at: new Date(now + lives_s * 1000).toISOString(),
    };
    const put = await this.#store.records.put('token', id, body, { expected: null });
    return put.ok ? ok({ token: { id, ...body }, text: `gr_${id}_${secret}` }) : put;
  }

  /** The token of a text, when it is one of ours and has not ended. */
  async read(text: string, kinds: readonly TokenKind[]): Promise<Token | undefined> {
    const [, id, secret] = FORM.exec(text) ?? [];
    if (id === undefined || secret === undefined) return undefined;
    const record = await this.#store.records.get('token', id);
    if (record === undefined) return undefined;
    const token = tokenSchema.parse(record.body);
    const good = isSame(digestOf(secret), token.hash) && kinds.includes(token.kind) && !this.#ended(token);
    if (!good) return undefined;
    const idle_ms = this.#now().getTime() - Date.parse(token.seen_at ?? token.created_at);
    if (token.kind === 'session' && idle_ms > SEEN_EVERY_ms) {
      // One that was ended meanwhile is not brought back: it has another revision, or none.
      await this.#write({ ...record, body: { ...token, seen_at: this.#now().toISOString() } });
    }
    return { id, ...token };
  }

  /** The password of a session was given once more. */
  async confirm(id: string): Promise<void> {
    const record = await this.#store.records.get('token', id);
    if (record === undefined) return;
    await this.#write({ ...record, body: { ...record.body, confirmed_at: this.#now().toISOString() } });
  }

  #write({ key, body, revision }: StoredRecord): Promise<Result<StoredRecord>> {
    return this.#store.records.put('token', key, body, { expected: revision });
  }

  async list(): Promise<readonly Token[]> {
    const tokens: Token[] = [];
    for (let after = ''; ; ) {
      const page = await this.#store.records.list('token', { after, limit: PAGE });
      tokens.push(...page.map(({ key, body }) => ({ id: key, ...tokenSchema.parse(body) })));
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return tokens;
      after = last.key;
    }
  }

  /** Whether this call removed it: of two that use a link up at once, one does. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.#store.records.remove('token', id);
    return removed.ok && removed.value;
  }

  /** Those of a user, or of nobody; and whatever has ended. */
  async removeOf(account: string | null, kinds: readonly TokenKind[]): Promise<void> {
    for (const token of await this.list()) {
      const own = token.account === account && kinds.includes(token.kind);
      if (own || this.#ended(token)) await this.remove(token.id);
    }
  }

  #ended({ kind, created_at, seen_at, expires_at }: TokenBody): boolean {
    const now = this.#now().getTime();
    const isIdle = kind === 'session' && now - Date.parse(seen_at ?? created_at) > IDLE_ms;
    return isIdle || Date.parse(expires_at) <= now;
  }
}
