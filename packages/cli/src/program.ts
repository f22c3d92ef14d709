import { Command, CommanderError, Option } from 'commander';
import { type CommandContext, type CommandSetup, text } from './command.js';
import { addAudit } from './commands/audit.js';
import { addBorders } from './commands/borders.js';
import { addBundle } from './commands/bundle.js';
import { addData } from './commands/data.js';
import { addDocuments } from './commands/documents.js';
import { addExchange } from './commands/exchange.js';
import { addFlag } from './commands/flag.js';
import { addImport } from './commands/import.js';
import { addOverlaps } from './commands/overlaps.js';
import { addReport } from './commands/report.js';
import { addServe } from './commands/serve.js';
import { addTiles } from './commands/tiles.js';
import { addTokens } from './commands/tokens.js';
import { addTransform } from './commands/transform.js';
import { addUnits } from './commands/units.js';
import { addUsers } from './commands/users.js';
import { addWatchUnits } from './commands/watch-units.js';
import { addZones } from './commands/zones.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { helpConfiguration, usageFault } from './help-text.js';

/** The commands in the order of `--help`. A new one is a file in `commands/` and a line here. */
const COMMANDS: readonly CommandSetup[] = [
  addUnits,
  addWatchUnits,
  addDocuments,
  addBorders,
  addZones,
  addOverlaps,
  addFlag,
  addImport,
  addTransform,
  addTiles,
  addBundle,
  addData,
  addReport,
  addExchange,
  addUsers,
  addTokens,
  addAudit,
  addServe,
];

function buildProgram(context: CommandContext, finish: (code: ExitCode) => void): Command {
  const program = new Command('giapranh')
    .description(
      text(
        context,
        'Giáp Ranh: bảo vệ khoáng sản chưa khai thác ở vùng giáp ranh giữa các tỉnh.',
        'Giáp Ranh: protection of unmined minerals where two provinces meet.',
      ),
    )
    .addOption(
      new Option('--lang <language>', text(context, 'ngôn ngữ của thông báo', 'language of messages'))
        .choices(['vi', 'en'])
        .default('vi'),
    )
    .showSuggestionAfterError(true);
  for (const add of COMMANDS) add(program, context, finish);
  for (const command of everyCommand(program)) {
    command
      .helpOption('-h, --help', text(context, 'hướng dẫn', 'help'))
      .exitOverride()
      .configureOutput({
        writeOut: (told) => void context.terminal.out(told),
        writeErr: (told) => context.terminal.say(told.trimEnd()),
        outputError: (told, write) => write(usageFault(told, context.language)),
      })
      .configureHelp(helpConfiguration(context.language));
    if (command !== program) {
      command.addOption(
        new Option(
          '--lang <language>',
          text(context, 'ngôn ngữ của thông báo', 'language of messages'),
        ).choices(['vi', 'en']),
      );
    }
    if (command.commands.length > 0) {
      command.helpCommand('help [command]', text(context, 'hướng dẫn của một lệnh', 'help of a command'));
    }
  }
  return program;
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** Runs the command line `args` (without node and script) and tells the exit code. */
export async function runProgram(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const program = buildProgram(context, (finished) => {
    code = finished;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Usage: commander has told what is wrong; help and version end here too, with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.badInput;
    throw error;
  }
}
