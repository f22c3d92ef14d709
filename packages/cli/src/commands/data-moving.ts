import type { Result } from '@giapranh/core';
import { type DumpCounts, type FeatureStore, restoreDump, writeDump } from '@giapranh/store';
import type { Command } from 'commander';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { withOwnStore } from '../own-store.js';
import { reportIssues } from '../report.js';
import { runProgram } from '../run-program.js';

interface MovingOptions {
  readonly profile?: string;
}

async function move(
  context: CommandContext,
  { profile }: MovingOptions,
  work: (store: FeatureStore) => Promise<Result<DumpCounts>>,
): Promise<ExitCode> {
  const { terminal, language } = context;
  return withOwnStore(context, profile, async (store) => {
    const moved = await work(store);
    if (!moved.ok) return reportIssues(terminal, moved.issues, language);
    for (const [name, count] of Object.entries(moved.value)) await terminal.out(`${name} ${count}\n`);
    return EXIT.fine;
  });
}

/** `data load`, `data dump`, `data restore`: the store, not the reference files. */
export function addDataMoving(
  data: Command,
  context: CommandContext,
  finish: Parameters<CommandSetup>[2],
): void {
  const profile = ['--profile <id>', text(context, 'hồ sơ địa bàn', 'profile')] as const;
  data
    .command('load')
    .summary(text(context, 'nạp hồ sơ vào kho dữ liệu', 'load the profile into the store'))
    .description(
      text(
        context,
        'Nạp và phân tích dữ liệu gốc vào kho (DATABASE_URL, hoặc tệp trong GIAPRANH_DATA). Không làm gì khi kho đã đúng bản này. Phần người dùng đã ghi được giữ.',
        'Loads and analyses the reference data into the store (DATABASE_URL, or a file under GIAPRANH_DATA). Does nothing when the store holds just that. What people recorded stays.',
      ),
    )
    .option(...profile)
    .addHelpText('after', example(context, 'giapranh data load --profile can-tho'))
    .action(async (options: MovingOptions) => {
      const environment = { GIAPRANH_PROFILE: options.profile ?? context.config.profile };
      finish(await runProgram(context.config.loadMain, environment));
    });
  data
    .command('dump')
    .argument('<file>')
    .summary(text(context, 'sao lưu toàn bộ kho ra một tệp', 'write the whole store to one file'))
    .option(...profile)
    .addHelpText('after', example(context, 'giapranh data dump bac-kan.dump'))
    .action(async (file: string, options: MovingOptions) => {
      finish(await move(context, options, (store) => writeDump(store, file)));
    });
  data
    .command('restore')
    .argument('<file>')
    .summary(text(context, 'thay toàn bộ kho bằng một bản sao lưu', 'replace the whole store by a dump'))
    .option(...profile)
    .addHelpText('after', example(context, 'giapranh data restore bac-kan.dump'))
    .action(async (file: string, options: MovingOptions) => {
      finish(await move(context, options, (store) => restoreDump(store, file)));
    });
}
