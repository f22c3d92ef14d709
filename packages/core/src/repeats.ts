/** Where a list says again what it said before: the places of the second and later ones. */
export function repeatsIn(entries: readonly string[]): number[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, at) => {
    if (seen.has(entry)) return [at];
    seen.add(entry);
    return [];
  });
}
