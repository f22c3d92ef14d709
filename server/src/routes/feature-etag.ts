/** A feature's revision as its ETag: strong, as two revisions are never the same bytes. */
export function featureETag(revision: number): string {
  return `"r${revision}"`;
}

/** The revisions a client is content with: one, any (`*`), or `undefined` for what is no `If-Match` of ours. */
export function readIfMatch(header: string): 'any' | readonly number[] | undefined {
  if (header.trim() === '*') return 'any';
  const tags = header.split(',').map((tag) => /^\s*"r(\d{1,15})"\s*$/.exec(tag)?.[1]);
  const revisions = tags.flatMap((tag) => (tag === undefined ? [] : [Number(tag)]));
  return revisions.length === 0 ? undefined : revisions;
}
