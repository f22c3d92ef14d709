import type { Geometry } from 'geojson';

/**
 * A filter of OGC CQL2 (OGC 21-065r2) as a tree: what its text and its JSON both say. Of the standard: basic CQL2,
 * LIKE, BETWEEN and IN, CASEI, spatial and temporal functions; no arrays, arithmetic or custom functions.
 */
export type Filter =
  | { readonly op: 'and' | 'or'; readonly args: readonly Filter[] }
  | { readonly op: 'not'; readonly arg: Filter }
  | { readonly op: 'constant'; readonly value: boolean }
  | FilterTest
  | { readonly op: TemporalOp; readonly left: TimeOperand; readonly right: TimeOperand };

/** What is asked of one feature, but for time: the leaves that remain after `plainFilter`. */
export type FilterTest =
  | { readonly op: ComparisonOp; readonly left: ScalarOperand; readonly right: ScalarOperand }
  | { readonly op: 'like'; readonly value: ScalarOperand; readonly pattern: ScalarOperand }
  | {
      readonly op: 'between';
      readonly value: ScalarOperand;
      readonly low: ScalarOperand;
      readonly high: ScalarOperand;
    }
  | { readonly op: 'in'; readonly value: ScalarOperand; readonly list: readonly ScalarOperand[] }
  | { readonly op: 'isNull'; readonly value: ScalarOperand }
  | { readonly op: SpatialOp; readonly left: PlaceOperand; readonly right: PlaceOperand };

export const COMPARISON_OPS = ['=', '<>', '<', '<=', '>', '>='] as const;
export type ComparisonOp = (typeof COMPARISON_OPS)[number];

export const SPATIAL_OPS = [
  's_intersects',
  's_disjoint',
  's_equals',
  's_touches',
  's_within',
  's_overlaps',
  's_crosses',
  's_contains',
] as const;
export type SpatialOp = (typeof SPATIAL_OPS)[number];

export const TEMPORAL_OPS = [
  't_after',
  't_before',
  't_contains',
  't_disjoint',
  't_during',
  't_equals',
  't_finishedBy',
  't_finishes',
  't_intersects',
  't_meets',
  't_metBy',
  't_overlappedBy',
  't_overlaps',
  't_startedBy',
  't_starts',
] as const;
export type TemporalOp = (typeof TEMPORAL_OPS)[number];

export interface PropertyOperand {
  readonly kind: 'property';
  readonly name: string;
}

/** A calendar day, or an RFC 3339 instant, which `checkFilter` takes to Vietnam's calendar day. */
export interface InstantOperand {
  readonly kind: 'date' | 'timestamp';
  readonly value: string;
}

export type ScalarOperand =
  | PropertyOperand
  | InstantOperand
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'casei'; readonly of: ScalarOperand };

/** Coordinates as written, in the filter's CRS; x, y (east-north) order. */
export type PlaceOperand =
  | PropertyOperand
  | { readonly kind: 'geometry'; readonly geometry: Geometry }
  | { readonly kind: 'bbox'; readonly box: readonly [number, number, number, number] };

/** `..` is an open end. */
export type IntervalEnd = PropertyOperand | InstantOperand | '..';

export type TimeOperand =
  | PropertyOperand
  | InstantOperand
  | { readonly kind: 'interval'; readonly from: IntervalEnd; readonly to: IntervalEnd };

export function isComparison(op: string): op is ComparisonOp {
  return COMPARISON_OPS.some((known) => known === op);
}

/** The operator of that name, in any case of letters. */
export function spatialOp(name: string): SpatialOp | undefined {
  return SPATIAL_OPS.find((op) => op === name.toLowerCase());
}

export function temporalOp(name: string): TemporalOp | undefined {
  return TEMPORAL_OPS.find((op) => op.toLowerCase() === name.toLowerCase());
}
