import {
  type BorderZone,
  hectares,
  type Issue,
  issue,
  kilometres,
  ok,
  okUnless,
  type Result,
  zoneFeature,
} from '@giapranh/core';
import { Option } from 'commander';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type Language, numberText } from '../language.js';
import { addPairOptions, addProfileOptions, type PairOptions } from '../options.js';
import { writeResult } from '../output.js';
import { pairsOf } from '../pairs.js';
import { reportIssues, reportNotes } from '../report.js';
import { openSession } from '../session.js';
import type { Column } from '../table.js';
import { writeCommuneZone } from '../zones/commune-zone.js';
import { type ZoneChoices, zonesOfPair } from '../zones/zones-of-pair.js';

interface ZoneOptions extends PairOptions, ZoneChoices {
  readonly width?: string;
  readonly communes?: boolean;
  readonly list?: readonly string[];
  readonly join?: boolean;
}

type ZoneShare = BorderZone['communes'][number];

/** A zone, or one commune's part of it. */
interface ZoneRow {
  readonly zone: BorderZone;
  readonly commune?: ZoneShare;
}

function distance(metres: number, language: Language): string {
  return numberText(metres, 0, language);
}

const ZONE_COLUMNS: readonly Column<ZoneRow>[] = [
  { name: 'pair', title: { vi: 'Cặp', en: 'Pair' }, value: ({ zone }) => zone.pair },
  { name: 'side', title: { vi: 'Mã', en: 'Code' }, value: ({ zone }) => zone.side.code },
  { name: 'side_name', title: { vi: 'Phía', en: 'Side' }, value: ({ zone }) => zone.side.name },
  {
    name: 'inner_m',
    title: { vi: 'Từ (m)', en: 'From (m)' },
    value: ({ zone }) => zone.inner_m,
    cell: ({ zone }, language) => distance(zone.inner_m, language),
    align: 'right',
  },
  {
    name: 'outer_m',
    title: { vi: 'Đến (m)', en: 'To (m)' },
    value: ({ zone }) => zone.outer_m,
    cell: ({ zone }, language) => distance(zone.outer_m, language),
    align: 'right',
  },
  {
    name: 'area_m2',
    title: { vi: 'Diện tích (ha)', en: 'Area (ha)' },
    value: ({ zone, commune }) => (commune ?? zone).area_m2,
    cell: ({ zone, commune }, language) => numberText(hectares((commune ?? zone).area_m2), 2, language),
    align: 'right',
  },
];
const BORDER_COLUMNS: readonly Column<ZoneRow>[] = [
  {
    name: 'border_length_m',
    title: { vi: 'Đường giáp ranh (km)', en: 'Border (km)' },
    value: ({ zone }) => zone.border_length_m,
    cell: ({ zone }, language) => numberText(kilometres(zone.border_length_m), 2, language),
    align: 'right',
  },
  {
    name: 'communes',
    title: { vi: 'Số xã', en: 'Communes' },
    value: ({ zone }) => zone.communes.length,
    align: 'right',
  },
];
const COMMUNE_COLUMNS: readonly Column<ZoneRow>[] = [
  { name: 'commune_code', title: { vi: 'Mã xã', en: 'Code' }, value: ({ commune }) => commune?.code ?? null },
  { name: 'commune_name', title: { vi: 'Xã', en: 'Commune' }, value: ({ commune }) => commune?.name ?? null },
];

/** `1000,5000`, metres; nothing when nothing is given. Issues: `width-unreadable`; the limits are core's. */
function widthsOf(given: string | undefined): Result<readonly number[] | undefined> {
  if (given === undefined) return ok(undefined);
  const parts = given.split(',').map((part) => part.trim());
  const issues: Issue[] = parts
    .filter((part) => !/^\d+(\.\d+)?$/.test(part))
    .map((part) =>
      issue(
        'width-unreadable',
        ['--width', part],
        `Không đọc được bề rộng “${part}”.`,
        `"${part}" is not a width.`,
        { vi: 'Số mét, cách nhau bằng dấu phẩy: 1000,5000.', en: 'Metres, separated by commas: 1000,5000.' },
      ),
    );
  return okUnless(issues, parts.map(Number));
}

