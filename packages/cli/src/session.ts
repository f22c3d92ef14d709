import {
  type DrawingId,
  type DrawnUnit,
  err,
  type GeometryKernel,
  type IsoDate,
  type Issue,
  issue,
  loadGeometryKernel,
  ok,
  type ProfileSources,
  type ProfileVintage,
  type Result,
  UnitRegistry,
} from '@giapranh/core';
import { readProfile, readProfileSources, vintagesOf } from '@giapranh/formats';
import type { CommandContext } from './command.js';
import { dayOf } from './day.js';
import type { DrawingOptions } from './options.js';

/** A profile with its data, as of a day. */
export interface Session {
  readonly kernel: GeometryKernel;
  readonly sources: ProfileSources;
  readonly registry: UnitRegistry;
  readonly asOf: IsoDate;
  /** What the profile says of the vintage in force on that day. */
  readonly vintage: ProfileVintage;
  readonly drawing: DrawingId;
}

function unknownDrawing(drawing: string, vintage: ProfileVintage): Issue {
  const known = [vintage.drawing, ...vintage.other_drawings].join(', ');
  return issue(
    'drawing-unknown',
    ['--drawing'],
    `Mốc ${vintage.id} không có nguồn nét vẽ “${drawing}”.`,
    `The vintage ${vintage.id} has no drawing "${drawing}".`,
    { vi: `Các nguồn có: ${known}.`, en: `There are: ${known}.` },
  );
}

/**
 * Reads the profile and draws its units (kept under `data/derived/` for the next time). Issues: of the options, of
 * the profile and of its data.
 */
export async function openSession(
  context: CommandContext,
  options: Omit<DrawingOptions, 'format'> & { readonly format?: string },
): Promise<Result<Session>> {
  const { terminal, language, config } = context;
  const root = options.dataRoot ?? config.dataRoot;
  const id = options.profile ?? config.profile;
  // What the options get wrong is told before anything long begins.
  const asOf = dayOf(options.asOf, '--as-of');
  if (!asOf.ok) return asOf;
  const profile = await readProfile(root, id);
  if (!profile.ok) return profile;
  const vintages = vintagesOf(profile.value);
  const inForce = new UnitRegistry({ vintages, records: [], lineage: [] }).vintageAt(asOf.value);
  if (!inForce.ok) return inForce;
  const vintage = profile.value.vintages.find((entry) => entry.id === inForce.value.id);
  if (vintage === undefined) throw new Error('the registry knows a vintage the profile does not');
  const drawing = options.drawing ?? vintage.drawing;
  if (drawing !== vintage.drawing && !vintage.other_drawings.includes(drawing)) {
    return err(unknownDrawing(drawing, vintage));
  }
  const kernel = await loadGeometryKernel();
  const read = await readProfileSources(root, id, kernel, {
    onProgress: ({ title, done, total }) => terminal.progress(`[${done + 1}/${total}] ${title[language]}`),
  });
  if (!read.ok) return read;
  const { records, lineage } = read.value;
  const registry = new UnitRegistry({ vintages, records, lineage });
  return ok({ kernel, sources: read.value, registry, asOf: asOf.value, vintage, drawing }, read.notes);
}

/** Province codes the profile is about: where a name occurs all over the country, theirs are meant. */
export function provincesOf({ vintage }: Session): readonly string[] {
  return [vintage.subject, ...vintage.neighbours.map(({ code }) => code)];
}

/** The unit's ground in the session's drawing. Issue: `unit-not-drawn`. */
export function drawnUnit(
  session: Session,
  unit: { code: string; vintage: string; name: string },
): Result<DrawnUnit> {
  const drawings = session.sources.units.filter(
    ({ code, vintage }) => code === unit.code && vintage === unit.vintage,
  );
  const found = drawings.find(({ drawing }) => drawing === session.drawing);
  if (found !== undefined) return ok(found);
  const others = drawings.map(({ drawing }) => drawing).join(', ');
  return err(
    issue(
      'unit-not-drawn',
      ['name', unit.name],
      `${unit.name} (${unit.code}, ${unit.vintage}) không có ranh giới trong nguồn nét vẽ ${session.drawing}.`,
      `${unit.name} (${unit.code}, ${unit.vintage}) has no outline in the drawing ${session.drawing}.`,
      others === ''
        ? {
            vi: 'Dữ liệu của hồ sơ này không vẽ đơn vị đó.',
            en: 'The data of this profile does not draw it.',
          }
        : { vi: `Có trong: ${others}.`, en: `It is in: ${others}.` },
    ),
  );
}
