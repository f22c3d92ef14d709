import type { Issue } from '@giapranh/core';

/** Thrown where a `Result` has no place: by reads of an open store. Carries the issue for the edge to translate. */
export class StoreFault extends Error {
  readonly issue: Issue;

  constructor(issue: Issue, cause?: unknown) {
    super(issue.message.en, cause === undefined ? undefined : { cause });
    this.name = 'StoreFault';
    this.issue = issue;
  }
}
