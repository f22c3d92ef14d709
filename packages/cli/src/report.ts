import type { Issue, LocalText } from '@giapranh/core';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Language } from './language.js';
import type { Terminal } from './terminal.js';

const WORDS = {
  fault: { vi: 'Lỗi', en: 'Error' },
  note: { vi: 'Ghi chú', en: 'Note' },
  more: { vi: 'ghi chú nữa', en: 'more notes' },
  internal: { vi: 'Lỗi nội bộ của phần mềm', en: 'Internal error' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Notes beyond this many are counted, not told; JSON carries them all. */
const NOTES_SHOWN = 10;

function line(kind: LocalText, { code, path, message, hint }: Issue, language: Language): string {
  const where = path.length === 0 ? '' : ` ${path.join('/')}`;
  const then = hint === undefined ? '' : `\n  ${hint[language]}`;
  return `${kind[language]} [${code}]${where}: ${message[language]}${then}`;
}

/** Core's issues, told to a person: the only place where they become text and an exit code. */
export function reportIssues(terminal: Terminal, issues: readonly Issue[], language: Language): ExitCode {
  for (const fault of issues) terminal.say(line(WORDS.fault, fault, language));
  return EXIT.badInput;
}

export function reportNotes(terminal: Terminal, notes: readonly Issue[], language: Language): void {
  for (const note of notes.slice(0, NOTES_SHOWN)) terminal.say(line(WORDS.note, note, language));
  if (notes.length > NOTES_SHOWN) {
    terminal.say(`… ${notes.length - NOTES_SHOWN} ${WORDS.more[language]}`);
  }
}

/** What was thrown is our own bug: its place helps who mends it. */
export function reportBug(terminal: Terminal, error: unknown, language: Language): ExitCode {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.say(`${WORDS.internal[language]}: ${told}`);
  return EXIT.internal;
}
