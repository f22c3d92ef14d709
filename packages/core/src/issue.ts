/** A text in the product's two languages; Vietnamese first. */
export interface LocalText {
  readonly vi: string;
  readonly en: string;
}

/** Where in the input a fault lies: `["row", 7, "column", "X (m)"]`, `["features", 3, "geometry"]`. */
export type IssuePath = readonly (string | number)[];

/**
 * One thing the input's owner should know. The same shape serves a failure (in `Err.issues`) and a remark
 * that came with a success (in `Ok.notes`).
 */
export interface Issue {
  /** Stable, kebab-case, grouped by room: `admin-unit-unknown`, `geometry-ring-unclosed`. */
  readonly code: string;
  readonly path: IssuePath;
  readonly message: LocalText;
  /** The likely cause or the next step. */
  readonly hint?: LocalText;
}

export function issue(code: string, path: IssuePath, vi: string, en: string, hint?: LocalText): Issue {
  return hint === undefined ? { code, path, message: { vi, en } } : { code, path, message: { vi, en }, hint };
}

/** Of issues with the same code and path only the last, in the place of the first. */
export function distinctIssues(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((one) => [JSON.stringify([one.code, one.path]), one])).values()];
}

/** The same issue, seen from a container: its path gets a prefix. */
export function issueAt(prefix: IssuePath, inner: Issue): Issue {
  return { ...inner, path: [...prefix, ...inner.path] };
}
