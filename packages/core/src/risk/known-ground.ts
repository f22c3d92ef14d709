import { unitKey } from '../admin/unit.js';
import type { SharedBorder } from '../border/shared-border.js';
import { bordersOfUnit } from './border-units.js';
import type { RiskDispute } from './disputed.js';
import type { RiskGround } from './risk-ground.js';

/** What costs most of a ground, as plain data: for the next who makes the same ground of the same sources. */
export interface KnownGround {
  readonly borders: readonly SharedBorder[];
  readonly disputed: readonly RiskDispute[];
  /** The pairs of the borders that a unit (`vintage:code`) lies on; units on none are left out. */
  readonly borderUnits: Readonly<Record<string, readonly string[]>>;
}

export function knownGround(ground: RiskGround): KnownGround {
  const pairsOf = ground.units.map((unit): [string, readonly string[]] => [
    unitKey(unit),
    bordersOfUnit(ground, unit).map(({ pair }) => pair),
  ]);
  return {
    borders: ground.borders.map(({ border }) => border),
    disputed: ground.disputed,
    borderUnits: Object.fromEntries(pairsOf.filter(([, pairs]) => pairs.length > 0)),
  };
}
