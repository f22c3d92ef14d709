import { basename } from 'node:path';
import { err, type IsoDate, type Issue, issue, ok, type Result, repeatsIn, type Site } from '@giapranh/core';
import { communePoints, readSites, readSitesFile, type SiteContext, siteFormatOf } from '@giapranh/formats';
import type { CommandContext } from './command.js';
import { inputText } from './input.js';
import { provincesOf, type Session } from './session.js';

/** The sites a command is about. */
export interface SiteInput {
  /** File name, `stdin`, or the dataset ids of the profile. */
  readonly source: string;
  readonly sites: readonly Site[];
  /** Whether records or values were lost on the way: the answer is a part. */
  readonly partial: boolean;
}

/** What readers say of records they kept whole; every other note is about something lost. */
const REMARKS: ReadonlySet<string> = new Set([
  'geometry-repaired',
  'geometry-rewound',
  'kml-mixed-geometry',
  'number-letters-read-as-digits',
  'site-commune-replaced',
  'site-position-wrong',
]);

/** Whether a note of a reader is about something lost. */
export function isLoss({ code }: Issue): boolean {
  return !REMARKS.has(code);
}

function twice(sites: readonly Site[]): readonly Issue[] {
  const ids = sites.map(({ id }) => id);
  return [...new Set(repeatsIn(ids).map((at) => ids[at]))].map((id) =>
    issue(
      'site-id-twice',
      ['sites', String(id)],
      `Mã khu vực ${id} dùng cho nhiều khu vực.`,
      `The site id ${id} is used for several sites.`,
    ),
  );
}

/** The sites of the profile's own datasets. */
function ownSites(session: Session): SiteInput {
  const datasets = session.sources.sites;
  return {
    source: datasets.map(({ source }) => source).join(', '),
    sites: datasets.flatMap(({ sites }) => sites),
    partial: false,
  };
}

/**
 * Sites of a file, of standard input (`-`), or of the profile when no path is given. `namesOf` is the day commune
 * names are of, when the user said one. Issues: of the readers, `file-missing`, `site-id-twice`.
 */
export async function sitesOf(
  path: string | undefined,
  session: Session,
  context: CommandContext,
  namesOf: IsoDate | undefined,
): Promise<Result<SiteInput>> {
  if (path === undefined) return ok(ownSites(session));
  const source = path === '-' ? 'stdin' : basename(path);
  const world = siteContext(source, session, namesOf);
  const read = path === '-' ? await standardInput(context, world) : await readSitesFile(path, world);
  if (!read.ok) return read;
  const [first, ...rest] = twice(read.value);
  if (first !== undefined) return err(first, ...rest);
  return ok({ source, sites: read.value, partial: read.notes.some(isLoss) }, read.notes);
}

/** What readers of sites may know of the profile. */
export function siteContext(source: string, session: Session, namesOf: IsoDate | undefined): SiteContext {
  const { kernel, registry, sources } = session;
  return {
    kernel,
    registry,
    source,
    preferProvinces: provincesOf(session),
    pointIn: communePoints(kernel, sources.units, registry),
    ...(namesOf === undefined ? {} : { asOf: namesOf }),
  };
}

async function standardInput(
  context: CommandContext,
  world: Parameters<typeof readSites>[2],
): Promise<Result<readonly Site[]>> {
  const text = await inputText(context.terminal);
  return readSites(text, siteFormatOf(text), world);
}
