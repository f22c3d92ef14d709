import type { UnitRef, VintageId } from '../admin/unit.js';
import type { DocumentStatus } from '../documents/standing.js';
import type { LocalText } from '../issue.js';
import type { RuleKind, RuleSubject } from '../rule.js';
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
  readonly status: DocumentStatus;
  /** Whether it was in force on the day asked about; `null` where the register does not know. */
  readonly inForce: boolean | null;
  /** First day in force, and first day no longer in force; `null`: not known, or open. */
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  /** Numbers of the documents in force that replace it. */
  readonly supersededBy?: readonly string[];
  /** Other documents of the register that name the same fact otherwise. */
  readonly conflicts?: readonly { readonly id: string; readonly number: string; readonly fact: LocalText }[];
}

/**
 * What carries a flag on the day: `in-force`, a document that was in force; `unknown`, at best one whose validity
 * the register does not know; `none`, only documents that had lapsed or been replaced.
 */
export type FlagSupport = 'in-force' | 'unknown' | 'none';

/** Who answers for the place, as a role, never a person. */
export interface ResponsibleBody {
  readonly side: 'own' | 'neighbour';
  readonly name: LocalText;
  readonly unit: { readonly code: string; readonly vintage: string; readonly name: string } | null;
}

export interface Flag {
  readonly rule: string;
  readonly title: LocalText;
  readonly subject: RuleSubject;
  /** The rule's level for this certainty; `info` where no document supports the flag any more. */
  readonly level: FlagLevel;
  readonly certainty: FlagCertainty;
  /** The weight of its rule: orders flags of one level, and counts in sums. */
  readonly weight: number;
  readonly support: FlagSupport;
  /** One sentence that stands alone. */
  readonly reason: LocalText;
  readonly facts: readonly Fact[];
  readonly documents: readonly Citation[];
  /** Everyone who answers for the place, both sides. */
  readonly bodies: readonly ResponsibleBody[];
  /** The one body that has to act: the lowest level of the own side that the profile names. */
  readonly responsible: ResponsibleBody | null;
  /** The one body to call across the border; `null` where no border is concerned. */
  readonly contact: ResponsibleBody | null;
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
  /** The districts of before the reform that its ground was of, or may have been of; in their own vintage. */
  readonly former_districts: readonly UnitRef[];
  /** Highest level first, then by the rule's weight, then by name. */
  readonly flags: readonly Flag[];
  /** The rules without a flag here, in the order of the rule file; only on request (`whyNot`). */
  readonly why_not?: readonly WhyNot[];
}
