import type { Command } from 'commander';
import { type CommandContext, example, text } from './command.js';
import { formatOption } from './options.js';

/** What a command of a group is called, what it does in both languages, and how it is written. */
export type GroupCommandWords = readonly [name: string, vi: string, en: string, sample: string];

/** Makes commands of one group (`users`, `tokens`, `exchange`), which all take a profile and a form of the result. */
export function groupCommands(group: Command, context: CommandContext, formats: readonly string[]) {
  return (...[name, vi, en, sample]: GroupCommandWords): Command =>
    group
      .command(name)
      .summary(text(context, vi, en))
      .option('--profile <id>', text(context, 'hồ sơ địa bàn', 'profile'))
      .addOption(formatOption(context, formats))
      .addHelpText('after', example(context, `giapranh ${group.name()} ${sample}`));
}
