import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { err, type Issue, issue, ok, type Result } from '@giapranh/core';
import type { FeatureStore } from '../feature-store.js';
import { StoreFault } from '../store-fault.js';
import type { DumpItem } from './dump-item.js';
import { itemOf, lineOf } from './dump-line.js';

const FORMAT = 'giapranh-dump';
const VERSION = 1;

/** What a dump holds: features by layer, records by kind, audit entries. */
export type DumpCounts = Readonly<Record<string, number>>;

function countedAs(item: DumpItem): string {
  if (item.kind === 'feature') return item.feature.layer;
  return item.kind === 'record' ? item.table : item.kind;
}

class Tally {
  readonly #hash: Hash = createHash('sha256');
  readonly counts: Record<string, number> = {};

  add(line: string): void {
    this.#hash.update(line).update('\n');
  }

  count(item: DumpItem): void {
    const name = countedAs(item);
    this.counts[name] = (this.counts[name] ?? 0) + 1;
  }

  end(): string {
    return JSON.stringify({ end: true, counts: this.counts, sha256: this.#hash.digest('hex') });
  }
}

async function* dumpLines(store: FeatureStore, tally: Tally): AsyncGenerator<string> {
  const head = JSON.stringify({ format: FORMAT, version: VERSION });
  tally.add(head);
  yield `${head}\n`;
  for await (const item of store.dump()) {
    const line = lineOf(item);
    tally.add(line);
    tally.count(item);
    yield `${line}\n`;
  }
  yield `${tally.end()}\n`;
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}

/**
 * Everything a store holds, of one instant, in one file: gzip of a line of JSON for each thing, the first naming the
 * format, the last the counts and the SHA-256 of all lines before it. The file appears when it is whole and on disk.
 * Issues: `store-dump-file`, and those of reading the store.
 */
export async function writeDump(store: FeatureStore, path: string): Promise<Result<DumpCounts>> {
  const tally = new Tally();
  const draft = `${path}.part`;
  try {
    await pipeline(Readable.from(dumpLines(store, tally)), createGzip(), createWriteStream(draft));
    await flush(draft);
    await rename(draft, path);
    await flush(dirname(path));
    return ok(tally.counts);
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof StoreFault) return err(error.issue);
    return err(fileIssue(path, error));
  }
}

function fileIssue(path: string, error: unknown): Issue {
  if (!(error instanceof Error && 'code' in error)) throw error;
  return issue(
    'store-dump-file',
    [path],
    `Không đọc hoặc ghi được tệp ${path} (${String(error.code)}).`,
    `Cannot read or write ${path} (${String(error.code)}).`,
  );
}

function damaged(path: string): Issue {
  return issue(
    'store-dump-damaged',
    [path],
    `Tệp ${path} không phải bản sao lưu nguyên vẹn của Giáp Ranh.`,
    `${path} is not a whole dump of Giáp Ranh.`,
    {
      vi: 'Dùng bản sao lưu khác; kho dữ liệu được giữ nguyên.',
      en: 'Use another dump; the store is left as it is.',
    },
  );
}

function newerDump(path: string, version: unknown): Issue {
  return issue(
    'store-dump-newer',
    [path],
    `Bản sao lưu ${path} có dạng số ${String(version)}, mới hơn bản phần mềm này (số ${VERSION}).`,
    `The dump ${path} has form ${String(version)}, newer than this release knows (${VERSION}).`,
    { vi: 'Hãy dùng bản phần mềm mới hơn.', en: 'Use a newer release.' },
  );
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const text = createGunzip();
  const reading = pipeline(createReadStream(path), text).catch((error: Error) => text.destroy(error));
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of text) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  await reading;
  if (rest !== '') yield rest;
}

/** Reads the whole file once: a dump is restored only when its checksum is right. */
async function verified(path: string): Promise<Result<DumpCounts>> {
  const tally = new Tally();
  let [last, first]: (string | undefined)[] = [undefined, undefined];
  try {
    for await (const line of linesOf(path)) {
      if (last === undefined) first = line;
      else tally.add(last);
      if (last !== undefined && last !== first) tally.count(JSON.parse(last));
      last = line;
    }
    const head = JSON.parse(first ?? '{}') as { format?: unknown; version?: unknown };
    if (head.format !== FORMAT) return err(damaged(path));
    if (head.version !== VERSION) return err(newerDump(path, head.version));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
    return err(missing ? fileIssue(path, error) : damaged(path));
  }
  return last === tally.end() ? ok(tally.counts) : err(damaged(path));
}

async function* itemsOf(path: string): AsyncGenerator<DumpItem> {
  let first = true;
  for await (const line of linesOf(path)) {
    if (!first && !line.startsWith('{"end":')) yield itemOf(line);
    first = false;
  }
}

/**
 * Replaces everything a store holds by a dump of either kind of store, in one transaction. Issues: `store-dump-file`,
 * `-damaged`, `-newer`, `-profile`, and those of writing the store.
 */
export async function restoreDump(store: FeatureStore, path: string): Promise<Result<DumpCounts>> {
  const whole = await verified(path);
  if (!whole.ok) return whole;
  const restored = await store.restore(itemsOf(path));
  return restored.ok ? whole : restored;
}
