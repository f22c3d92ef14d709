import type { BaselineDiff, FlagReport, Rule } from '@giapranh/core';
import type { SiteInput } from '../sites.js';

/** Everything a form of the result is made from. */
export interface FlagResult {
  readonly report: FlagReport;
  /** The rules that were asked. */
  readonly rules: readonly Rule[];
  readonly input: SiteInput;
  /** The path of the sites as given; absent for the profile's own and for standard input. */
  readonly path: string | undefined;
  readonly changes: BaselineDiff | undefined;
}
