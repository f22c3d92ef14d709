import { err, type Result } from '@giapranh/core';
import { SqliteError } from './sqlite-error.js';
import { sqliteIssue } from './sqlite-issue.js';

/** What SQLite refuses becomes an issue that names the file; everything else stays thrown. */
export async function attempt<T>(
  path: string,
  work: () => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SqliteError) return err(sqliteIssue(path, error));
    throw error;
  }
}
