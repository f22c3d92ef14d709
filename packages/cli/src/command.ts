import type { LocalText } from '@giapranh/core';
import type { Command } from 'commander';
import type { CliConfig } from './config.js';
import type { ExitCode } from './exit-code.js';
import type { Language } from './language.js';
import type { Terminal } from './terminal.js';

/** What every command runs in. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly config: CliConfig;
}

/** Adds one command to the program; the action tells the exit code by `finish`. */
export type CommandSetup = (
  program: Command,
  context: CommandContext,
  finish: (code: ExitCode) => void,
) => void;

/** A text in the language of this run. */
export function text(context: CommandContext, vi: string, en: string): string {
  const both: LocalText = { vi, en };
  return both[context.language];
}

/** The example under a command's help. */
export function example(context: CommandContext, command: string): string {
  return `\n${text(context, 'Ví dụ', 'Example')}:\n  $ ${command}\n`;
}
