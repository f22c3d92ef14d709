import { err, type Issue, issueAt, ok, type Result } from '@giapranh/core';

/** Results of several files as one list; every file's faults at once, each behind the file's name. */
export function collected<T>(
  parts: readonly { readonly name: string; readonly result: Result<readonly T[]> }[],
): Result<readonly T[]> {
  const at = (name: string, issues: readonly Issue[]): Issue[] => issues.map((one) => issueAt([name], one));
  const [first, ...rest] = parts.flatMap(({ name, result }) => (result.ok ? [] : at(name, result.issues)));
  if (first !== undefined) return err(first, ...rest);
  return ok(
    parts.flatMap(({ result }) => (result.ok ? result.value : [])),
    parts.flatMap(({ name, result }) => (result.ok ? at(name, result.notes) : [])),
  );
}
