import type { Issue } from '@giapranh/core';
import { bilingual } from './load/announce.js';

/** Progress and messages go to the error stream, the address and what is served to standard output. */
export const tell = (line: string): boolean => process.stderr.write(`${line}\n`);
export const say = (line: string): boolean => process.stdout.write(`${line}\n`);

export function tellIssues(issues: readonly Issue[]): void {
  for (const { code, path, message, hint } of issues) {
    const where = path.length === 0 ? '' : ` (${path.join(' › ')})`;
    tell(`${bilingual(message)}${where} [${code}]`);
    if (hint !== undefined) tell(`  ${bilingual(hint)}`);
  }
}
