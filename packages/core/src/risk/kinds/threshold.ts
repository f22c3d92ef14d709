/** A figure with its error bar. */
export interface Figure {
  readonly value: number;
  readonly error: number;
}

/** Whether a figure is at least a threshold, with certainty. Nothing is uncertain about a threshold of 0. */
export function atLeast({ value, error }: Figure, threshold: number): 'yes' | 'no' | 'undetermined' {
  if (threshold <= 0 || value - error >= threshold) return 'yes';
  return value + error < threshold ? 'no' : 'undetermined';
}

/** Whether a figure is at most a threshold, with certainty. */
export function atMost({ value, error }: Figure, threshold: number): 'yes' | 'no' | 'undetermined' {
  if (value + error <= threshold) return 'yes';
  return value - error > threshold ? 'no' : 'undetermined';
}
