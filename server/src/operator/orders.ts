import { writeFile } from 'node:fs/promises';
import { err, issue, ok, parseIsoDate, type Result, vietnamDay } from '@giapranh/core';
import { readExchangeFile } from '@giapranh/formats';
import { z } from 'zod';
import type { Access } from '../access/access.js';
import type { Account } from '../access/account.js';
import type { Reader } from '../access/reader.js';
import { addToken, newToken, revokeToken, shownToken } from '../access/token-acts.js';
import {
  addUser,
  changedUser,
  changeUser,
  newUser,
  removeUser,
  renewLink,
  shownUser,
} from '../access/user-acts.js';
import { applyPackage, CONFLICT_CHOICES } from '../exchange/apply-package.js';
import { type Comparison, comparePackage } from '../exchange/compare-package.js';
import { EXCHANGE_FAULTS } from '../exchange/exchange-fault.js';
import { makePackage } from '../exchange/make-package.js';
import { toldComparison } from '../exchange/told.js';
import type { ExchangeWorld } from '../exchange/world.js';
import { PROBLEMS } from '../problems.js';

/** What orders at the machine work with. */
export interface OperatorWorld extends ExchangeWorld {
  readonly access: Access;
  readonly actor: Reader;
}

const name = z.string();
const pack = z.strictObject({
  file: z.string(),
  sha256: z.string().optional(),
  conflicts: z.enum(CONFLICT_CHOICES).default('ours'),
});

/** An order and what carries it out. */
interface Order<T> {
  readonly schema: z.ZodType<T>;
  readonly run: (world: OperatorWorld, asked: T) => Promise<Result<unknown>>;
}

function order<T>(schema: z.ZodType<T>, run: Order<T>['run']) {
  return (world: OperatorWorld, body: unknown): Promise<Result<unknown>> => {
    const read = schema.safeParse(body);
    if (read.success) return run(world, read.data);
    const [first, ...rest] = read.error.issues.map((fault) =>
      issue(
        'operator-order',
        fault.path.map(String),
        `Không đúng: ${fault.path.join('/')}: ${fault.message}`,
        `Not right: ${fault.path.join('/')}: ${fault.message}`,
      ),
    );
    return Promise.resolve(first === undefined ? err(PROBLEMS.malformed) : err(first, ...rest));
  };
}

async function withUser<T>(
  { access }: OperatorWorld,
  asked: string,
  run: (account: Account) => Promise<Result<T>>,
): Promise<Result<T>> {
  const account = await access.accounts.get(asked);
  return account === undefined ? err(PROBLEMS.noSuchUser) : run(account);
}

function mapped<T, U>(result: Result<T>, map: (value: T) => U): Result<U> {
  return result.ok ? ok(map(result.value), result.notes) : result;
}

async function compared(world: OperatorWorld, asked: z.output<typeof pack>): Promise<Result<Comparison>> {
  const read = await readExchangeFile(asked.file);
  if (!read.ok) return read;
  const { sha256 } = read.value;
  if ((asked.sha256 ?? sha256) !== sha256) return err(EXCHANGE_FAULTS.otherSum(asked.sha256 ?? '', sha256));
  return comparePackage(world, read.value);
}

/** Every order, by name: the same rules and the same audit as over HTTP. */
export const ORDERS = {
  'users.list': order(z.strictObject({}), async ({ access }) => {
    return ok((await access.accounts.list()).map(shownUser));
  }),
  'users.add': order(newUser, async (world, asked) =>
    mapped(await addUser(world, asked), ({ account, setup }) => ({ ...shownUser(account), setup })),
  ),
  'users.change': order(changedUser.extend({ name }), (world, { name: who, ...change }) =>
    withUser(world, who, async (account) => mapped(await changeUser(world, account, change), shownUser)),
  ),
  'users.remove': order(z.strictObject({ name }), (world, { name: who }) =>
    withUser(world, who, (account) => removeUser(world, account)),
  ),
  'users.link': order(z.strictObject({ name }), (world, { name: who }) =>
    withUser(world, who, async (account) =>
      mapped(await renewLink(world, account), (setup) => ({ ...shownUser(account), setup })),
    ),
  ),
  'tokens.list': order(z.strictObject({ user: name.optional() }), async ({ access }, { user }) => {
    const found = (await access.tokens.list()).filter(
      ({ kind, account }) => kind === 'api' && (user === undefined || account === user),
    );
    return ok(found.map(shownToken));
  }),
  'tokens.create': order(newToken.extend({ user: name }), (world, { user, ...asked }) =>
    withUser(world, user, async (account) => {
      if (account.disabled) return err(PROBLEMS.noSuchUser);
      const made = await addToken(world, account.name, asked);
      return mapped(made, ({ token, text }) => ({ ...shownToken(token), token: text }));
    }),
  ),
  'tokens.revoke': order(z.strictObject({ id: name }), (world, { id }) => revokeToken(world, id, () => true)),
  'exchange.export': order(
    z.strictObject({ with: z.string(), asOf: z.string().optional(), out: z.string() }),
    async (world, asked) => {
      const asOf = asked.asOf === undefined ? vietnamDay(new Date()) : parseIsoDate(asked.asOf);
      if (asOf === undefined) return err(EXCHANGE_FAULTS.noVintage(asked.asOf ?? ''));
      const at = new Date().toISOString();
      const made = await makePackage(world, world.actor, { with: asked.with, asOf, at });
      if (!made.ok) return made;
      const { bytes, sha256, manifest } = made.value;
      await writeFile(asked.out, bytes);
      return ok({ file: asked.out, bytes: bytes.length, sha256, manifest });
    },
  ),
  'exchange.diff': order(pack, async (world, asked) =>
    mapped(await compared(world, asked), (comparison) => ({
      applied: false,
      ...toldComparison(comparison),
    })),
  ),
  'exchange.import': order(pack, async (world, asked) => {
    const comparison = await compared(world, asked);
    if (!comparison.ok) return comparison;
    const { conflicts } = asked;
    const at = new Date().toISOString();
    const done = await applyPackage(world, comparison.value, { reader: world.actor, at, conflicts });
    return mapped(done, (written) => ({ applied: true, written, ...toldComparison(comparison.value) }));
  }),
} as const;
