import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import {
  type CommuneGround,
  err,
  ok,
  type PreparedLayer,
  packSites,
  type Result,
  type RiskContext,
  type Site,
  unitKey,
} from '@giapranh/core';
import { siteStreamFormat, streamSites } from '@giapranh/formats';
import { type CommandContext, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { BoundedNotes } from '../flag/stream/bounded-notes.js';
import { SeenIds } from '../flag/stream/seen-ids.js';
import { peeked, repeated } from '../flag/stream/stream-flags.js';
import { checkInput, inputPieces } from '../input.js';
import { reportNotes } from '../report.js';
import type { Session } from '../session.js';
import { isLoss, siteContext } from '../sites.js';
import { csvText } from '../table.js';
import { inOrder } from '../workers/in-order.js';
import { WorkerThread } from '../workers/worker-thread.js';
import type {
  OverlapAnswer,
  OverlapQuestion,
  OverlapStreamFormat,
  OverlapThreadData,
} from './overlap-question.js';
import { OVERLAP_COLUMNS } from './overlap-rows.js';

/** Sites in one question: enough that asking costs little, few enough that threads end together. */
const BATCH = 1000;

/** What is written before the first and behind the last row. */
const FRAMES: Readonly<Record<OverlapStreamFormat, readonly [string, string]>> = {
  csv: [csvText(OVERLAP_COLUMNS, []), ''],
  json: ['[\n', '\n]\n'],
  geojson: ['{"type":"FeatureCollection","features":[\n', '\n]}\n'],
};

export interface OverlapStream {
  readonly path: string;
  readonly layer: PreparedLayer;
  readonly options: OverlapThreadData['options'];
  readonly names: ReadonlyMap<string, string>;
  readonly format: OverlapStreamFormat;
  /** Threads; all cores when absent. */
  readonly workers?: number;
  /** The day commune names are of, when the user said one. */
  readonly namesOf?: Session['asOf'];
}

/**
 * Overlaps of a file of any length with one layer, written in its order as they are found. Sites are read here and
 * measured in worker threads, which share the layer's block; what is held does not grow with the file but for the
 * ids (16 bytes each). Issues: `file-missing`, of the readers, `worker-died`.
 */
export async function streamOverlaps(
  asked: OverlapStream,
  session: Session,
  risk: RiskContext,
  context: CommandContext,
): Promise<Result<ExitCode>> {
  const { terminal, language } = context;
  const input = await checkInput(asked.path);
  if (!input.ok) return input;
  const source = asked.path === '-' ? 'stdin' : basename(asked.path);
  const pieces = await peeked(inputPieces(asked.path, terminal));
  const world = siteContext(source, session, asked.namesOf);
  const notes = new BoundedNotes();
  const ids = new SeenIds();
  let [partial, count, pairs, readable] = [false, 0, 0, false];
  const note = (told: Parameters<BoundedNotes['add']>[0], lost: boolean): void => {
    partial ||= lost;
    reportNotes(terminal, notes.add(told), language);
  };

  const { options, names, format } = asked;
  const data: OverlapThreadData = { block: inSharedMemory(asked.layer.toBytes()), options, names, format };
  const script = new URL('./overlap-thread.js', import.meta.url);
  const threads = Array.from(
    { length: asked.workers ?? availableParallelism() },
    () => new WorkerThread<OverlapQuestion, OverlapAnswer>(script, data),
  );
  const known = new Set<string>();

  async function* questions(): AsyncGenerator<Result<OverlapQuestion>> {
    for await (const read of streamSites(pieces.all, siteStreamFormat(asked.path, pieces.first), world, {
      batch: BATCH,
    })) {
      // biome-ignore format: a loop
      if (!read.ok) return yield read;
      note(read.value.notes, read.value.notes.some(isLoss));
      const sites: Site[] = [];
      for (const site of read.value.sites) {
        if (ids.add(site.id)) sites.push(site);
        else note([repeated(site.id)], true);
      }
      const communes = risk.communes.forSites(sites);
      if (!communes.ok) return yield communes;
      tellCommunes(threads, known, communes.value);
      if (sites.length > 0) yield ok(questionOf(sites, count, asked.format));
      count += sites.length;
    }
  }

  const [head, tail] = FRAMES[format];
  try {
    await terminal.out(head);
    for await (const answer of inOrder(threads, questions(), buffersOf)) {
      if (!answer.ok) return err(...answer.issues);
      const { text: rows, pairs: found, notes: told, unread } = answer.value;
      note(told, false);
      readable ||= !unread;
      if (rows !== '') await terminal.out(format === 'csv' || pairs === 0 ? rows : `,\n${rows}`);
      pairs += found;
      terminal.progress(
        text(
          context,
          `Đã đọc ${count} khu vực, ${pairs} phần chung…`,
          `${count} sites read, ${pairs} overlaps…`,
        ),
      );
    }
    await terminal.out(tail);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
  for (const [code, more] of Object.entries(notes.leftOut()))
    terminal.say(text(context, `Còn ${more} ghi chú [${code}] nữa.`, `${more} more notes [${code}].`));
  return ok(partial || !readable ? EXIT.badInput : EXIT.fine);
}

function questionOf(sites: readonly Site[], first: number, format: OverlapStreamFormat): OverlapQuestion {
  const names = sites.map(({ name }) => name);
  if (format !== 'geojson') return { sites: packSites(sites), names, first };
  return { sites: sites.map(({ id, geometry, precision }) => ({ id, geometry, precision })), names, first };
}

function buffersOf(question: OverlapQuestion): readonly ArrayBuffer[] {
  return 'sites' in question && 'shapes' in question.sites ? [question.sites.shapes.buffer] : [];
}

/** Each thread gets the ground of a commune once, before the first site that is known by it. */
function tellCommunes(
  threads: readonly WorkerThread<OverlapQuestion, OverlapAnswer>[],
  known: Set<string>,
  grounds: readonly CommuneGround[],
): void {
  const communes = grounds.filter((commune) => !known.has(unitKey(commune)));
  if (communes.length === 0) return;
  for (const commune of communes) known.add(unitKey(commune));
  for (const thread of threads) void thread.ask({ communes });
}

function inSharedMemory(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
