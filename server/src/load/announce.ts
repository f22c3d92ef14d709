import type { LocalText } from '@giapranh/core';

/** One line of progress for the person at the terminal. */
export type Announce = (text: LocalText) => void;

/** Both languages on one line, Vietnamese first. */
export function bilingual({ vi, en }: LocalText): string {
  return vi === en ? vi : `${vi} / ${en}`;
}
