import type { GeometryKernel } from '../geometry/kernel.js';
import { ok, type Result } from '../result.js';
import {
  claim,
  type DisputedGround,
  type DrawingComparison,
  differing,
  REDRAWING_TOLERANCE_m,
} from './compare-drawings.js';
import type { UnitRegistry } from './registry.js';
import { type Successor, successors } from './succession.js';
import { type DrawnUnit, type UnitRef, unitRef } from './unit.js';

/** Ground that an act moved from a unit of one vintage to a unit of the next. */
export interface RealChange {
  readonly from: UnitRef;
  readonly to: UnitRef;
  /** `whole`: the new unit was made from nothing else; `mixed`: it has other ground too. */
  readonly kind: Successor['kind'];
  /** Whether it is the same unit still: code and name stayed, and it took in no other ground. */
  readonly unchanged: boolean;
  /** Ground of the old unit, as drawn then, that lies in the new one, as drawn now. */
  readonly area_m2: number;
  /** The acts that moved it; none where the sources name none. */
  readonly acts: readonly string[];
}

/** What lies between the units of two vintages: what acts changed, and what only was drawn otherwise. */
export interface VintageComparison
  extends Pick<DrawingComparison, 'drawings' | 'tolerance_m' | 'noise_m2' | 'noise_count' | 'disputed'> {
  readonly vintages: readonly [string, string];
  /** By the code of the old unit, then the largest first. */
  readonly changes: readonly RealChange[];
}

/**
 * Compares the units of two vintages: where the lineage says that a unit went into another, their common ground was
 * moved by an act; all other common ground is one line drawn twice, noise up to the tolerance and disputed beyond it.
 * Old provinces are compared with new provinces, old districts and communes with new communes. Issues: the engine's.
 */
export function compareVintages(
  kernel: GeometryKernel,
  registry: UnitRegistry,
  before: readonly DrawnUnit[],
  after: readonly DrawnUnit[],
  { tolerance_m = REDRAWING_TOLERANCE_m }: { readonly tolerance_m?: number } = {},
): Result<VintageComparison> {
  const changes: RealChange[] = [];
  const disputed: DisputedGround[] = [];
  let [noise_m2, noise_count] = [0, 0];
  for (const old of before) {
    const record = registry.get(old.code, old.vintage);
    const heirs = record === undefined ? [] : successors(registry, record);
    const ofOld: RealChange[] = [];
    for (const now of after) {
      const heir = heirs.find(({ unit }) => unit.code === now.code && unit.vintage === now.vintage);
      // What an act moved is no noise, however narrow.
      const pieces = differing(kernel, old, now, heir === undefined ? tolerance_m : Number.POSITIVE_INFINITY);
      if (!pieces.ok) return pieces;
      if (pieces.value.length === 0) continue;
      const area_m2 = pieces.value.reduce((sum, piece) => sum + piece.area_m2, 0);
      if (heir !== undefined) {
        ofOld.push(changeOf(old, now, heir, area_m2));
        continue;
      }
      const wide = pieces.value.filter((piece) => piece.wide).toSorted((p, q) => q.area_m2 - p.area_m2);
      noise_count += pieces.value.length - wide.length;
      noise_m2 += area_m2 - wide.reduce((sum, piece) => sum + piece.area_m2, 0);
      disputed.push(
        ...wide.map(({ wide: _, ...piece }, at) => ({
          ...piece,
          id: `${old.drawing}:${old.code}|${now.drawing}:${now.code}:${at + 1}`,
          claims: [claim(old), claim(now)] as const,
        })),
      );
    }
    changes.push(...ofOld.toSorted((a, b) => b.area_m2 - a.area_m2));
  }
  return ok({
    vintages: [before[0]?.vintage ?? '', after[0]?.vintage ?? ''],
    drawings: [before[0]?.drawing ?? '', after[0]?.drawing ?? ''],
    tolerance_m,
    changes,
    noise_m2,
    noise_count,
    disputed: disputed.toSorted((a, b) => b.area_m2 - a.area_m2),
  });
}

function changeOf(old: DrawnUnit, now: DrawnUnit, { kind, links }: Successor, area_m2: number): RealChange {
  return {
    from: unitRef(old),
    to: unitRef(now),
    kind,
    unchanged: kind === 'whole' && old.code === now.code && old.name === now.name,
    area_m2,
    acts: [...new Set(links.flatMap(({ madeBy }) => (madeBy === undefined ? [] : [madeBy.number])))].sort(),
  };
}
