import {
  type InspectionRow,
  inspectionReport,
  type LayerFeature,
  parseIsoDate,
  vietnamDay,
} from '@giapranh/core';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { dayOf } from '../day.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { formatOption } from '../options.js';
import { type Format, writeResult } from '../output.js';
import { withOwnStore } from '../own-store.js';
import { reportIssues } from '../report.js';
import type { Column } from '../table.js';

interface ReportOptions {
  readonly profile?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly format: Format;
}

const count = (
  name: Exclude<keyof InspectionRow, 'unit'>,
  vi: string,
  en: string,
): Column<InspectionRow> => ({
  name,
  title: { vi, en },
  value: (row) => row[name],
  align: 'right',
});

const COLUMNS: readonly Column<InspectionRow>[] = [
  { name: 'unit', title: { vi: 'Đơn vị', en: 'Unit' }, value: (row) => row.unit ?? '–' },
  count('inspections', 'Số cuộc', 'Inspections'),
  count('planned', 'Kế hoạch', 'Planned'),
  count('sudden', 'Đột xuất', 'Sudden'),
  count('concluded', 'Đã kết luận', 'Concluded'),
  count('finishing', 'Đang hoàn thiện', 'Being finished'),
  count('suspended', 'Tạm dừng', 'Suspended'),
  count('establishments', 'Số cơ sở', 'Establishments'),
  count('overdue', 'Quá hạn', 'Overdue'),
];

/** `report inspections`: counts and late reports from the store. */
export const addReport: CommandSetup = (program, context, finish) => {
  const report = program
    .command('report')
    .summary(text(context, 'báo cáo từ các sổ theo dõi', 'reports from the registers'))
    .description(
      text(
        context,
        'Báo cáo từ các sổ theo dõi trong kho dữ liệu.',
        'Reports from the registers of the store.',
      ),
    );
  report
    .command('inspections')
    .summary(text(context, 'số cuộc kiểm tra và báo cáo quá hạn', 'counts of inspections and late reports'))
    .description(
      text(
        context,
        'Số cuộc kiểm tra theo đơn vị trong một khoảng ngày, và các báo cáo quá hạn vào ngày hỏi.',
        'Inspections by unit in a period, and the reports that are late on the day asked about.',
      ),
    )
    .option('--profile <id>', text(context, 'hồ sơ địa bàn', 'profile'))
    .option('--from <day>', text(context, 'từ ngày', 'first day'))
    .option('--to <day>', text(context, 'đến ngày', 'last day'))
    .option('--as-of <day>', text(context, 'quá hạn tính đến ngày', 'late on this day'))
    .addOption(formatOption(context, ['table', 'json', 'csv']))
    .addHelpText('after', example(context, 'giapranh report inspections --from 2021-01-01 --to 2021-12-31'))
    .action(async (options: ReportOptions) => {
      finish(await inspections(options, context));
    });
};

async function inspections(options: ReportOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal, language } = context;
  const asked = [
    ['--from', options.from],
    ['--to', options.to],
    ['--as-of', options.asOf ?? vietnamDay(new Date())],
  ] as const;
  const days = asked.map(([name, given]) => (given === undefined ? undefined : dayOf(given, name)));
  const faults = days.flatMap((day) => (day?.ok === false ? day.issues : []));
  const [first, ...rest] = faults;
  if (first !== undefined) return reportIssues(terminal, [first, ...rest], language);
  const [from, to, asOf] = days.map((day) => (day?.ok === true ? day.value : null));
  return withOwnStore(context, options.profile, async (store) => {
    const features: LayerFeature[] = [];
    for await (const feature of store.each('inspections')) features.push(feature);
    const today = parseIsoDate(vietnamDay(new Date()));
    if (today === undefined) throw new Error('today is no day');
    const report = inspectionReport(features, { from: from ?? null, to: to ?? null, asOf: asOf ?? today });
    const { total, overdue } = report;
    const late = overdue.map(({ id, days_late }) => `${id} (${days_late})`).join(', ');
    await writeResult(terminal, options.format, language, {
      columns: COLUMNS,
      rows: report.units,
      json: () => report,
      footer: text(
        context,
        `${total.inspections} cuộc (${total.planned} kế hoạch, ${total.sudden} đột xuất), ${total.establishments} cơ sở; quá hạn, số ngày: ${late === '' ? 'không' : late}.`,
        `${total.inspections} inspections (${total.planned} planned, ${total.sudden} sudden), ${total.establishments} establishments; late, days: ${late === '' ? 'none' : late}.`,
      ),
    });
    return EXIT.fine;
  });
}
