import {
  type BaselineDiff,
  type FlagTotals,
  flagReport,
  MIXED_POLICY_TEXT,
  type MixedPolicy,
  ok,
  type Profile,
  type Result,
  RiskContext,
  SITE_CHANGES,
  withRules,
} from '@giapranh/core';
import { readJsonFile } from '@giapranh/formats';
import { type CommandContext, type CommandSetup, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { comparedWith, writeBaseline } from '../flag/baseline-file.js';
import { addFlagOptions, type FlagCommandOptions } from '../flag/flag-options.js';
import { withGivenLayers } from '../flag/given-layers.js';
import { isStream, streamFlags } from '../flag/stream/stream-flags.js';
import { CHANGE_WORDS } from '../flag/words.js';
import { writeFlags } from '../flag/write-flags.js';
import { reaches } from '../flag-rows.js';
import { reportIssues, reportNotes } from '../report.js';
import { openSession, type Session } from '../session.js';
import { sitesOf } from '../sites.js';

export const addFlag: CommandSetup = (program, context, finish) => {
  const command = program
    .command('flag')
    .summary(text(context, 'cảnh báo cho khu vực khoáng sản', 'flag mineral sites'))
    .description(
      text(
        context,
        'Xét các khu vực theo quy tắc của hồ sơ: mỗi cảnh báo có số liệu, văn bản, cơ quan và mức chắc chắn. Không có tệp thì xét các khu vực của hồ sơ. Cách viết quy tắc: docs/rules.md.',
        'Judges sites by the rules of the profile: every flag has its facts, documents, bodies and certainty. Without a file, judges the profile’s own sites. How to write rules: docs/rules.md.',
      ),
    )
    .argument(
      '[sites]',
      text(context, 'GeoJSON hoặc CSV; “-” là đầu vào chuẩn', 'GeoJSON or CSV; "-" is standard input'),
    );
  addFlagOptions(command, context).action(async (path: string | undefined, options: FlagCommandOptions) => {
    finish(await flag(path, options, context));
  });
};

async function flag(
  path: string | undefined,
  options: FlagCommandOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const opened = await openSession(context, options);
  if (!opened.ok) return reportIssues(terminal, opened.issues, language);
  const session = await withGivenLayers(options.layer, opened.value);
  if (!session.ok) return reportIssues(terminal, session.issues, language);
  reportNotes(terminal, session.notes, language);
  const { kernel, sources, asOf } = session.value;
  const profile = await ruledBy(options.rules, watchedBy(options.policy, sources.profile));
  if (!profile.ok) return reportIssues(terminal, profile.issues, language);
  if (path !== undefined && (await isStream(path, options)))
    return flagStream(path, options, session.value, profile.value, context);
  const namesOf = options.asOf === undefined ? undefined : asOf;
  const input = await sitesOf(path, session.value, context, namesOf);
  if (!input.ok) return reportIssues(terminal, input.issues, language);
  reportNotes(terminal, input.notes, language);
  terminal.progress(text(context, 'Xét các khu vực…', 'Judging the sites…'));
  const risk = new RiskContext(kernel, { ...sources, profile: profile.value });
  const { explain = false, whyNot = false } = options;
  const priorities = options.priorities === true || options.by === 'border-segment';
  const asked = { asOf, explain, whyNot, priorities };
  const report = flagReport(input.value.sites, risk, sources.datasets, asked);
  if (!report.ok) return reportIssues(terminal, report.issues, language);
  reportNotes(terminal, report.notes, language);
  const changes = await comparedWith(options.baseline, report.value);
  if (!changes.ok) return reportIssues(terminal, changes.issues, language);
  const result = {
    report: report.value,
    rules: profile.value.rules,
    input: input.value,
    path: path === '-' ? undefined : path,
    changes: changes.value,
  };
  await writeFlags(result, [...input.notes, ...report.notes], options, context);
  terminal.say(summary(report.value, session.value, context));
  sayPolicy(options.policy, context);
  if (changes.value !== undefined) terminal.say(changeSummary(changes.value, context));
  if (options.writeBaseline !== undefined) {
    const kept = await writeBaseline(options.writeBaseline, report.value);
    if (!kept.ok) return reportIssues(terminal, kept.issues, language);
  }
  if (input.value.partial) return EXIT.badInput;
  const threshold = options.failOn;
  const fails = threshold !== undefined && report.value.sites.some(({ level }) => reaches(level, threshold));
  return fails ? EXIT.flagged : EXIT.fine;
}

async function flagStream(
  path: string,
  options: FlagCommandOptions,
  session: Session,
  profile: Profile,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const done = await streamFlags(path, options, session, profile, context);
  if (!done.ok) return reportIssues(terminal, done.issues, language);
  const { totals, changes, exit } = done.value;
  terminal.say(summary({ summary: totals, as_of: session.asOf }, session, context));
  sayPolicy(options.policy, context);
  if (changes !== undefined) terminal.say(changeSummary(changes, context));
  return exit;
}

/** The profile, its watch lists carried on by one policy where one is given. */
function watchedBy(policy: MixedPolicy | undefined, profile: Profile): Profile {
  if (policy === undefined) return profile;
  return { ...profile, watchLists: profile.watchLists.map((list) => ({ ...list, mixed: policy })) };
}

/** The profile, with the rules of a file where one is given. */
async function ruledBy(path: string | undefined, profile: Profile): Promise<Result<Profile>> {
  if (path === undefined) return ok(profile);
  const file = await readJsonFile(path);
  return file.ok ? withRules(profile, file.value) : file;
}

function summary(
  { summary: sums, as_of }: { readonly summary: FlagTotals; readonly as_of: string },
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

/** The policy that was asked for is said with its meaning: it decides which ground is watched. */
function sayPolicy(policy: MixedPolicy | undefined, context: CommandContext): void {
  if (policy === undefined) return;
  const meaning = MIXED_POLICY_TEXT[policy];
  context.terminal.say(
    text(
      context,
      `Địa bàn cần lưu ý theo cách “${policy}”: ${meaning.vi}.`,
      `Watched ground by the policy "${policy}": ${meaning.en}.`,
    ),
  );
}

function changeSummary(
  { counts, baseline }: Pick<BaselineDiff, 'counts' | 'baseline'>,
  context: CommandContext,
): string {
  const parts = SITE_CHANGES.map((kind) => `${counts[kind]} ${CHANGE_WORDS[kind][context.language]}`).join(
    ', ',
  );
  return text(
    context,
    `So với lần chạy ngày ${baseline.as_of}: ${parts}.`,
    `Since the run as of ${baseline.as_of}: ${parts}.`,
  );
}
