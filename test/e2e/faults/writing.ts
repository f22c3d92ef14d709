import { type FeatureStore, verifyAudit } from '@giapranh/store';
import { expect } from 'vitest';
import { runEditor } from '../../contract/store/editor-process.js';
import { type RunningServer, startRunningServer } from '../../running-server.js';
import { seeded } from '../../seeded.js';
import { FORM, noteFigures } from './form.js';
import { AS_OPERATOR, OPERATOR, record } from './operator.js';

const random = seeded(7);
const WRITERS = 8;

/** Writes until the server is gone; `kill` is called once so many were acknowledged. */
async function writeUntilGone(
  server: RunningServer,
  name: string,
  acknowledged: string[],
  kill: () => Promise<void>,
): Promise<void> {
  const most = acknowledged.length + 5 + Math.floor(random() * 60);
  let [next, killing]: [number, Promise<void> | undefined] = [0, undefined];
  const write = async (): Promise<void> => {
    while (killing === undefined) {
      const id = `${name}-${next}`;
      next += 1;
      const response = await record(server.url, id);
      if (response?.status === 201) acknowledged.push(id);
      if (acknowledged.length >= most) killing ??= kill();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await killing;
}

/** Those of the round that a server on the same store does not have. */
async function lostOf(server: RunningServer, ids: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    ids.map((id) => fetch(`${server.url}/collections/incidents/items/${id}`, { headers: AS_OPERATOR })),
  );
  await Promise.all(found.map((response) => response.arrayBuffer()));
  return ids.filter((_, at) => found[at]?.status !== 200);
}

export interface Kept {
  readonly ids: ReadonlySet<string>;
  readonly entries: number;
}

/** What the store holds of incidents, and of an audit that is whole. */
export async function keptIn(store: FeatureStore): Promise<Kept> {
  const ids = new Set<string>();
  for await (const { id } of store.each('incidents')) ids.add(id);
  const { entries, brokenAt } = await verifyAudit(store.audit);
  await store.close();
  expect(brokenAt).toBeNull();
  return { ids, entries };
}

/** How many acknowledged ones are not there; the audit has one entry for each that came. */
export function lostIn(acknowledged: readonly string[], before: Kept, after: Kept): number {
  expect(after.entries - before.entries).toBe(after.ids.size - before.ids.size);
  return acknowledged.filter((id) => !after.ids.has(id)).length;
}

/** Rounds of writing and killing; each server is ended before the next, also when a round fails. */
export async function rounds(
  name: string,
  variables: Readonly<Record<string, string>>,
  killOf: (server: RunningServer, round: number) => Promise<void>,
): Promise<string[]> {
  const acknowledged: string[] = [];
  const lost: string[] = [];
  const quiet = { ...variables, GIAPRANH_EDIT_TOKEN: OPERATOR, GIAPRANH_LOG: 'fatal' };
  let server = await startRunningServer(quiet);
  try {
    for (let round = 0; round < FORM.kills; round += 1) {
      const before = acknowledged.length;
      await writeUntilGone(server, `${name}${round}`, acknowledged, () => killOf(server, round));
      if (server.hasEnded()) server = await startRunningServer(quiet);
      if (round % 5 === 4) process.stderr.write(`${name}: ${round + 1} rounds\n`);
      lost.push(...(await lostOf(server, acknowledged.slice(before))));
    }
    expect(lost).toEqual([]);
    expect(await server.stop()).toBe(0);
    return acknowledged;
  } finally {
    if (!server.hasEnded()) await server.kill();
  }
}

const EMPTY: Kept = { ids: new Set(), entries: 0 };

interface Killed {
  readonly acknowledged: number;
  readonly lost: number;
}

/** Rounds of a process that writes to an empty store by itself: it is killed, and what it was told of looked for. */
export async function processRounds(
  options: { readonly dataDir: string; readonly databaseUrl?: string },
  open: () => Promise<FeatureStore>,
): Promise<Killed> {
  const acknowledged: string[] = [];
  // The first who opens it makes its tables.
  await (await open()).close();
  for (let round = 0; round < FORM.processKills; round += 1) {
    const most = 5 + Math.floor(random() * 60);
    const run = await runEditor(options, `w${round}`, undefined, (count, child) => {
      if (count >= most) child.kill('SIGKILL');
    });
    expect(run.signal).toBe('SIGKILL');
    acknowledged.push(...run.acknowledged);
    const store = await open();
    const found = await Promise.all(run.acknowledged.map((id) => store.get('incidents', id)));
    await store.close();
    expect(found.filter((feature) => feature === undefined)).toEqual([]);
    if (round % 20 === 19) process.stderr.write(`writers: ${round + 1} rounds\n`);
  }
  return { acknowledged: acknowledged.length, lost: lostIn(acknowledged, EMPTY, await keptIn(await open())) };
}

/** Nothing is lost of what servers and processes were told of; with the figures. */
export function expectNoneLost(name: string, servers: Killed, writers: Killed): void {
  const acknowledged = servers.acknowledged + writers.acknowledged;
  const lost = servers.lost + writers.lost;
  noteFigures(name, { servers: FORM.kills, writers: FORM.processKills, acknowledged, lost });
  expect(lost).toBe(0);
  expect(acknowledged).toBeGreaterThan(4 * (FORM.kills + FORM.processKills));
}
