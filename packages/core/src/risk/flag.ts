import type { UnitRef, VintageId } from '../admin/unit.js';
import type { LocalText } from '../issue.js';
import type { RuleKind } from '../rule.js';
import type { IsoDate } from '../units.js';

export type FlagLevel = 'high' | 'medium' | 'low' | 'info';

/** Highest first; the order of every list of flags. */
export const FLAG_LEVELS = ['high', 'medium', 'low', 'info'] as const satisfies readonly FlagLevel[];

/**
 * How sure the flag's fact is. `certain`: true wherever the site is within its precision; `possible`: true for a
 * part of where it may be; `undetermined`: inside the error bar of the line or threshold.
 */
export type FlagCertainty = 'certain' | 'possible' | 'undetermined';

/** A figure that can be argued with: SI, with method and error bar. */
export interface Fact {
  readonly name: string;
  readonly title: LocalText;
  readonly value: number | string | boolean;
  /** SI unit where the value is a number: `m`, `m2`, `1`. */
  readonly unit?: string;
  readonly error?: number;
  readonly method?: string;
}

/** A document as a flag cites it; `id` points into the profile's register. */
export interface Citation {
  readonly id: string;
  readonly number: string;
  readonly date: string | null;
  readonly issuer: string;
  readonly title: LocalText;
  readonly article?: string;
  /** Whether it was in force on the day asked about; `null` where the register does not know. */
  readonly inForce: boolean | null;
}

/** Who answers for the place, as a role, never a person. */
export interface ResponsibleBody {
  readonly side: 'own' | 'neighbour';
  readonly name: LocalText;
  readonly unit: { readonly code: string; readonly vintage: string; readonly name: string } | null;
}

export interface Flag {
  readonly rule: string;
  readonly title: LocalText;
  readonly level: FlagLevel;
  readonly certainty: FlagCertainty;
  /** One sentence that stands alone. */
  readonly reason: LocalText;
  readonly facts: readonly Fact[];
  readonly documents: readonly Citation[];
  readonly bodies: readonly ResponsibleBody[];
  /** The rule as it was asked; only on request (`explain`). */
  readonly applied?: AppliedRule;
}

/** The rule behind a flag, in the words and figures of `rules.json`. */
export interface AppliedRule {
  readonly kind: RuleKind;
  /** What the kind was asked with: thresholds, lists, layers. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Which of the rule's levels the flag has, by its certainty. */
  readonly level_from: 'level' | 'level_if_possible' | 'level_if_undetermined';
  readonly weight: number;
  readonly why: LocalText;
  readonly valid_from: IsoDate | null;
  readonly valid_to: IsoDate | null;
}

/**
 * A rule that did not fire. `not-met`: what it asks is not so; `no-data`: what it asks about is not known of the
 * site; `not-in-force`: not on this day; `spoken-for`: another rule tells the same.
 */
export interface WhyNot {
  readonly rule: string;
  readonly title: LocalText;
  readonly cause: 'not-met' | 'no-data' | 'not-in-force' | 'spoken-for';
  /** One sentence that stands alone. */
  readonly reason: LocalText;
  readonly facts: readonly Fact[];
  readonly documents: readonly Citation[];
}

export interface SiteFlags {
  readonly site_id: string;
  /** The vintage whose units answered. */
  readonly vintage: VintageId;
  /** The highest level among the flags; `null` when no rule fired. */
  readonly level: FlagLevel | null;
  /** The units it lies in, or may lie in; all empty for a site outside the profile's ground. */
  readonly provinces: readonly UnitRef[];
  readonly districts: readonly UnitRef[];
  readonly communes: readonly UnitRef[];
  /** Highest level first, then by the rule's weight, then by name. */
  readonly flags: readonly Flag[];
  /** The rules without a flag here, in the order of the rule file; only on request (`whyNot`). */
  readonly why_not?: readonly WhyNot[];
}
