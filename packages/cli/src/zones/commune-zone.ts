import {
  type BorderZone,
  type CommuneZone,
  communeZone,
  type DrawnUnit,
  hectares,
  type Issue,
} from '@giapranh/core';
import { type CommandContext, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { numberText } from '../language.js';
import type { PairOptions } from '../options.js';
import { writeResult } from '../output.js';
import { findUnit } from '../pairs.js';
import { reportIssues } from '../report.js';
import { drawnUnit, type Session } from '../session.js';
import type { Column } from '../table.js';

type Share = CommuneZone['communes'][number];

const COLUMNS: readonly Column<Share>[] = [
  { name: 'commune_code', title: { vi: 'Mã xã', en: 'Code' }, value: ({ code }) => code },
  { name: 'commune_name', title: { vi: 'Xã', en: 'Commune' }, value: ({ name }) => name },
  {
    name: 'area_m2',
    title: { vi: 'Diện tích trong vùng (ha)', en: 'Area in the zone (ha)' },
    value: ({ area_m2 }) => area_m2,
    cell: ({ area_m2 }, language) => numberText(hectares(area_m2), 2, language),
    align: 'right',
  },
];

/** Writes the zone of a list of communes, joined with zones by distance where there are any. */
export async function writeCommuneZone(
  context: CommandContext,
  session: Session,
  options: PairOptions,
  names: readonly string[],
  near: readonly BorderZone[],
): Promise<ExitCode> {
  const { terminal, language } = context;
  const members: DrawnUnit[] = [];
  const issues: Issue[] = [];
  for (const name of names) {
    const unit = findUnit(session, name, 'commune');
    const drawn = unit.ok ? drawnUnit(session, unit.value) : unit;
    if (drawn.ok) members.push(drawn.value);
    else issues.push(...drawn.issues);
  }
  if (issues.length > 0) return reportIssues(terminal, issues, language);
  const zone = communeZone(session.kernel, members, near);
  if (!zone.ok) return reportIssues(terminal, zone.issues, language);
  const { geometry, communes, ...figures } = zone.value;
  const properties = { ...figures, vintage: session.vintage.id, communes };
  const total = numberText(hectares(figures.area_m2), 2, language);
  await writeResult(terminal, options.format, language, {
    columns: COLUMNS,
    rows: communes,
    json: () => properties,
    features: () => [{ type: 'Feature', geometry, properties }],
    footer: text(
      context,
      `Cả vùng ${total} ha, mốc ${session.vintage.id}, tính ngày ${session.asOf}. Vùng phân tích, không phải ranh giới pháp lý.`,
      `The whole zone has ${total} ha, vintage ${session.vintage.id}, as of ${session.asOf}. A zone of analysis, not a legal boundary.`,
    ),
  });
  return EXIT.fine;
}
