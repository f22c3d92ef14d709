/** What a script learns without reading a word. */
export const EXIT = {
  fine: 0,
  /** Flags at or above `--fail-on`. */
  flagged: 1,
  /** Bad usage or bad input. */
  badInput: 2,
  internal: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
