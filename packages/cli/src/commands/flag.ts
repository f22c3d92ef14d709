import { FLAG_LEVELS, type FlagLevel, type FlagReport, flagReport, RiskContext } from '@giapranh/core';
import { Option } from 'commander';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import {
  FLAG_COLUMNS,
  FLAG_CSV_COLUMNS,
  flagFeature,
  flagRows,
  reaches,
  UNIT_RISK_COLUMNS,
} from '../flag-rows.js';
import { addProfileOptions, type ProfileOptions } from '../options.js';
import { writeResult } from '../output.js';
import { reportIssues, reportNotes } from '../report.js';
import { openSession, type Session } from '../session.js';
import { type SiteInput, sitesOf } from '../sites.js';

interface FlagOptions extends ProfileOptions {
  readonly failOn?: FlagLevel;
  readonly by: 'site' | 'commune' | 'district';
}

export const addFlag: CommandSetup = (program, context, finish) => {
  const command = program
    .command('flag')
    .summary(text(context, 'cảnh báo cho khu vực khoáng sản', 'flag mineral sites'))
    .description(
      text(
        context,
        'Xét các khu vực theo quy tắc của hồ sơ: mỗi cảnh báo có số liệu, văn bản, cơ quan và mức chắc chắn. Không có tệp thì xét các khu vực của hồ sơ.',
        'Judges sites by the rules of the profile: every flag has its facts, documents, bodies and certainty. Without a file, judges the profile’s own sites.',
      ),
    )
    .argument(
      '[sites]',
      text(context, 'GeoJSON hoặc CSV; “-” là đầu vào chuẩn', 'GeoJSON or CSV; "-" is standard input'),
    );
  addProfileOptions(command, context)
    .addOption(
      new Option(
        '--fail-on <level>',
        text(
          context,
          'thoát với mã 1 khi có khu vực từ mức này trở lên',
          'exit with 1 when a site is at this level or above',
        ),
      ).choices(FLAG_LEVELS),
    )
    .addOption(
      new Option('--by <unit>', text(context, 'cộng theo (table, csv)', 'add up by (table, csv)'))
        .choices(['site', 'commune', 'district'])
        .default('site'),
    )
    .addHelpText(
      'after',
      example(
        context,
        'giapranh flag data/reference/mining/backan_mineral_areas_official.geojson --as-of 2023-05-23 --fail-on high',
      ),
    )
    .action(async (path: string | undefined, options: FlagOptions) => {
      finish(await flag(path, options, context));
    });
};

async function flag(
  path: string | undefined,
  options: FlagOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const session = await openSession(context, options);
  if (!session.ok) return reportIssues(terminal, session.issues, language);
  const namesOf = options.asOf === undefined ? undefined : session.value.asOf;
  const input = await sitesOf(path, session.value, context, namesOf);
  if (!input.ok) return reportIssues(terminal, input.issues, language);
  reportNotes(terminal, input.notes, language);
  const { kernel, sources, asOf } = session.value;
  terminal.progress(text(context, 'Xét các khu vực…', 'Judging the sites…'));
  const report = flagReport(input.value.sites, new RiskContext(kernel, sources), sources.datasets, { asOf });
  if (!report.ok) return reportIssues(terminal, report.issues, language);
  reportNotes(terminal, report.notes, language);
  await write(report.value, input.value, [...input.notes, ...report.notes], options, context);
  terminal.say(summary(report.value, session.value, context));
  if (input.value.partial) return EXIT.badInput;
  const threshold = options.failOn;
  const fails = threshold !== undefined && report.value.sites.some(({ level }) => reaches(level, threshold));
  return fails ? EXIT.flagged : EXIT.fine;
}

function write(
  report: FlagReport,
  input: SiteInput,
  notes: readonly unknown[],
  { format, by }: FlagOptions,
  { terminal, language }: CommandContext,
): Promise<void> {
  const forms = {
    json: () => ({
      ...report,
      inputs: { ...report.inputs, sites: { source: input.source, count: input.sites.length } },
      notes,
    }),
    features: () => {
      const byId = new Map(input.sites.map((site) => [site.id, site]));
      return report.sites.flatMap((flags) => {
        const site = byId.get(flags.site_id);
        return site === undefined ? [] : [flagFeature(site, flags)];
      });
    },
  };
  if (by !== 'site') {
    const rows = by === 'commune' ? report.summary.communes : report.summary.districts;
    return writeResult(terminal, format, language, { columns: UNIT_RISK_COLUMNS, rows, ...forms });
  }
  const columns = format === 'csv' ? FLAG_CSV_COLUMNS : FLAG_COLUMNS;
  return writeResult(terminal, format, language, {
    columns,
    rows: flagRows(input.sites, report.sites),
    ...forms,
  });
}

function summary(
  { summary: sums, as_of }: FlagReport,
  { vintage, sources }: Session,
  context: CommandContext,
): string {
  const { high, medium, low, info } = sums.sites_by_level;
  return text(
    context,
    `${sums.site_count} khu vực, ${sums.flagged_count} có cảnh báo: ${high} cao, ${medium} trung bình, ${low} thấp, ${info} thông tin. Hồ sơ ${sources.profile.id}, mốc ${vintage.id}, tính ngày ${as_of}.`,
    `${sums.site_count} sites, ${sums.flagged_count} flagged: ${high} high, ${medium} medium, ${low} low, ${info} info. Profile ${sources.profile.id}, vintage ${vintage.id}, as of ${as_of}.`,
  );
}
