import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  BaselineStream,
  err,
  FlagTally,
  issue,
  ok,
  type Profile,
  parseBaseline,
  type Result,
  RiskContext,
  reportHead,
  type Site,
  type StreamDiff,
  siteFlagger,
} from '@giapranh/core';
import { readJsonFile, siteStreamFormat, streamSites } from '@giapranh/formats';
import { type CommandContext, text } from '../../command.js';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { reaches } from '../../flag-rows.js';
import { checkInput, inputPieces } from '../../input.js';
import { reportNotes } from '../../report.js';
import type { Session } from '../../session.js';
import { isLoss, siteContext } from '../../sites.js';
import { fileNotWritten } from '../baseline-file.js';
import type { FlagCommandOptions } from '../flag-options.js';
import { BaselineWriter } from './baseline-writer.js';
import { BoundedNotes } from './bounded-notes.js';
import { flagSink, STREAM_FORMATS } from './flag-sink.js';
import { SeenIds } from './seen-ids.js';

/** Sites read, judged and written at a time. */
const BATCH = 1000;
/** Files larger than this are streamed without being asked to. Bytes, as on disk. */
const STREAM_ABOVE_bytes = 32_000_000;

/** Whether sites are to be read as a stream: when asked to, for sequences, and for files too large to hold. */
export async function isStream(
  path: string | undefined,
  options: Pick<FlagCommandOptions, 'stream'>,
): Promise<boolean> {
  if (path === undefined) return false;
  if (options.stream === true || siteStreamFormat(path, '{') === 'geojsonseq') return true;
  if (path === '-') return false;
  return stat(path).then(
    ({ size }) => size > STREAM_ABOVE_bytes,
    () => false,
  );
}

export interface StreamTotals {
  readonly totals: ReturnType<FlagTally['totals']>;
  readonly changes: StreamDiff | undefined;
  readonly exit: ExitCode;
}

/**
 * Judges sites as they come, in the order of the file, and writes each as soon as it is judged: what is held does not
 * grow with the file, but for the ids (16 bytes each) and for a baseline to compare with.
 */
export async function streamFlags(
  path: string,
  options: FlagCommandOptions,
  session: Session,
  profile: Profile,
  context: CommandContext,
): Promise<Result<StreamTotals>> {
  const { terminal, language } = context;
  const { asOf, sources, kernel } = session;
  const sink = flagSink(options, terminal);
  if (sink === undefined) return err(notAStreamFormat(options.format));
  const input = await checkInput(path);
  if (!input.ok) return input;
  const { explain = false, whyNot = false } = options;
  const asked = { asOf, explain, whyNot };
  const risk = new RiskContext(kernel, { ...sources, profile });
  const head = reportHead(risk, sources.datasets, asked);
  if (!head.ok) return head;
  const since = await baselineStream(options.baseline, head.value);
  if (!since.ok) return since;
  const flagger = siteFlagger(risk, asked);
  if (!flagger.ok) return flagger;
  const kept = await beginBaseline(options.writeBaseline, head.value);
  if (!kept.ok) return kept;

  const tally = new FlagTally(profile.rules);
  const notes = new BoundedNotes();
  const ids = new SeenIds();
  let [partial, fails] = [false, false];
  const note = (told: Parameters<BoundedNotes['add']>[0], lost: boolean): void => {
    partial ||= lost;
    reportNotes(terminal, notes.add(told), language);
  };
  note(flagger.notes, false);
  const source = path === '-' ? 'stdin' : basename(path);
  const pieces = await peeked(inputPieces(path, terminal));
  const format = siteStreamFormat(path, pieces.first);
  const world = siteContext(source, session, options.asOf === undefined ? undefined : asOf);
  await sink.begin(head.value);
  for await (const read of streamSites(pieces.all, format, world, { batch: BATCH })) {
    if (!read.ok) return read;
    note(read.value.notes, read.value.notes.some(isLoss));
    const fresh: Site[] = [];
    for (const site of read.value.sites) {
      if (ids.add(site.id)) fresh.push(site);
      else note([repeated(site.id)], true);
    }
    const flagged = flagger.value.flag(fresh);
    if (!flagged.ok) return flagged;
    note(flagged.notes, false);
    const judged = flagged.value.flatMap((flags, at) => {
      const site = fresh[at];
      return site === undefined ? [] : [{ site, flags, change: since.value?.add(flags) }];
    });
    for (const { flags } of judged) {
      tally.add(flags);
      fails ||= options.failOn !== undefined && reaches(flags.level, options.failOn);
    }
    await sink.sites(judged);
    await kept.value?.add(flagged.value);
    terminal.progress(text(context, `Đã xét ${ids.count} khu vực…`, `${ids.count} sites judged…`));
  }
  const totals = tally.totals();
  const changes = since.value?.end();
  await sink.end({ source, totals, changes, notes: notes.kept, notesLeftOut: notes.leftOut() });
  await kept.value?.end();
  for (const [code, count] of Object.entries(notes.leftOut()))
    terminal.say(text(context, `Còn ${count} ghi chú [${code}] nữa.`, `${count} more notes [${code}].`));
  const exit = partial || totals.site_count === 0 ? EXIT.badInput : fails ? EXIT.flagged : EXIT.fine;
  return ok({ totals, changes, exit });
}

async function baselineStream(
  path: string | undefined,
  head: Parameters<typeof BaselineStream.since>[1],
): Promise<Result<BaselineStream | undefined>> {
  if (path === undefined) return ok(undefined);
  const file = await readJsonFile(path);
  if (!file.ok) return file;
  const before = parseBaseline(file.value);
  return before.ok ? BaselineStream.since(before.value, head) : before;
}

async function beginBaseline(
  path: string | undefined,
  head: Parameters<typeof BaselineWriter.begin>[1],
): Promise<Result<BaselineWriter | undefined>> {
  if (path === undefined) return ok(undefined);
  try {
    return ok(await BaselineWriter.begin(path, head));
  } catch (error) {
    return err(fileNotWritten(path, error));
  }
}

/** The beginning of a text, to know it by, and all of it. */
export async function peeked(
  pieces: AsyncIterable<string>,
): Promise<{ readonly first: string; readonly all: AsyncIterable<string> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  const start = await iterator.next();
  const first = start.done === true ? '' : start.value;
  async function* all(): AsyncGenerator<string> {
    yield first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { first, all: all() };
}

export function notAStreamFormat(format: string) {
  const known = STREAM_FORMATS.join(', ');
  return issue(
    'stream-format',
    ['--format'],
    `Đọc theo dòng không ghi được dạng ${format}; các dạng được: ${known}.`,
    `A stream cannot be written as ${format}; it can be as ${known}.`,
  );
}

export function repeated(id: string) {
  return issue(
    'site-id-twice',
    ['sites', id],
    `Mã khu vực ${id} đã gặp; chỉ khu vực đầu tiên được xét.`,
    `The site id ${id} came before; only the first site with it is judged.`,
  );
}
