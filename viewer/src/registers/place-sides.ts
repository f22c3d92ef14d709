import type { BorderPlace, ResponsibleBody, UnitRef } from '@giapranh/core';

/** `2025-07-01:01882`: as rights are given. */
export function unitCodeOf({ vintage, code }: UnitRef): string {
  return `${vintage}:${code}`;
}

export interface Sides {
  /** The unit that the record is of: its own side's, whatever bank it was seen on. */
  readonly unit: UnitRef | null;
  readonly facing: UnitRef | null;
  readonly own: readonly ResponsibleBody[];
  readonly neighbour: readonly ResponsibleBody[];
}

/** Who faces whom at a place, seen from the profile's side. */
export function sidesOf(located: BorderPlace): Sides {
  const { contact, bank, unit } = located;
  const onOther = bank === 'other';
  return {
    unit: onOther ? (contact?.own ?? unit) : unit,
    facing: onOther ? unit : (contact?.other ?? null),
    own: contact?.own_bodies ?? [],
    neighbour: contact?.other_bodies ?? [],
  };
}
