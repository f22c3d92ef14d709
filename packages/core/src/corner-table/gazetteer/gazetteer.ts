import type { AdminLevel, UnitRef } from '../../admin/unit.js';
import type { LonLat } from '../../geodesy/position.js';

/** A unit the gazetteer knows, with the units above it. */
export interface PlaceUnit extends UnitRef {
  readonly level: AdminLevel;
  /** With its type: `Tỉnh Bắc Kạn`. */
  readonly province: string;
  /** With its type; `null` in vintages without districts and for provinces. */
  readonly district: string | null;
}

/** A unit that bears a name, and where its ground is. */
export interface NamedGround {
  readonly unit: PlaceUnit;
  /** The drawn units whose ground stands for it: itself, or what it was merged into. */
  readonly grounds: readonly PlaceUnit[];
  /** Metres from the ground, 0 inside, `Infinity` beyond `REACH_m`; `null` when no ground is known. */
  distance_m(position: LonLat): number | null;
}

/** How far from a unit's ground a distance is still measured. */
export const REACH_m = 5_000;

/**
 * What the diagnosis asks of the administrative map. Small on purpose: built from drawn units by `drawnGazetteer`,
 * or by anybody from a register of their own.
 */
export interface Gazetteer {
  /** Units of any vintage so named at this level; type words, letter case and tone-mark placement do not matter. */
  find(name: string, level: AdminLevel): readonly NamedGround[];
  /** Every drawn unit a position lies in: newest vintage first, commune before district before province. */
  at(position: LonLat): readonly PlaceUnit[];
}
