import { type Issue, issueAt } from '../../issue.js';
import type { Result } from '../../result.js';

/** What there is to say of a reading, with the place and the name of the thing read. */
export function remarks(read: Result<unknown>, path: readonly (string | number)[], id: string): Issue[] {
  return (read.ok ? read.notes : read.issues).map((inner) => {
    const { vi, en } = inner.message;
    return issueAt(path, { ...inner, message: { vi: `${id}: ${vi}`, en: `${id}: ${en}` } });
  });
}
