import {
  type AdminLevel,
  type AdminUnit,
  groundShare,
  ok,
  type Result,
  traceUnit,
  type UnitTrace,
  unitKey,
} from '@giapranh/core';
import type { Feature } from 'geojson';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { dayOf } from '../day.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { addDrawingOption, addLevelOption, addProfileOptions, type DrawingOptions } from '../options.js';
import { writeResult } from '../output.js';
import { findUnits } from '../pairs.js';
import { reportIssues, reportNotes } from '../report.js';
import { drawnUnit, openSession, type Session } from '../session.js';
import { asMatch, asRelation, UNIT_COLUMNS, unitRows } from '../unit-rows.js';

interface UnitsOptions extends DrawingOptions {
  readonly level?: AdminLevel;
  readonly to?: string;
}

export const addUnits: CommandSetup = (program, context, finish) => {
  const command = program
    .command('units')
    .summary(text(context, 'đơn vị hành chính theo ngày', 'administrative units as of a day'))
    .description(
      text(
        context,
        'Tìm đơn vị theo tên hoặc mã ở một ngày; nó đã thành gì, từ gì mà ra, và đơn vị nào chỉ trùng tên hay trùng mã. Không có tên thì liệt kê các đơn vị của hồ sơ.',
        'Finds a unit by name or code on a day; what it became, what it was, and which units only share its name or code. Without a name, lists the units of the profile.',
      ),
    )
    .argument('[name]', text(context, 'tên hoặc mã', 'name or code'));
  addLevelOption(addDrawingOption(addProfileOptions(command, context), context), context)
    .option(
      '--to <date>',
      text(context, 'chỉ theo đến mốc của ngày này', 'follow only to the vintage of this day'),
    )
    .addHelpText('after', example(context, 'giapranh units "Chợ Đồn" --as-of 2023-05-23 --to 2026-01-01'))
    .action(async (name: string | undefined, options: UnitsOptions) => {
      finish(await units(name, options, context));
    });
};

function matchesOf(
  session: Session,
  name: string | undefined,
  level: AdminLevel | undefined,
): Result<readonly AdminUnit[]> {
  if (name !== undefined) return findUnits(session, name, level);
  const { registry, vintage } = session;
  const levels: readonly AdminLevel[] = level === undefined ? ['province', 'district', 'commune'] : [level];
  return ok(
    levels
      .flatMap((one) => registry.units(vintage.id, one))
      .filter(({ provinceCode }) => provinceCode === vintage.subject),
  );
}

/** The part of a unit's ground in another's, where both are drawn. */
function shareIn(session: Session): (unit: AdminUnit, other: AdminUnit) => number | null {
  return (unit, other) => {
    const [of, within] = [drawnUnit(session, unit), drawnUnit(session, other)];
    if (!of.ok || !within.ok) return null;
    const share = groundShare(session.kernel, of.value.geometry, within.value.geometry);
    return share.ok ? share.value : null;
  };
}

function asFeature(session: Session, unit: AdminUnit): Feature {
  const drawn = drawnUnit(session, unit);
  return {
    type: 'Feature',
    id: unitKey(unit),
    // RFC 7946: a feature without a known place has a null geometry.
    geometry: (drawn.ok ? drawn.value.geometry : null) as Feature['geometry'],
    properties: asMatch(session.registry, unit),
  };
}

async function units(
  name: string | undefined,
  options: UnitsOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const opened = await openSession(context, options);
  if (!opened.ok) return reportIssues(terminal, opened.issues, language);
  const session = opened.value;
  const toDay = options.to === undefined ? ok(undefined) : dayOf(options.to, '--to');
  if (!toDay.ok) return reportIssues(terminal, toDay.issues, language);
  const to = toDay.value === undefined ? ok(undefined) : session.registry.vintageAt(toDay.value);
  if (!to.ok) return reportIssues(terminal, to.issues, language);
  const matches = matchesOf(session, name, options.level);
  if (!matches.ok) return reportIssues(terminal, matches.issues, language);
  reportNotes(terminal, matches.notes, language);

  const traces: readonly UnitTrace[] =
    name === undefined
      ? []
      : matches.value.map((unit) =>
          traceUnit(session.registry, unit, {
            share: shareIn(session),
            ...(to.value === undefined ? {} : { to: to.value.id }),
          }),
        );
  const relations = (kind: 'became' | 'was' | 'same_name' | 'same_code') =>
    traces.flatMap((trace) => trace[kind].map((link) => asRelation(trace.unit, link)));
  await writeResult(terminal, options.format, language, {
    columns: UNIT_COLUMNS,
    rows: unitRows(session.registry, matches.value, traces),
    json: () => ({
      as_of: session.asOf,
      matches: matches.value.map((unit) => asMatch(session.registry, unit)),
      became: relations('became'),
      was: relations('was'),
      same_name: relations('same_name'),
      same_code: relations('same_code'),
    }),
    features: () => matches.value.map((unit) => asFeature(session, unit)),
  });
  return EXIT.fine;
}
