import type { LineageLink } from './lineage.js';
import type { UnitRegistry } from './registry.js';
import { predecessors, type Successor, sameCode, sameName, successors } from './succession.js';
import type { AdminUnit, VintageId } from './unit.js';

/** A unit of another vintage and what it has to do with the one asked about. */
export interface TraceLink {
  readonly unit: AdminUnit;
  /** `whole`: made of nothing else; `mixed`: with other ground too; `null` where only name or code agree. */
  readonly kind: Successor['kind'] | null;
  /** Whether old communes went over undivided; `null` where only name or code agree. */
  readonly parts: 'full' | 'partial' | null;
  /** The part of the asked unit's ground that lies in it; `null` where not both are drawn. */
  readonly share: number | null;
  /** The old communes that were moved; none where only name or code agree. */
  readonly links: readonly LineageLink[];
}

/** What one unit became and was, and what only looks like it: names and codes were reused by the reform. */
export interface UnitTrace {
  readonly unit: AdminUnit;
  readonly became: readonly TraceLink[];
  readonly was: readonly TraceLink[];
  readonly same_name: readonly TraceLink[];
  readonly same_code: readonly TraceLink[];
}

export interface TraceOptions {
  /** Only this vintage; all others when absent. */
  readonly to?: VintageId;
  /** The part of the first unit's ground that lies in the second; `null` where not both are drawn. */
  readonly share?: (unit: AdminUnit, other: AdminUnit) => number | null;
}

/** Follows a unit into the other vintages. */
export function traceUnit(registry: UnitRegistry, unit: AdminUnit, options: TraceOptions = {}): UnitTrace {
  const targets = registry.vintages
    .map(({ id }) => id)
    .filter((id) => id !== unit.vintage && (options.to === undefined || id === options.to));
  const aimed = (other: AdminUnit): boolean => targets.includes(other.vintage);
  const share = (other: AdminUnit): number | null => options.share?.(unit, other) ?? null;
  const alike = (other: AdminUnit): TraceLink => ({
    unit: other,
    kind: null,
    parts: null,
    share: share(other),
    links: [],
  });
  return {
    unit,
    became: successors(registry, unit)
      .filter((link) => aimed(link.unit))
      .map((link) => ({ ...link, share: share(link.unit) })),
    was: predecessors(registry, unit)
      .filter((link) => aimed(link.unit))
      .map((link) => ({ ...link, kind: null, share: share(link.unit) })),
    same_name: targets.flatMap((vintage) => sameName(registry, unit, vintage).map(alike)),
    same_code: targets.flatMap((vintage) => {
      const other = sameCode(registry, unit, vintage);
      return other === undefined ? [] : [alike(other)];
    }),
  };
}