export const addZones: CommandSetup = (program, context, finish) => {
  const command = program
    .command('zones')
    .summary(text(context, 'vùng giáp ranh theo bề rộng', 'border zones by width'))
    .description(
      text(
        context,
        'Đất của mỗi bên trong các khoảng cách từ đường giáp ranh, cắt trong phạm vi cặp đơn vị, kèm diện tích từng xã. Dải để phân tích, không phải ranh giới pháp lý.',
        'The ground of each side between distances from the shared border, clipped to the pair, with the hectares of each commune. Rings of analysis, not a legal boundary.',
      ),
    );
  addPairOptions(addProfileOptions(command, context), context)
    .option(
      '--width <metres>',
      text(
        context,
        'bề rộng, mét, cách nhau bằng dấu phẩy (mặc định theo hồ sơ)',
        'widths in metres, separated by commas (default by the profile)',
      ),
    )
    .addOption(
      new Option('--side <side>', text(context, 'lấy phía nào của cặp', 'which side of the pair'))
        .choices(['both', 'first', 'second'])
        .default('both'),
    )
    .addOption(
      new Option(
        '--clip <how>',
        text(
          context,
          'pair: chỉ đất của hai đơn vị; free: cả đất ngoài cặp, chia theo hai phía của đường',
          'pair: ground of the two units only; free: ground of others too, by the side of the line',
        ),
      )
        .choices(['pair', 'free'])
        .default('pair'),
    )
    .addOption(
      new Option(
        '--ends <shape>',
        text(context, 'đầu đường: round tròn, flat cắt thẳng', 'ends of the line: round, or cut flat'),
      )
        .choices(['round', 'flat'])
        .default('round'),
    )
    .addOption(
      new Option(
        '--tri-points <how>',
        text(
          context,
          'quanh ngã ba ranh giới: pair mỗi cặp lấy trọn bề rộng; nearest đất thuộc đường gần nhất, không tính hai lần',
          'around tri-points: pair, each pair its full width; nearest, ground goes to the nearest border and counts once',
        ),
      )
        .choices(['pair', 'nearest'])
        .default('pair'),
    )
    .option(
      '--list <commune...>',
      text(
        context,
        'vùng theo danh sách xã, theo tên hoặc mã',
        'a zone by a list of communes, by name or code',
      ),
    )
    .option(
      '--join',
      text(
        context,
        'gộp danh sách xã với dải theo bề rộng, phần chung tính một lần',
        'join the list with what lies within the width, common ground counted once',
      ),
    )
    .option('--communes', text(context, 'mỗi xã một dòng (table, csv)', 'a row a commune (table, csv)'))
    .addHelpText(
      'after',
      example(
        context,
        'giapranh zones --between "Bắc Kạn" "Cao Bằng" --as-of 2023-05-23 --width 5000 --format geojson',
      ),
    )
    .addHelpText(
      'after',
      `  giapranh zones --between "Bắc Kạn" "Cao Bằng" --as-of 2023-05-23 --width 2000 --side first --ends flat
  giapranh zones --as-of 2026-01-01 --width 5000 --tri-points nearest
  giapranh zones --as-of 2026-01-01 --between "Thái Nguyên" "Cao Bằng" --width 1000 --list "Bằng Vân" --join`,
    )
    .action(async (options: ZoneOptions) => {
      finish(await zones(options, context));
    });
};

async function zones(options: ZoneOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal, language } = context;
  const given_m = widthsOf(options.width);
  if (!given_m.ok) return reportIssues(terminal, given_m.issues, language);
  const session = await openSession(context, options);
  if (!session.ok) return reportIssues(terminal, session.issues, language);
  if (options.list !== undefined && options.join !== true) {
    return writeCommuneZone(context, session.value, options, options.list, []);
  }
  const widths_m = given_m.value ?? session.value.sources.profile.ring_widths_m;
  const pairs = pairsOf(session.value, options);
  if (!pairs.ok) return reportIssues(terminal, pairs.issues, language);
  reportNotes(terminal, pairs.notes, language);

  const communes = session.value.sources.units.filter(({ level }) => level === 'commune');
  const found: BorderZone[] = [];
  let code: ExitCode = EXIT.fine;
  for (const [a, b] of pairs.value) {
    terminal.progress(`${a.name} – ${b.name}`);
    const rings = zonesOfPair(session.value, a, b, { widths_m, communes }, options);
    if (rings.ok) {
      reportNotes(terminal, rings.notes, language);
      found.push(...rings.value);
    } else code = reportIssues(terminal, rings.issues, language);
  }
  if (found.length === 0) return code;
  if (options.list !== undefined) {
    return writeCommuneZone(context, session.value, options, options.list, found);
  }
  const byCommune = options.communes === true;
  await writeResult(terminal, options.format, language, {
    columns: [...ZONE_COLUMNS, ...(byCommune ? COMMUNE_COLUMNS : BORDER_COLUMNS)],
    rows: found.flatMap((zone): ZoneRow[] =>
      byCommune ? zone.communes.map((commune) => ({ zone, commune })) : [{ zone }],
    ),
    json: () => found.map((zone) => zoneFeature(zone).properties),
    features: () => found.map(zoneFeature),
    footer: text(
      context,
      `Mốc ${session.value.vintage.id}, nét vẽ ${session.value.drawing}, tính ngày ${session.value.asOf}. Dải phân tích, không phải ranh giới pháp lý.`,
      `Vintage ${session.value.vintage.id}, drawing ${session.value.drawing}, as of ${session.value.asOf}. Rings of analysis, not a legal boundary.`,
    ),
  });
  return code;
}
