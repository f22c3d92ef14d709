import { type Issue, type IssuePath, issue, type LocalText } from '../issue.js';
import { err, ok, type Result } from '../result.js';

/** How deep a filter may nest, how long its text and how many parts and vertices it may have. */
export const FILTER_LIMITS = { depth: 24, characters: 16_000, parts: 1_000, vertices: 10_000 } as const;

/** Leaves a reader in the middle of its work; never leaves this folder: see `readingFilter`. */
export class FilterFault extends Error {
  readonly issue: Issue;

  constructor(found: Issue) {
    super(found.message.en);
    this.issue = found;
  }
}

/** Runs a reader: its first fault, or what it read. */
export function readingFilter<T>(read: () => T): Result<T> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof FilterFault) return err(error.issue);
    throw error;
  }
}

export function syntaxFault(path: IssuePath, vi: string, en: string, hint?: LocalText): FilterFault {
  return new FilterFault(issue('filter-syntax', path, vi, en, hint));
}

export function tooBig(what: keyof typeof FILTER_LIMITS, path: IssuePath = []): FilterFault {
  const names = {
    depth: ['lồng quá sâu', 'nests too deep'],
    characters: ['quá dài (ký tự)', 'is too long (characters)'],
    parts: ['quá nhiều thành phần', 'has too many parts'],
    vertices: ['quá nhiều đỉnh', 'has too many vertices'],
  } as const;
  const [vi, en] = names[what];
  return new FilterFault(
    issue(
      'filter-too-big',
      path,
      `Bộ lọc ${vi}; giới hạn là ${FILTER_LIMITS[what]}.`,
      `The filter ${en}; the limit is ${FILTER_LIMITS[what]}.`,
    ),
  );
}

/** Part of CQL2 that is deliberately not here: said so, never taken for a slip of the pen. */
export function notOffered(what: string, path: IssuePath): FilterFault {
  return new FilterFault(
    issue(
      'filter-not-offered',
      path,
      `Bộ lọc dùng “${what}”, phần CQL2 mà máy chủ này không có.`,
      `The filter uses "${what}", a part of CQL2 that is not offered here.`,
      { vi: 'Xem /conformance.', en: 'See /conformance.' },
    ),
  );
}

/** Counts the parts of one filter against the limits. */
export class PartBudget {
  #parts = 0;
  #vertices = 0;

  spendPart(): void {
    this.#parts += 1;
    if (this.#parts > FILTER_LIMITS.parts) throw tooBig('parts');
  }

  spendVertices(count: number): void {
    this.#vertices += count;
    if (this.#vertices > FILTER_LIMITS.vertices) throw tooBig('vertices');
  }

  checkDepth(depth: number): void {
    if (depth > FILTER_LIMITS.depth) throw tooBig('depth');
  }
}
