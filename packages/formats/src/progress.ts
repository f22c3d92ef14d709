import type { LocalText } from '@giapranh/core';

/** How far a long reading has come; `done` of `total` steps, the title tells what is being worked on. */
export interface ReadProgress {
  readonly title: LocalText;
  readonly done: number;
  readonly total: number;
}

export type OnReadProgress = (progress: ReadProgress) => void;
