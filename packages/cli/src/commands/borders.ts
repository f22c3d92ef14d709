import { kilometres, type SharedBorder, sharedBorder } from '@giapranh/core';
import type { Feature } from 'geojson';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { numberText } from '../language.js';
import { addPairOptions, addProfileOptions, type PairOptions } from '../options.js';
import { writeResult } from '../output.js';
import { pairsOf } from '../pairs.js';
import { reportIssues, reportNotes } from '../report.js';
import { openSession } from '../session.js';
import type { Column } from '../table.js';

const COLUMNS: readonly Column<SharedBorder>[] = [
  { name: 'a_code', title: { vi: 'Mã', en: 'Code' }, value: ({ a }) => a.code },
  { name: 'a_name', title: { vi: 'Bên A', en: 'Side A' }, value: ({ a }) => a.name },
  { name: 'b_code', title: { vi: 'Mã', en: 'Code' }, value: ({ b }) => b.code },
  { name: 'b_name', title: { vi: 'Bên B', en: 'Side B' }, value: ({ b }) => b.name },
  { name: 'vintage', title: { vi: 'Mốc', en: 'Vintage' }, value: ({ a }) => a.vintage },
  { name: 'drawing', title: { vi: 'Nét vẽ', en: 'Drawing' }, value: ({ drawing }) => drawing },
  {
    name: 'length_m',
    title: { vi: 'Dài (km)', en: 'Length (km)' },
    value: ({ length_m }) => length_m,
    cell: ({ length_m }, language) => numberText(kilometres(length_m), 2, language),
    align: 'right',
  },
  { name: 'parts', title: { vi: 'Đoạn', en: 'Parts' }, value: ({ parts }) => parts, align: 'right' },
  {
    name: 'snapped_length_m',
    title: { vi: 'Khớp nét (m)', en: 'Snapped (m)' },
    value: ({ snap }) => snap.snapped_length_m,
    cell: ({ snap }, language) => numberText(snap.snapped_length_m, 0, language),
    align: 'right',
  },
];

function asJson({ geometry: _geometry, pointTouches, ...border }: SharedBorder): object {
  return { ...border, point_touches: pointTouches };
}

function asFeature(border: SharedBorder): Feature {
  return {
    type: 'Feature',
    id: `${border.a.vintage}:${border.a.code}-${border.b.code}`,
    geometry: border.geometry,
    properties: asJson(border),
  };
}

export const addBorders: CommandSetup = (program, context, finish) => {
  const command = program
    .command('borders')
    .summary(text(context, 'đường giáp ranh và chiều dài', 'shared borders and their lengths'))
    .description(
      text(
        context,
        'Đường ranh giới chung của hai đơn vị, chiều dài trên elipxoit, các đoạn rời và báo cáo khớp nét.',
        'The line two units share, its length on the ellipsoid, its parts, and how its linework was matched.',
      ),
    );
  addPairOptions(addProfileOptions(command, context), context)
    .addHelpText(
      'after',
      example(
        context,
        'giapranh borders --between "Thái Nguyên" "Cao Bằng" --as-of 2026-01-01 --format json',
      ),
    )
    .action(async (options: PairOptions) => {
      finish(await borders(options, context));
    });
};

async function borders(options: PairOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal, language } = context;
  const session = await openSession(context, options);
  if (!session.ok) return reportIssues(terminal, session.issues, language);
  const pairs = pairsOf(session.value, options);
  if (!pairs.ok) return reportIssues(terminal, pairs.issues, language);
  const found: SharedBorder[] = [];
  let code: ExitCode = EXIT.fine;
  reportNotes(terminal, pairs.notes, language);
  for (const [a, b] of pairs.value) {
    const border = sharedBorder(session.value.kernel, a, b);
    if (border.ok) {
      reportNotes(terminal, border.notes, language);
      found.push(border.value);
    } else code = reportIssues(terminal, border.issues, language);
  }
  if (found.length === 0) return code;
  await writeResult(terminal, options.format, language, {
    columns: COLUMNS,
    rows: found,
    json: () => found.map(asJson),
    features: () => found.map(asFeature),
  });
  return code;
}
