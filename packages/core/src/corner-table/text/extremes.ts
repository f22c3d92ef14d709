/** The largest of any number of numbers, at least `floor`: a sheet may have more rows than a call has arguments. */
export function largest(values: readonly number[], floor = Number.NEGATIVE_INFINITY): number {
  return values.reduce((most, value) => Math.max(most, value), floor);
}

/** The smallest of any number of numbers, at most `ceiling`. */
export function smallest(values: readonly number[], ceiling = Number.POSITIVE_INFINITY): number {
  return values.reduce((least, value) => Math.min(least, value), ceiling);
}
