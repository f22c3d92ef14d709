import { heldUnitCodes, type UnitKinship } from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';
import type { ServerConfig } from '../config.js';
import { UNIT_KINSHIP } from '../load/unit-index.js';
import { type Account, Accounts, type Rights } from './account.js';
import { Attempts } from './attempts.js';
import { LatelyKnown } from './lately-known.js';
import { mayDo, type Reader } from './reader.js';
import { lesserRole } from './role.js';
import { digestOf, isSame } from './secret.js';
import { type Token, type TokenKind, Tokens } from './token.js';

/** Whoever bears the operator's token of the environment. */
const OPERATOR: Reader = {
  id: 'operator',
  role: 'admin',
  secrecy: ['public', 'internal', 'restricted'],
  units: 'all',
  authority: 'GIAPRANH_EDIT_TOKEN',
};

function scoped({ role, secrecy, units }: Rights, scope: Token['scope']): Rights {
  const { role: asked = role, secrecy: levels = secrecy, units: only = units } = scope ?? {};
  return {
    role: lesserRole(role, asked),
    secrecy: secrecy.filter((level) => levels.includes(level)),
    units: scope?.units === undefined ? units : only,
  };
}

/** What the session's requests carry beside the cookie; made of the cookie's secret, which no other page knows. */
export function csrfOf(cookie: string): string {
  return digestOf(`csrf ${cookie}`);
}

/** The one place that says who somebody is: users, tokens, and units carried by lineage. */
export class Access {
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly attempts = new Attempts();
  readonly #editToken: string | undefined;
  readonly #kinship: UnitKinship;
  readonly #held = new Map<string, readonly string[]>();
  readonly #lately = new LatelyKnown();
  #onWriter = (): void => undefined;

  constructor(store: FeatureStore, { editToken }: Pick<ServerConfig, 'editToken'>, kinship: UnitKinship) {
    this.accounts = new Accounts(store);
    this.tokens = new Tokens(store);
    this.#editToken = editToken;
    this.#kinship = kinship;
  }

  /** Tells when somebody who may record is let in, each time. */
  onWriter(listener: () => void): void {
    this.#onWriter = listener;
  }

  /** What the features of these units (`vintage:code`) may name as theirs. */
  codesOf(units: Rights['units']): 'all' | readonly string[] {
    if (units === 'all') return units;
    const key = [...units].sort().join(' ');
    const codes = this.#held.get(key) ?? heldUnitCodes(this.#kinship, units);
    this.#held.set(key, codes);
    return codes;
  }

  /** Those of `units` that are not in the profile's lists. */
  unknownUnits(units: Rights['units']): readonly string[] {
    const known = new Set(this.#kinship.units.map(({ key }) => key));
    return units === 'all' ? [] : units.filter((unit) => !known.has(unit));
  }

  /**
   * Who bears a token or a cookie; `undefined` for nobody: unknown, ended, or of a user who was shut out. While the store is
   * away, who was known lately is still known: what they may read is in memory, and nothing can be written.
   */
  async bearer(text: string, kinds: readonly TokenKind[]): Promise<Reader | undefined> {
    const key = digestOf(`${kinds.join()} ${text}`);
    const reader = await this.#lately.known(key, () => this.#readerOf(text, kinds));
    if (reader !== undefined && mayDo(reader, 'write')) this.#onWriter();
    return reader;
  }

  async #readerOf(text: string, kinds: readonly TokenKind[]): Promise<Reader | undefined> {
    if (this.#editToken !== undefined && kinds.includes('api') && isSame(text, this.#editToken))
      return OPERATOR;
    const token = await this.tokens.read(text, kinds);
    if (token?.account == null) return undefined;
    const account = await this.accounts.get(token.account);
    if (account === undefined || account.disabled) return undefined;
    return this.#readerBy(account, token, text);
  }

  #readerBy(account: Account, token: Token, text: string): Reader {
    const rights = scoped(account, token.scope);
    const own = this.codesOf(account.units);
    const asked = this.codesOf(rights.units);
    const units = own === 'all' ? asked : asked === 'all' ? own : asked.filter((unit) => own.includes(unit));
    const where = rights.units === 'all' ? 'all units' : rights.units.join(' ');
    return {
      id: account.name,
      role: rights.role,
      secrecy: rights.secrecy,
      units,
      authority: `${rights.role}, ${where}, ${token.kind} ${token.id}`,
      token: token.id,
      ...(token.kind === 'session'
        ? { csrf: csrfOf(text), confirmedAt: token.confirmed_at ?? token.created_at }
        : {}),
    };
  }
}

/** How the units of the profile descend, as the last load left it. */
export async function readAccess(store: FeatureStore, config: ServerConfig): Promise<Access> {
  const kept = await store.records.get('analysis_input', UNIT_KINSHIP);
  const kinship = (kept?.body ?? { units: [], links: [] }) as unknown as UnitKinship;
  return new Access(store, config, kinship);
}
