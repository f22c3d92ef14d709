import { writeFile } from 'node:fs/promises';
import {
  type BaselineDiff,
  baselineDiff,
  baselineOf,
  err,
  type FlagReport,
  type Issue,
  issue,
  ok,
  parseBaseline,
  type Result,
} from '@giapranh/core';
import { readJsonFile } from '@giapranh/formats';

/** What changed since the run kept in a file. Issues: of reading, `baseline-unreadable`, `baseline-of-another-profile`. */
export async function comparedWith(
  path: string | undefined,
  report: FlagReport,
): Promise<Result<BaselineDiff | undefined>> {
  if (path === undefined) return ok(undefined);
  const file = await readJsonFile(path);
  if (!file.ok) return file;
  const baseline = parseBaseline(file.value);
  return baseline.ok ? baselineDiff(baseline.value, report) : baseline;
}

/** A site a line, so that a changed baseline can be read as a difference of texts. Issue: `file-not-written`. */
export async function writeBaseline(path: string, report: FlagReport): Promise<Result<string>> {
  const { sites, ...head } = baselineOf(report);
  const rows = sites.map((site) => `  ${JSON.stringify(site)}`).join(',\n');
  const lines = `${JSON.stringify({ ...head, sites: [] }).slice(0, -2)}\n${rows}\n]}\n`;
  try {
    await writeFile(path, lines);
    return ok(path);
  } catch (error) {
    return err(fileNotWritten(path, error));
  }
}

export function fileNotWritten(path: string, error: unknown): Issue {
  const why = error instanceof Error ? error.message : String(error);
  return issue(
    'file-not-written',
    [path],
    `Không ghi được tệp: ${why}`,
    `The file could not be written: ${why}`,
  );
}
