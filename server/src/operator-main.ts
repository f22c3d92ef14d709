import { text } from 'node:stream/consumers';
import { err, issue, type Result } from '@giapranh/core';
import { readExchangePolicy, readProfile } from '@giapranh/formats';
import { openStore } from '@giapranh/store';
import { z } from 'zod';
import { readAccess } from './access/access.js';
import { readConfig, type ServerConfig } from './config.js';
import { operatorAtMachine } from './operator/operator.js';
import { ORDERS } from './operator/orders.js';
import { say } from './tell.js';

/** An order as JSON on standard input: `{"order":"users.list"}`. */
const ordered = z.looseObject({ order: z.string() });

async function carryOut(config: ServerConfig): Promise<Result<unknown>> {
  const { order, ...asked } = ordered.parse(JSON.parse(await text(process.stdin)));
  const run = Object.entries(ORDERS).find(([known]) => known === order)?.[1];
  if (run === undefined) {
    return err(issue('operator-order', ['order'], `Không có lệnh ${order}.`, `No order ${order}.`));
  }
  const profile = await readProfile(config.dataRoot, config.profile);
  if (!profile.ok) return profile;
  const exchange = await readExchangePolicy(config.dataRoot, profile.value);
  if (!exchange.ok) return exchange;
  const url = config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl };
  const store = await openStore({ dataDir: config.dataDir, profile: profile.value.id, ...url });
  if (!store.ok) return store;
  try {
    const access = await readAccess(store.value, config);
    const world = { profile: profile.value, exchange: exchange.value, store: store.value, access };
    return await run({ ...world, actor: operatorAtMachine() }, asked);
  } finally {
    await store.value.close();
  }
}

/** What an operator does at the machine, for the command: one order in, one result as JSON out, nothing else told. */
const config = readConfig();
say(JSON.stringify(config.ok ? await carryOut(config.value) : config));
